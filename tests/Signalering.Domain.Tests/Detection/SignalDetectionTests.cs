using Signalering.Domain.Counting;
using Signalering.Domain.Detection;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Tests.Detection;

/// <summary>Signals from small invented municipalities.</summary>
public sealed class SignalDetectionTests
{
    private static readonly Month First = new(2021, 1);
    private static readonly Month Last = First.Plus(59);
    private static readonly int[] Noise = [0, 2, -1, 1, -2, 0, 3, -1, -1, 1, -2];

    private static readonly Wijk[] Wijken =
        [.. Enumerable.Range(1, 8).Select(w => new Wijk($"WK{w:00}", $"Wijk {w}", [], 10_000))];

    [Fact]
    public void A_quiet_municipality_gives_no_rise_and_no_concentration() =>
        Assert.DoesNotContain(Run(Level(8)).Signals, s => s.Type is not SignalType.EenzijdigIndividueel);

    [Fact]
    public void A_rise_in_one_wijk_is_a_rise_there_and_not_a_spread()
    {
        var outcome = Run((w, t) => w == 3 && t >= 56 ? 22 : 8);
        var signal = Assert.Single(outcome.Signals, s => s.Type == SignalType.Stijging);
        Assert.Equal("stijging.WK03.schulden", signal.Id);
        Assert.Equal(SignalState.Nieuw, signal.State);
        Assert.True(signal.Interval.Lower > 1.5 && signal.Interval.Lower < signal.Ratio && signal.Ratio < signal.Interval.Upper);
        Assert.Equal(["team3"], signal.Teams);
        Assert.DoesNotContain(outcome.Signals, s => s.Type == SignalType.Spreiding);
    }

    [Fact]
    public void A_rise_in_four_wijken_is_a_spread_that_names_them()
    {
        var signal = Assert.Single(Run((w, t) => w <= 4 && t >= 54 ? 18 : 8).Signals, s => s.Type == SignalType.Spreiding);
        Assert.Equal(["WK01", "WK02", "WK03", "WK04"], signal.Wijken);
    }

    [Fact]
    public void One_loud_case_is_no_pattern()
    {
        var outcome = Run((w, t) => w == 3 && t >= 54 ? 22 : 8, cases: (w, t) => w == 3 ? 1 : 100);
        Assert.DoesNotContain(outcome.Signals, s => s.Wijk == "WK03" && s.Type == SignalType.Stijging);
        Assert.Contains(outcome.Blocked, b => b.Wijk == "WK03" && b.Type == SignalType.Stijging);
    }

    [Fact]
    public void Persistently_more_per_inhabitant_is_a_concentration_unless_the_wijk_has_more_of_everything()
    {
        var more = Run((w, _) => w == 5 ? 26 : 8).Signals;
        Assert.Equal("WK05", Assert.Single(more, s => s.Type == SignalType.Concentratie).Wijk);
        var reach = Run((w, _) => w == 5 ? 26 : 8, other: w => w == 5 ? 130 : 40).Signals;
        Assert.DoesNotContain(reach, s => s.Type == SignalType.Concentratie);
    }

