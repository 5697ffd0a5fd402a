using Signalering.Domain.Counting;
using Signalering.Domain.Detection;

namespace Signalering.Domain.Tests.Detection;

/// <summary>Deliveries that look like trends.</summary>
public sealed class ArtefactCheckTests
{
    private static readonly Month First = new(2022, 1);

    [Fact]
    public void A_month_far_below_its_neighbours_is_an_outage()
    {
        var found = Assert.Single(Check(("a", t => t == 20 ? 23 : 220)));
        Assert.Equal(("a", First.Plus(20), 0.0), (found.Wijkteam, found.Month, found.Exposure));
    }

    [Fact]
    public void The_last_month_too() =>
        Assert.Equal(First.Plus(47), Assert.Single(Check(("a", t => t == 47 ? 60 : 220))).Month);

    [Fact]
    public void A_sudden_rise_of_everything_that_a_team_does_is_a_break()
    {
        var found = Assert.Single(Check(("a", t => t >= 30 ? 350 : 250)));
        Assert.Equal(First.Plus(30), found.Month);
        Assert.NotNull(found.BreakReason);
    }

    [Fact]
    public void Neither_growth_nor_season_nor_noise_is() =>
        Assert.Empty(Check(("a", t => 200 + (2 * t)), ("b", _ => 150), ("c", _ => 300)));

    [Fact]
    public void Few_activities_are_no_ground_for_an_outage() => Assert.Empty(Check(("a", t => t == 20 ? 1 : 4)));

    /// <summary>48 months of the teams, and of one that stays as it is; all with the same season and some
    /// noise.</summary>
    private static IReadOnlyList<MonthCoverage> Check(params (string Team, Func<int, double> Level)[] teams)
    {
        int[] noise = [3, -7, 5, 0, -4, 8, -2, -6, 4, 1, 6];
        return ArtefactCheck.Run([.. teams.Append(("z", _ => 180)).SelectMany((team, i) =>
            Enumerable.Range(0, 48).Select(t => new TeamMonth(
                team.Item1, First.Plus(t),
                Math.Max(0, (int)(team.Item2(t) * (1 + (0.15 * Math.Cos(Math.PI * t / 6))) * (1 + (noise[(t + (3 * i)) % 11] / 200.0)))))))]);
    }
}
