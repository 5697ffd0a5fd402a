namespace Signalering.Domain.Disclosure;

/// <summary>What came of protecting a table.</summary>
public abstract record Protection
{
    private Protection()
    {
    }

    /// <summary>Every withheld value is proven safe: this may be printed.</summary>
    public sealed record Safe(PublishedTable Table, Certificate Certificate) : Protection;

    /// <summary>No safe table exists with what has to be shown; nothing may be written.</summary>
    /// <param name="Blocking">Cells that cannot be made safe, by their codes.</param>
    /// <param name="Coarser">A coarser table that was tried and is safe, in Dutch; null when none was found.</param>
    public sealed record Impossible(IReadOnlyList<string> Blocking, string? Coarser) : Protection;

    /// <summary>The table or its description is wrong.</summary>
    /// <param name="Faults">Dutch: place, fault, expectation and remedy; no values.</param>
    public sealed record Faulty(IReadOnlyList<string> Faults) : Protection;
}
