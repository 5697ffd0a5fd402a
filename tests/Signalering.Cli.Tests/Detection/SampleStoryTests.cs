using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;

namespace Signalering.Cli.Tests.Detection;

/// <summary>The planted story of sample-data/README.md is found, and its two artefacts are not called a
/// trend.</summary>
public sealed class SampleStoryTests(SampleStory story) : IClassFixture<SampleStory>
{
    private static readonly SignalType[] Rises = [SignalType.Stijging, SignalType.Krachten];

    private IEnumerable<string> Top(int count) => story.Outcome.Signals.Take(count).Select(s => s.Id);

    [Theory]
    [InlineData("spreiding.gemeente.schulden")] // (a)
    [InlineData("stijging.WK990102.schulden")]
    [InlineData("stijging.WK990104.schulden")]
    [InlineData("stijging.WK990105.schulden")]
    [InlineData("concentratie.WK990107.eenzaamheid")] // (b)
    [InlineData("spreiding.gemeente.huisvesting")] // (c)
    [InlineData("krachten.WK990106.participatie_vrijwilligerswerk")] // (e)
    public void A_planted_signal_is_among_the_top_and_open(string id)
    {
        Assert.Contains(id, Top(14));
        Assert.True(story.Outcome.Signals.First(s => s.Id == id).IsOpen);
    }

    [Fact]
    public void Nuisance_that_faded_is_resolved_and_no_longer_open()
    {
        var signal = Assert.Single(story.Outcome.Signals, s => s.Id == "stijging.WK990106.burenproblematiek");
        Assert.Equal(SignalState.Opgelost, signal.State);
        Assert.True(signal.Since >= new Month(2025, 3) && signal.Since <= new Month(2025, 7), signal.Since.ToString());
        Assert.True(signal.Ratio > 2);
    }

    [Fact]
    public void The_spread_of_debts_names_the_three_wijken_and_housing_six_or_more()
    {
        var debts = story.Outcome.Signals.First(s => s.Id == "spreiding.gemeente.schulden");
        Assert.Equal(["WK990102", "WK990104", "WK990105"], debts.Wijken);
        Assert.True(story.Outcome.Signals.First(s => s.Id == "spreiding.gemeente.huisvesting").Wijken.Count >= 6);
    }

    [Fact]
    public void Both_artefacts_are_found_in_the_deliveries_and_nothing_else_is()
    {
        Assert.Collection(story.Outcome.Artefacts,
            form =>
            {
                Assert.Equal(("centrum", new Month(2025, 1)), (form.Wijkteam, form.Month));
                Assert.NotNull(form.BreakReason);
            },
            outage => Assert.Equal(("molenveld", new Month(2026, 5), 0.0), (outage.Wijkteam, outage.Month, outage.Exposure)));
    }

    [Fact]
    public void Neither_artefact_is_called_a_trend_and_what_was_blocked_is_listed()
    {
        Assert.DoesNotContain(story.Outcome.Signals, s => s.Probleem == "leun_steuncontact" && Rises.Contains(s.Type));
        Assert.DoesNotContain(story.Outcome.Signals, s =>
            s.Probleem == "leun_steuncontact" && s.Type is SignalType.Concentratie or SignalType.Spreiding);
        Assert.DoesNotContain(story.Outcome.Signals, s => s.Wijk == "WK990103" && Rises.Contains(s.Type));
        var may = story.Outcome.Series.Where(s => s.Wijk == "WK990103").Select(s => s.Months.Single(m => m.Month == new Month(2026, 5)));
        Assert.All(may, m => Assert.Equal(AssessmentStatus.GeenLevering, m.Status));
        Assert.Contains(story.Outcome.Blocked, b =>
            b.Wijk == "WK990103" && b.From == new Month(2026, 5) && b.Wijkteam == "molenveld");
        Assert.Contains(story.Outcome.Blocked, b => b.Wijk == "WK990101" && b.Until == new Month(2024, 12));
    }

    [Fact]
    public void Every_rise_that_is_reported_was_planted()
    {
        var unplanted = story.Outcome.Signals.Where(s => Rises.Contains(s.Type)).Where(s =>
            s.Probleem is not ("schulden" or "huisvesting")
            && (s.Probleem, s.Wijk) is not (("burenproblematiek" or "leefbaarheid" or "participatie_vrijwilligerswerk", "WK990106")));
        Assert.Empty(unplanted.Select(s => s.Id));
    }

    [Fact]
    public void False_alarms_over_the_sixty_months_stay_at_the_nominal_rate()
    {
        var quiet = story.Outcome.Series
            .SelectMany(s => s.Months.Select(m => (s.Wijk, s.Probleem, Month: m)))
            .Where(x => double.IsFinite(x.Month.PValue) && !IsPlanted(x.Wijk, x.Probleem, x.Month.Month))
            .ToList();
        var alarms = quiet.Count(x => x.Month.Alarm);

        Assert.True(quiet.Count > 6000);
        // 2 % nominal, and three standard errors
        var most = 0.02 + (3 * Math.Sqrt(0.02 * 0.98 / quiet.Count));
        Assert.True(alarms <= most * quiet.Count, string.Create(
            CultureInfo.InvariantCulture, $"{alarms} alarms in {quiet.Count} quiet months"));
    }

    private static bool IsPlanted(string wijk, string problem, Month month) => problem switch
    {
        "schulden" => month >= new Month(2026, 4),
        "huisvesting" => month >= new Month(2026, 1),
        // Noise in the porch is nuisance of neighbours and of the street: the planted rows carry both labels.
        "burenproblematiek" or "leefbaarheid" or "participatie_vrijwilligerswerk" => wijk == "WK990106" && month >= new Month(2025, 1),
        _ => false,
    };
}
