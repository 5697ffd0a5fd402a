using System.Globalization;
using CsCheck;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Tests.Counting;

/// <summary>Invented cubes.</summary>
internal static class SomeCubes
{
    private static readonly string[] Wijken = ["WK990101", "WK990102", "elders"];
    private static readonly string[] Kwadranten = ["individueel_hulpverlening", "intern"];
    private static readonly string[] Problemen = ["schulden", "rouw", "geen"];

    private static readonly string[] Beleid = ["uwv", "wmo"];
    private static readonly string[] Wrijvingen = ["", "wachten"];

    private static readonly Gen<CubeMeasures> Measures =
        from activities in Gen.Int[1, 5000]
        from minutes in Gen.Long[0, 1L << 40]
        from withoutMinutes in Gen.Int[0, 5000]
        from participants in Gen.Long[0, 1L << 33]
        from withoutCase in Gen.Int[0, 5000]
        from cases in Gen.Int[0, 19].HashSet[0, 20]
        select new CubeMeasures(activities, minutes, withoutMinutes, participants, withoutCase, [.. cases.Order()]);

    /// <summary>Any cube with 20 cases.</summary>
    public static Gen<Cube> Any { get; } =
        from cases in Gen.ULong.HashSet[20]
        from month in Gen.Int[24_000, 25_000]
        from received in Gen.Int[0, 1_000_000]
        from cells in Gen.Select(Of(Wijken), Of(Kwadranten), Of(Problemen), Measures)
            .Select((w, k, p, m) => new CubeCell(w, k, p, m)).List[0, 12]
        from totals in Gen.Select(Of(Wijken), Of(Kwadranten), Measures)
            .Select((w, k, m) => new CubeTotal(w, k, m)).List[0, 5]
        from pairs in Gen.Select(Of(Wijken), Measures)
            .Select((w, m) => new CubePair(w, "schulden", "rouw", m)).List[0, 3]
        from counted in Gen.Bool
        from frictions in Gen.Select(Of(Wijken), Of(Beleid), Of(Wrijvingen), Measures)
            .Select((w, b, f, m) => new CubeFriction(w, b, f, m)).List[0, 4]
        select new Cube(Header(month: new Month(month), received: received), [.. cases.Order()], cells, totals, pairs)
        {
            Frictions = counted ? frictions : null,
        };

    /// <summary>A header of an invented team's delivery.</summary>
    public static CubeHeader Header(
        string team = "oost", Month? month = null, int received = 0, string? id = null, int activities = 3) => new(
            team, month ?? new Month(2026, 9),
            new DeliveryStamp(
                DateTimeOffset.UnixEpoch.AddSeconds(received),
                id ?? received.ToString(CultureInfo.InvariantCulture)),
            $"sha-{received}-{id}", "1.0.0", "1.0.0", activities);

    /// <summary>Everything that a cube says, as text: collections in records compare by reference.</summary>
    public static string Text(Cube cube) => string.Join('\n',
    [
        cube.Header.ToString(),
        string.Join(',', cube.Cases),
        .. cube.Cells.Select(c => $"{c.Wijk} {c.Kwadrant} {c.Probleem} {Text(c.Measures)}"),
        .. cube.Totals.Select(t => $"{t.Wijk} {t.Kwadrant} {Text(t.Measures)}"),
        .. cube.Pairs.Select(p => $"{p.Wijk} {p.Eerste} {p.Tweede} {Text(p.Measures)}"),
        cube.Frictions is null ? "not counted" : "counted",
        .. (cube.Frictions ?? []).Select(f => $"{f.Wijk} {f.Beleid} {f.Wrijving} {Text(f.Measures)}"),
    ]);

    private static Gen<string> Of(string[] keys) => Gen.Int[0, keys.Length - 1].Select(i => keys[i]);

    private static string Text(CubeMeasures m) =>
        $"{m.Activities} {m.Minutes} {m.WithoutMinutes} {m.Participants} {m.WithoutCase} [{string.Join(',', m.Cases)}]";
}