    [Fact]
    public void A_break_that_the_ledger_knows_restarts_the_history()
    {
        static double Doubled(int w, int t) => w == 3 && t >= 40 ? 16 : 8;
        Assert.Contains(Run(Doubled).Signals, s => s.Wijk == "WK03" && s.Type == SignalType.Stijging);
        var known = Run(Doubled, coverage: [new MonthCoverage("team3", First.Plus(40), 1, "Nieuw formulier.")]);
        Assert.DoesNotContain(known.Signals, s => s.Wijk == "WK03" && s.Type == SignalType.Stijging);
        Assert.Contains(known.Blocked, b => b.Wijk == "WK03" && b.Reden.StartsWith("Nieuw formulier.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_people_found_right_is_not_blocked_by_the_check_of_the_counts()
    {
        // Team 3 delivers a fifth of the usual in month 50.
        var input = Input(Level(8), (_, _) => 100, _ => 40, []);
        input = input with
        {
            TeamMonths = [.. input.TeamMonths.Select(t => t.Wijkteam == "team3" && t.Month == First.Plus(50)
                ? t with { Activities = t.Activities / 5 }
                : t)],
        };
        Assert.Contains(SignalDetection.Run(input).Blocked, b => b.Wijkteam == "team3" && b.From == First.Plus(50));

        var right = input with { FoundRight = new HashSet<(string, Month)> { ("team3", First.Plus(50)) } };

        Assert.Empty(SignalDetection.Run(right).Blocked);
    }

    [Fact]
    public void Missing_months_in_a_row_are_one_gap_with_its_reason_and_never_a_zero()
    {
        var input = Input(Level(20), (_, _) => 100, _ => 40, []);
        bool IsThere(string team, Month month) => team != "team3" || month < First.Plus(52) || month > First.Plus(54);
        input = input with
        {
            Counts = [.. input.Counts.Where(c => IsThere(c.Wijkteam, c.Month))],
            TeamMonths = [.. input.TeamMonths.Where(t => IsThere(t.Wijkteam, t.Month))],
            Coverage = [.. Enumerable.Range(52, 3).Select(t =>
                new MonthCoverage("team3", First.Plus(t), 0) { GapReason = "Er is niet geleverd." })],
        };

        var outcome = SignalDetection.Run(input);

        var gap = Assert.Single(outcome.Blocked, b => b.Type == SignalType.Stijging);
        Assert.Equal(
            ("WK03", First.Plus(52), First.Plus(54), "Er is niet geleverd."), (gap.Wijk, gap.From, gap.Until, gap.Reden));
        var series = outcome.Series.Single(s => s.Wijk == "WK03" && s.Probleem == "schulden");
        Assert.All(series.Months.Where(m => !IsThere("team3", m.Month)), m =>
            Assert.Equal(AssessmentStatus.GeenLevering, m.Status));
        Assert.DoesNotContain(outcome.Signals, s => s.Type == SignalType.Stijging);
    }

    [Fact]
    public void No_collective_answer_is_claimed_to_be_missing_where_a_tenth_of_the_year_is()
    {
        var input = Input(Level(8), (_, _) => 100, _ => 40, []);
        Assert.Contains(SignalDetection.Run(input).Signals, IsChance);
        var gone = Enumerable.Range(50, 2).Select(t => First.Plus(t)).ToHashSet();

        var outcome = SignalDetection.Run(input with
        {
            Counts = [.. input.Counts.Where(c => c.Wijkteam != "team3" || !gone.Contains(c.Month))],
            TeamMonths = [.. input.TeamMonths.Where(t => t.Wijkteam != "team3" || !gone.Contains(t.Month))],
        });

        Assert.DoesNotContain(outcome.Signals, IsChance);
        Assert.Contains(outcome.Blocked, b => b.Type == SignalType.EenzijdigIndividueel && b.Wijk == "WK03");
        Assert.DoesNotContain(
            SignalDetection.Run(input with { NoProblems = new HashSet<string> { "schulden" } }).Signals, IsChance);

        static bool IsChance(Signal s) =>
            s is { Type: SignalType.EenzijdigIndividueel, Wijk: "WK03", Probleem: "schulden" };
    }

    [Fact]
    public void The_order_of_the_input_leaves_no_trace()
    {
        var input = Input((w, t) => w <= 4 && t >= 54 ? 18 : 8, (_, _) => 100, _ => 40, []);
        var turned = input with { Counts = [.. input.Counts.Reverse()], TeamMonths = [.. input.TeamMonths.Reverse()] };
        Assert.Equal(
            SignalDetection.Run(input).Signals.Select(s => (s.Id, s.PValue, s.Observed)),
            SignalDetection.Run(turned).Signals.Select(s => (s.Id, s.PValue, s.Observed)));
    }

    [Fact]
    public void A_late_delivery_that_rewrites_the_past_is_said()
    {
        var before = Run((w, t) => w == 3 && t >= 54 ? 22 : 8).Signals;
        var after = Run((w, t) => w == 3 && t >= 50 ? 22 : 8).Signals;
        Assert.Empty(SignalHistory.Changes(before, before));
        var change = Assert.Single(SignalHistory.Changes(before, after), c => c.Id == "stijging.WK03.schulden");
        Assert.Contains(First.Plus(52), change.Months);
    }

    [Fact]
    public void Nothing_delivered_gives_nothing()
    {
        var outcome = SignalDetection.Run(new SignalInput(Wijken, Last, [], []));
        Assert.Empty(outcome.Signals);
        Assert.Empty(outcome.Blocked);
    }

    [Fact]
    public void A_law_with_friction_in_five_cases_is_a_policy_effect()
    {
        var input = Input(Level(8), (_, _) => 100, _ => 40, []);
        FrictionCount Friction(Month month, int activities, int cases, int withoutCase = 0) => new(
            "team2", "wmo", "WK02", month, activities, withoutCase, [.. Enumerable.Range(0, cases).Select(c => (ulong)c)]);
        IEnumerable<Signal> Found(params FrictionCount[] friction) =>
            SignalDetection.Run(input with { Friction = friction }).Signals.Where(IsPolicy);

        Assert.Empty(Found(Friction(Last, 40, 4)));
        Assert.Equal(SignalState.Nieuw, Assert.Single(Found(Friction(Last, 5, 5))).State);
        Assert.Equal(
            SignalState.Structureel, Assert.Single(Found(Friction(Last, 5, 5), Friction(Last.Plus(-12), 5, 5))).State);
        Assert.Empty(Found(Friction(Last, 9, 0, withoutCase: 9)));
        Assert.Null(Assert.Single(Found(Friction(Last, 10, 0, withoutCase: 10))).Cases);

        static bool IsPolicy(Signal s) => s.Type == SignalType.Beleidseffect && s.Probleem == "wmo";
    }

    private static Func<int, int, double> Level(double level) => (_, _) => level;

    private static SignalOutcome Run(
        Func<int, int, double> level, Func<int, int, int>? cases = null, Func<int, double>? other = null,
        IReadOnlyList<MonthCoverage>? coverage = null) =>
        SignalDetection.Run(Input(level, cases ?? ((_, _) => 100), other ?? (_ => 40), coverage ?? []));

    /// <summary>Eight wijken with a team each; <c>schulden</c> at a level, and other work.</summary>
    private static SignalInput Input(
        Func<int, int, double> level, Func<int, int, int> cases, Func<int, double> other,
        IReadOnlyList<MonthCoverage> coverage)
    {
        var (counts, teams) = (new List<ProblemCount>(), new List<TeamMonth>());
        for (var w = 1; w <= 8; w++)
        {
            for (var t = 0; t < 60; t++)
            {
                var debts = (int)Math.Max(0, level(w, t) + Noise[(t + (3 * w)) % 11]);
                var rest = (int)other(w) + Noise[(t + w) % 11];
                counts.Add(Count(w, t, "schulden", debts, cases(w, t)));
                counts.Add(Count(w, t, "opvoeding", rest, 100));
                teams.Add(new TeamMonth($"team{w}", First.Plus(t), debts + rest + 150));
            }
        }

        return new SignalInput(Wijken, Last, counts, teams) { Coverage = coverage };
    }

    private static ProblemCount Count(int w, int t, string problem, int activities, int cases) => new(
        $"team{w}", $"WK{w:00}", problem, First.Plus(t), activities, activities, 0, 0,
        [.. Enumerable.Range(0, Math.Min(cases, activities)).Select(c => (ulong)((w * 1000) + c))]);
}
