using System.Globalization;

namespace Signalering.Domain.Accountability;

/// <summary>Sentences that more than one document needs, each from the configuration.</summary>
internal static class Clauses
{
    /// <summary>Culture of numbers in a sentence.</summary>
    public static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Something that only the municipality knows.</summary>
    public static string Open(string what) => $"[in te vullen: {what}]";

    /// <summary>Head of a document.</summary>
    public static string Head(string title, RunningConfiguration c) =>
        $"""
        # {title}

        {c.Gemeente.Naam} ({c.Gemeente.Code}). Gemaakt uit de draaiende configuratie door Signalering {c.Product}, taxonomie
        {c.Taxonomie}, regels {c.Regels}. Maak dit document opnieuw na elke wijziging van de configuratie
        (`signalering documenten`). Wat alleen de gemeente weet, staat tussen rechte haken.
        {string.Concat(c.Bezwaren.Select(b => $"\n> **Eerst verhelpen:** {b}\n"))}
        """;

    /// <summary>Why this is done.</summary>
    public const string Doel =
        "Terugkerende individuele hulpvragen zichtbaar maken als publieke kwestie, op het niveau van wijk en gemeente, als " +
        "begin van een gesprek over beleid. Niet bestemd voor beslissingen over personen, gezinnen of medewerkers.";

    /// <summary>Which data come in.</summary>
    public const string Gegevens =
        "Per activiteit: datum, wijk, soort contact, omschrijving of hulpvraag, duur, aantal deelnemers en, als het er is, een " +
        "pseudoniem casusnummer. Gezondheid, huiselijk geweld, verslaving en schulden kunnen het onderwerp zijn: behandel elke " +
        "levering als bijzondere persoonsgegevens tot ze is geteld. Namen, adressen, geboortedata en BSN horen er niet in.";

    /// <summary>How long accepted files stay.</summary>
    public static string Archief(RunningConfiguration c) => c.ArchiefDagen == 0
        ? "niet bewaard"
        : $"{c.ArchiefDagen} dagen, voor correcties en incidenten ({Open("reden van deze termijn")})";

    /// <summary>What is kept, and how long.</summary>
    public static IReadOnlyList<(string Wat, string Termijn)> Bewaartermijnen(RunningConfiguration c) =>
    [
        ("Tekst van activiteiten", "alleen in het geheugen, tot de rij is ingedeeld"),
        ("Geweigerd bestand", "meteen verwijderd; het ontvangstbewijs noemt plaats en soort, nooit de inhoud"),
        ("Geaccepteerd bestand", Archief(c)),
        ("Tellingen per wijkteam en maand (kubussen)", "tot en met de jaren waarover nog een rapport gemaakt wordt: " + Open("termijn")),
        ("Versleutelde casusnummers in de kubussen", "als de kubus; de sleutel verschilt per kalenderjaar en per wijkteam"),
        ("Rapporten en gepubliceerde tabellen", Open("termijn uit de selectielijst; voorstel: 7 jaar")),
    ];

    /// <summary>Threshold and rounding.</summary>
    public static string Onthulling(RunningConfiguration c) => string.Create(
        Dutch,
        $"Een cel met minder dan {c.Onthulling.Threshold} unieke casussen (zonder casusnummers: {c.Onthulling.ThresholdWithoutCases} activiteiten) wordt niet getoond. Wat getoond wordt is afgerond op een veelvoud van {c.Onthulling.RoundingBase}. Van elke achtergehouden cel is bewezen dat een buitenstaander haar niet nauwer kan bepalen dan {c.Onthulling.MinimumWidth}; zonder bewijs wordt een tabel niet gepubliceerd.") +
        (c.Onthulling.DominanceShare is { } share
            ? string.Create(Dutch, $" Bij `protect` geldt bovendien: een cel waarin één casus meer dan {share:P0} heeft, wordt niet getoond.")
            : string.Empty) +
        (c.NietGetoondeWijken.Count > 0
            ? $" Nooit apart getoond, wegens het aantal inwoners: {string.Join(", ", c.NietGetoondeWijken)}."
            : " Er zijn geen wijken die wegens hun inwonertal nooit apart getoond worden.");

    /// <summary>Rows of a table in Markdown.</summary>
    public static string Rows(IEnumerable<(string, string)> rows) =>
        string.Join('\n', rows.Select(row => $"| {row.Item1} | {row.Item2} |"));
}
