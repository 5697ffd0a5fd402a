using Signalering.Domain.Counting;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Reporting;

namespace Signalering.Domain.Tests.Reporting;

public class FollowUpTests
{
    private const string Signal = "stijging.WK990106.burenproblematiek";
    private static readonly Quarter Period = new(2026, 3);

    [Fact]
    public void A_ratio_has_the_interval_of_clustered_and_rounded_counts()
    {
        // By hand: r = 100/200 = 0.5; variance 2 (1/100 + 1/200) + 25/12 (1/100² + 1/200²) = 0.03 + 0.00026042 = 0.03026042;
        // root 0.173955; times 1.644854 = 0.286130; 0.5 e^±0.286130 = 0.37558 and 0.66563.
        var measured = Assert.IsType<FollowUpResult.Measured>(Measure(new Figures(Now: 100, Before: 200), new Month(2026, 2)));

        Assert.Equal(Maat.Activiteiten, measured.Maat);
        Assert.Equal(0.5, measured.Verhouding, 9);
        Assert.Equal(0.37558, measured.Van, 4);
        Assert.Equal(0.66563, measured.Tot, 4);
        Assert.Equal("minder dan een jaar eerder", measured.Oordeel);
    }

    [Fact]
    public void Cases_come_before_activities_where_both_are_published()
    {
        var measured = Assert.IsType<FollowUpResult.Measured>(
            Measure(new Figures(Now: 100, Before: 200) { CasesNow = 60, CasesBefore = 65 }, new Month(2026, 2)));

        Assert.Equal((Maat.Casussen, 65m, 60m), (measured.Maat, measured.Eerder, measured.Nu));
        Assert.Equal("geen duidelijk verschil met een jaar eerder", measured.Oordeel);
    }

    [Theory]
    [InlineData(2025, 9)] // ran already in the quarter of before
    [InlineData(2026, 7)] // not a whole quarter yet
    [InlineData(2026, 9)]
    public void An_answer_that_is_too_old_or_too_young_cannot_be_judged(int year, int month) =>
        Assert.IsType<FollowUpResult.Unknown>(Measure(new Figures(100, 200), new Month(year, month)));

    [Fact]
    public void A_withheld_figure_or_a_delivery_that_cannot_be_compared_says_nothing()
    {
        Assert.IsType<FollowUpResult.Unknown>(Measure(new Figures(100, null), new Month(2026, 2)));
        Assert.IsType<FollowUpResult.Unknown>(Measure(new Figures(100, 200), new Month(2026, 2), isComparable: false));
    }

    [Fact]
    public void The_answer_runs_from_the_first_time_that_its_step_was_filled_in_and_starts_again_when_taken_back()
    {
        var register = new DialogueRegister(
        [
            Entry("6 op een agenda", 1), Entry("8 collectief antwoord loopt", 2), Entry("9 teruggekoppeld en opnieuw gemeten", 4),
        ]);

        Assert.Equal(new Month(2026, 2), FollowUp.AnswerSince(register, Signal));
        Assert.Null(FollowUp.AnswerSince(register, "stijging.WK990101.schulden"));
        Assert.Equal(
            new Month(2026, 6),
            FollowUp.AnswerSince(
                new DialogueRegister([.. register.Regels, Entry("7 besluit met trekker", 5), Entry("8 collectief antwoord loopt", 6)]),
                Signal));
    }

    [Theory]
    [InlineData("stijging.WK990106.burenproblematiek", "WK990106", "burenproblematiek")]
    [InlineData("gestapeld.gemeente.rouw+armoede", null, "rouw")]
    public void An_id_tells_wijk_and_problem(string text, string? wijk, string problem)
    {
        var id = SignalId.Parse(text)!;

        Assert.Equal((wijk, problem), (id.Wijk, id.Probleem));
        Assert.Null(SignalId.Parse("geen kenmerk"));
    }

    private static FollowUpResult Measure(Figures figures, Month since, bool isComparable = true) =>
        FollowUp.Measure(figures, "burenproblematiek", "WK990106", Period, since, isComparable);

    private static DialogueEntry Entry(string step, int month) => new(
        Signal, "ladder", step, "2026-Q1", new DateTimeOffset(2026, month, 10, 9, 0, 0, TimeSpan.Zero), $"b{month}", false);

    // Published figures of one problem in one wijk, in two quarters.
    private sealed record Figures(decimal? Now, decimal? Before) : IReportFigures
    {
        public decimal? CasesNow { get; init; }

        public decimal? CasesBefore { get; init; }

        public ReportCell Probleem(string probleem, string wijk, Quarter kwartaal, Maat maat) => Cell(
            (kwartaal == Period, maat) switch
            {
                (true, Maat.Activiteiten) => Now,
                (false, Maat.Activiteiten) => Before,
                (true, Maat.Casussen) => CasesNow,
                (false, Maat.Casussen) => CasesBefore,
                _ => null,
            });

        public ReportCell Kwadrant(string kwadrant, string wijk, Quarter kwartaal, Maat maat) => ReportCell.NietBekend;

        public ReportCell Maand(string probleem, Month maand) => ReportCell.NietBekend;

        public ReportCell Thema(string leefgebied, string wijk, Quarter kwartaal) => ReportCell.NietBekend;

        public ReportCell Samen(string eerste, string tweede) => ReportCell.NietBekend;

        public ReportCell Jaar(string probleem, string kwadrant, string wijk) => ReportCell.NietBekend;

        public ReportCell Beleid(string beleid, string wrijving, Quarter? kwartaal, Maat maat) => ReportCell.NietBekend;

        public IReadOnlyCollection<Month> MaandenZonderBeleid => [];

        public ReportCell Levering(string wijkteam, Month maand) => ReportCell.NietBekend;

        private static ReportCell Cell(decimal? value) => value is { } number ? ReportCell.Van(number) : ReportCell.TeKlein;
    }
}
