using System.Globalization;

namespace Signalering.Domain.Intake;

/// <summary>A place in a delivered file; never what stands there, since that may be personal data.</summary>
/// <param name="Rij">Row as Excel numbers it (the first row of the file is 1); null for the file as a whole.</param>
/// <param name="Kolom">Header of the column as we know it (our alias, not the delivered text); null for the
/// row.</param>
/// <param name="Deel">Part of the file in our own words (<c>werkblad 2</c>, <c>opmerkingen</c>, never its delivered
/// name); null in a file of one table.</param>
public readonly record struct Place(int? Rij, string? Kolom, string? Deel = null)
{
    /// <summary>The file as a whole.</summary>
    public static readonly Place Bestand;

    /// <summary>"Rij 12, kolom 'Datum'", "Rij 12", "Werkblad 2, rij 12" or "Bestand".</summary>
    public override string ToString()
    {
        var place = (Rij, Kolom) switch
        {
            ({ } rij, { } kolom) => string.Create(CultureInfo.InvariantCulture, $"rij {rij}, kolom '{kolom}'"),
            ({ } rij, null) => string.Create(CultureInfo.InvariantCulture, $"rij {rij}"),
            (null, { } kolom) => $"kolom '{kolom}'",
            _ => Deel is null ? "bestand" : string.Empty,
        };
        var whole = Deel is null ? place : place.Length == 0 ? Deel : $"{Deel}, {place}";
        return string.Concat(char.ToUpperInvariant(whole[0]).ToString(), whole.AsSpan(1));
    }
}

/// <summary>Something in a delivered file that a person has to mend. A value: bad input is expected, bugs
/// throw.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Waar">Row and column, never the content.</param>
/// <param name="Uitleg">Dutch: what is wrong, what was expected, what to do.</param>
public sealed record Problem(ProblemCode Code, Place Waar, string Uitleg)
{
    /// <summary>As a person reads it: place, then the explanation.</summary>
    public override string ToString() => $"{Waar}: {Uitleg}";
}
