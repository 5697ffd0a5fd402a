namespace Signalering.Domain.Counting;

/// <summary>The counts of one team in one month: everything that is kept of its activities.</summary>
/// <param name="Header">Where the counts come from.</param>
/// <param name="Cases">Hashes of the cases of the month, ascending; a cell points into this list.</param>
/// <param name="Cells">Per wijk, quadrant and problem; an activity with two problems is in two cells (not additive).</param>
/// <param name="Totals">Per wijk and quadrant; an activity is in exactly one (additive).</param>
/// <param name="Pairs">Per wijk and pair of problems; an activity with three problems is in three pairs.</param>
public sealed record Cube(
    CubeHeader Header,
    IReadOnlyList<ulong> Cases,
    IReadOnlyList<CubeCell> Cells,
    IReadOnlyList<CubeTotal> Totals,
    IReadOnlyList<CubePair> Pairs)
{
    /// <summary>Per wijk and law or authority that people got stuck on, in all and per friction; null when it was not
    /// counted (cubes of schema 1).</summary>
    public IReadOnlyList<CubeFriction>? Frictions { get; init; }
}

/// <summary>Where the counts of a cube come from.</summary>
/// <param name="Wijkteam">Key of the team.</param>
/// <param name="Month">Month of the activities.</param>
/// <param name="Delivery">The delivery that was counted last.</param>
/// <param name="ContentSha256">SHA-256 of the delivered file.</param>
/// <param name="Taxonomie">Version of the taxonomy.</param>
/// <param name="Regels">Version of the rules.</param>
/// <param name="Activities">Activities counted.</param>
public sealed record CubeHeader(
    string Wijkteam,
    Month Month,
    DeliveryStamp Delivery,
    string ContentSha256,
    string Taxonomie,
    string Regels,
    int Activities);

/// <summary>What was measured of a group of activities.</summary>
/// <param name="Activities">Number of activities.</param>
/// <param name="Minutes">Minutes of those that tell their duration.</param>
/// <param name="WithoutMinutes">Activities that do not tell their duration.</param>
/// <param name="Participants">Participants of those that tell their number.</param>
/// <param name="WithoutCase">Activities without a case number.</param>
/// <param name="Cases">Positions in <see cref="Cube.Cases"/>, ascending, each once.</param>
public sealed record CubeMeasures(
    int Activities, long Minutes, int WithoutMinutes, long Participants, int WithoutCase, IReadOnlyList<int> Cases);

/// <summary>A cell: a problem (or <c>geen</c>) in a quadrant in a wijk.</summary>
public sealed record CubeCell(string Wijk, string Kwadrant, string Probleem, CubeMeasures Measures);

/// <summary>A quadrant in a wijk, whatever the problems.</summary>
public sealed record CubeTotal(string Wijk, string Kwadrant, CubeMeasures Measures);

/// <summary>Two problems in one activity in a wijk; <paramref name="Eerste"/> comes first in the taxonomy.</summary>
public sealed record CubePair(string Wijk, string Eerste, string Tweede, CubeMeasures Measures);

/// <summary>Activities in a wijk in which somebody got stuck on a law or authority.</summary>
/// <param name="Wijk">Code of the wijk.</param>
/// <param name="Beleid">Key of the law or authority; an activity can be about several (not additive).</param>
/// <param name="Wrijving">Key of the friction; empty for all of them together, each activity once.</param>
/// <param name="Measures">What was measured.</param>
public sealed record CubeFriction(string Wijk, string Beleid, string Wrijving, CubeMeasures Measures);
