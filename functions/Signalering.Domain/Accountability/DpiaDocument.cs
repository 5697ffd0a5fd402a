namespace Signalering.Domain.Accountability;

/// <summary>The data protection impact assessment, by the parts of the model of the Dutch government (A to D).</summary>
internal static class DpiaDocument
{
    /// <summary>Ways to learn something of a person from published tables, and what stops them; numbered as the
    /// tests.</summary>
    private static readonly (string Attack, string Measure, string Left)[] Attacks =
    [
        ("1–3. Totaal min de rest: in rij, kwartaal of thema", "secundair achterhouden, met bewijs", "geen bekend"),
        ("4. Gebieden die elkaar snijden (wijk en wijkteamgebied)", "alle indelingen in één model", "indelingen die niet in de tabel staan"),
        ("5. Twee kleine cellen samen", "hun som wordt ook beschermd", "geen bekend"),
        ("6. Een inwoner of hulpverlener die zichzelf aftrekt", "elke achtergehouden cel is breder dan één bijdrage", "wie meer gevallen kent, weet meer"),
        ("7–8. Teken of nul die iets verraadt", "één teken; ontbrekende rijen tellen mee; gevoelige nullen zijn in te stellen", "instelling van gevoelige codes bij `protect`"),
        ("9. Afgeronde cijfers die niet optellen", "de buitenstaander rekent ook in het model met afronding", "geen bekend"),
        ("10–12. Percentages, volgorde, grafieken en hun bron", "alles komt van gepubliceerde cijfers; een ander pad bestaat niet in de code", "geen bekend"),
        ("13. Lopende jaren van elkaar aftrekken", "wordt meegerekend als de tabel die optelling heeft", "de twaalfmaandstabellen van opeenvolgende rapporten worden niet samen bekeken"),
        ("14. Twee uitgaven vergelijken", "een volgende uitgave sluit aan als EerdereUitgavenBinden aan staat", "als die uit staat; en voorlopige uitgaven: verspreid die niet"),
        ("15. Hetzelfde cijfer in een ander product", "op te geven met `--frozen`", "cijfers die niemand opgeeft"),
        ("16. Vrijwel iedereen in een wijk heeft hetzelfde", "regel voor groepen bij `protect`", "in het rapport staat die regel uit: noemers zijn daar activiteiten en geen bewoners"),
        ("17. Veel activiteiten van één casus", "de drempel telt casussen en geen activiteiten", "leveringen zonder casusnummers: drempel maal drie"),
        ("18. Het werk van één medewerker", "er is geen gegeven over medewerkers", "een team van één persoon"),
    ];

    public static string Write(RunningConfiguration c) =>
        $"""
        {Clauses.Head("DPIA: signalering uit activiteiten van wijkteams", c)}
        Een DPIA is hier verplicht: gegevens over kwetsbare mensen in het sociaal domein, op grote schaal (AVG art. 35; lijst
        van de AP van 2019).

        ## A. Beschrijving

        1. **Voorstel.** {Clauses.Doel}
        2. **Persoonsgegevens.** {Clauses.Gegevens}
        3. **Verwerkingen.** Wijkteams leveren een bestand; het wordt gelezen, gescreend, ingedeeld en geteld. Bewaard blijven
           tellingen per wijkteam en maand. Een rapport ziet alleen tellingen, {c.DeadlineDagen} dagen na het kwartaal of eerder
           als alles binnen is. Er is geen koppeling met andere bestanden.
        4. **Partijen.** Gemeente {c.Gemeente.Naam} ({c.Gemeente.Wijken.Count} wijken); leveranciers: {string.Join(", ", c.Gemeente.Wijkteams.Select(team => team.Naam))}.
           Wie de sleutel van de pseudoniemen van de leveranciers houdt: {Clauses.Open("per wijkteam")}.
        5. **Locaties en verwerkers.** {Clauses.Open("regio van de opslag, beheerder, verwerkersovereenkomst")}
        6. **Techniek.** Vaste regels, geen zelflerend systeem, geen besluiten over personen (AVG art. 22 speelt niet).
        7. **Bewaartermijnen.**

        | wat | hoe lang |
        |---|---|
        {Clauses.Rows(Clauses.Bewaartermijnen(c))}

        ## B. Rechtmatigheid

        - Grondslag en uitzondering voor bijzondere gegevens: {Clauses.Open("te bepalen met de functionaris gegevensbescherming")}
        - Doelbinding: geen gebruik voor een individuele zaak; geen koppeling.
        - Noodzaak: alleen de kolommen die geteld worden; tekst wordt na het indelen vergeten.
        - Rechten van betrokkenen: tellingen zijn niet tot een persoon te herleiden; informatie loopt via het wijkteam
          ({Clauses.Open("waar het in de privacyverklaring staat")}).

        ## C. Risico's

        Uit gepubliceerde tabellen, met wat het tegengaat en wat er over blijft:

        | hoe iemand iets te weten kan komen | maatregel | restrisico |
        |---|---|---|
        {string.Join('\n', Attacks.Select(a => $"| {a.Attack} | {a.Measure} | {a.Left} |"))}

        Vóór publicatie: een bestand met persoonsgegevens wordt toch geleverd (geweigerd en verwijderd; het is een datalek bij de
        leverancier, die het ontvangstbewijs als register gebruikt); een naam in vrije tekst wordt gemist (de tekst verlaat het
        geheugen niet); de sleutel lekt ({Clauses.Open("beheer van de sleutel")}).

        ## D. Maatregelen en oordeel

        - {Clauses.Onthulling(c)}
        - Publicatieraster, vooraf vastgesteld: {c.Gemeente.Publicatieraster}.
        - Instellingen zijn standaard aan de strenge kant; de keuze wordt hierboven genoemd.
        - Oordeel over het restrisico, datum en kenmerk: {Clauses.Open("functionaris gegevensbescherming")}

        """;
}
