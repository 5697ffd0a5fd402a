using System.Text;
using Signalering.Domain.Classification;
using Signalering.Domain.Counting;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Tests.SeedData;

namespace Signalering.Domain.Tests.Counting;

/// <summary>Laws and frictions in a cube, counted by hand.</summary>
public class FrictionCountTests
{
    private static readonly Gemeente Gemeente = Gemeente.Parse(Encoding.UTF8.GetBytes("""
        {"gemeente":{"code":"GM9901","naam":"Lindewaard"},"wijken":[{"code":"WK990101","naam":"Binnenstad","aliassen":[],"inwoners":9400}],
         "wijkteams":[{"sleutel":"centrum","naam":"Wijkteam Centrum","wijken":["WK990101"],"vanaf":"2026-01"}]}
        """));

    [Fact]
    public void An_activity_counts_once_per_law_and_once_per_friction_and_cases_are_distinct()
    {
        var builder = new CubeBuilder(
            SeedFiles.Taxonomy, new WijkIndex(Gemeente), new CaseHasher("geen sleutel nodig"u8, "centrum"));
        Add(builder, 7, ["uwv"], ["wachten"]);
        Add(builder, 7, ["uwv"], ["wachten", "afwijzing"]);
        Add(builder, null, ["uwv", "wmo"], ["afwijzing"]);
        Add(builder, 8, [], []);

        var cube = Assert.Single(builder.Build(new DeliveryStamp(DateTimeOffset.UnixEpoch, "1"), "centrum", "sha", "1.0.0"));

        Assert.Equal(
            ["uwv : 3 (1 case, 1 without)", "uwv wachten: 2 (1 case, 0 without)", "uwv afwijzing: 2 (1 case, 1 without)",
                "wmo : 1 (0 case, 1 without)", "wmo afwijzing: 1 (0 case, 1 without)"],
            cube.Frictions!.OrderBy(f => f.Beleid, StringComparer.Ordinal).Select(f =>
                $"{f.Beleid} {f.Wrijving}: {f.Measures.Activities} ({f.Measures.Cases.Count} case, {f.Measures.WithoutCase} without)"));
    }

    private static void Add(CubeBuilder builder, ulong? @case, string[] policies, string[] frictions) => builder.Add(
        new ActivityFacts(new DateOnly(2026, 7, 1), 0, 30, null), @case, new ActivityLabels(0, 1, 0)
        {
            Policies = Set(policies, [.. SeedFiles.Taxonomy.Beleid.Select(b => b.Sleutel)]),
            Frictions = Set(frictions, [.. SeedFiles.Taxonomy.Wrijvingen.Select(w => w.Sleutel)]),
        });

    private static ulong Set(string[] keys, List<string> all) =>
        keys.Aggregate(0UL, (set, key) => set | (1UL << all.IndexOf(key)));
}
