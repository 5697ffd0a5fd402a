namespace Signalering.Domain.Disclosure;

/// <summary>Evidence that a publication is safe. Kept with it, never published: it tells which cells are
/// small.</summary>
public sealed record Certificate
{
    /// <summary>Version of the shape of this document.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Version of the product that made it.</summary>
    public required string Product { get; init; }

    /// <summary>The solver, whose points were all verified.</summary>
    public required string Solver { get; init; }

    /// <summary>SHA-256 of codes and true values, in the order of the codes.</summary>
    public required string InputSha256 { get; init; }

    /// <summary>SHA-256 of codes and shown values, in the order of the codes.</summary>
    public required string OutputSha256 { get; init; }

    /// <summary>Fewest unique cases of a shown cell.</summary>
    public required int Threshold { get; init; }

    /// <summary>Fewest activities of a shown cell without case numbers.</summary>
    public required int ThresholdWithoutCases { get; init; }

    /// <summary>Least width of what can be concluded of a withheld value.</summary>
    public required decimal MinimumWidth { get; init; }

    /// <summary>Shown values are multiples of this.</summary>
    public required decimal RoundingBase { get; init; }

    /// <summary>Whether outsiders were taken to reason with the threshold.</summary>
    public required bool ThresholdIsKnown { get; init; }

    /// <summary>What an outsider knows to be the least of a withheld value.</summary>
    public required decimal Lower { get; init; }

    /// <summary>Version of the weights by which further cells were chosen.</summary>
    public string Weights { get; init; } = "waarde-1";

    /// <summary>Relations per dimension.</summary>
    public required IReadOnlyList<CertifiedDimension> Dimensions { get; init; }

    /// <summary>Cells that are shown.</summary>
    public required int Shown { get; init; }

    /// <summary>Cells whose figure of an earlier edition was kept although the value changed.</summary>
    public required IReadOnlyList<string> Kept { get; init; }

    /// <summary>Every withheld cell, also those that are only implied by the table.</summary>
    public required IReadOnlyList<CertifiedCell> Withheld { get; init; }
}

/// <summary>How the cells add up along a dimension.</summary>
/// <param name="Name">Of the dimension.</param>
/// <param name="Relation"><c>sum</c>, <c>distinct</c> or <c>none</c>, as found in the values.</param>
/// <param name="Count">Number of relations.</param>
public sealed record CertifiedDimension(string Name, string Relation, int Count);

/// <summary>Proof for a withheld cell.</summary>
/// <param name="Cell">Codes, or the sum of cells that are alone in a relation.</param>
/// <param name="Reason">Why it is withheld.</param>
/// <param name="Low">Least value in a table that nobody can tell from the true one.</param>
/// <param name="High">Greatest value in such a table. What can be concluded is at least as wide as Low to High.</param>
/// <param name="AlternativesSha256">SHA-256 of the two tables, as changes of the base table.</param>
public sealed record CertifiedCell(
    string Cell, WithheldReason Reason, decimal Low, decimal High, string AlternativesSha256);
