namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Sentences and rules that more than one sheet needs.</summary>
internal static class Texts
{
    /// <summary>Smallest whole of which a share is printed (CBS income statistics: 100).</summary>
    public const decimal SmallestDenominator = 100;

    /// <summary>Smallest difference between two published values that is printed: twice the rounding base of 5.</summary>
    public const decimal SmallestDifference = 10;

    /// <summary>Shorthand under tables with figures.</summary>
    public const string Afkortingen =
        "[c] = niet getoond, om herkenning te voorkomen. [x] = niet bekend. Ook wat wel getoond wordt is afgerond.";

    /// <summary>Why rows must not be added.</summary>
    public const string NietOptelbaar =
        "Niet optelbaar: een activiteit met twee problemen staat in twee rijen, een casus kan in meer rijen staan.";

    /// <summary>Why wijken are not compared.</summary>
    public const string GeenRanglijst =
        "Geen ranglijst: wijken verschillen in inwoners, teams en manier van registreren. De volgorde is die van de wijkcode.";
}
