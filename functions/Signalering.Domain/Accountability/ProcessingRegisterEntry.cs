namespace Signalering.Domain.Accountability;

/// <summary>The entry of the register of processing activities (AVG article 30).</summary>
internal static class ProcessingRegisterEntry
{
    public static string Write(RunningConfiguration c) =>
        $"""
        {Clauses.Head("Verwerkingsregister: signalering uit activiteiten van wijkteams", c)}
        | onderdeel (AVG art. 30 lid 1) | invulling |
        |---|---|
        | a. Verwerkingsverantwoordelijke | college van burgemeester en wethouders van {c.Gemeente.Naam}, {Clauses.Open("contactgegevens")}; functionaris gegevensbescherming: {Clauses.Open("naam en bereikbaarheid")} |
        | Verwerkers | {Clauses.Open("beheerder van de omgeving, met verwerkersovereenkomst")} |
        | b. Doeleinden | {Clauses.Doel} |
        | c. Betrokkenen | inwoners met contact met een wijkteam. Medewerkers worden niet geteld: er is geen gegeven over wie een activiteit deed |
        | c. Gegevens | {Clauses.Gegevens} |
        | d. Ontvangers van persoonsgegevens | geen: buiten de verwerking komen alleen beschermde tellingen |
        | d. Ontvangers van rapporten | beleidsadviseurs van de gemeente; de {c.Gemeente.Wijkteams.Count} wijkteams elk hun eigen uitgave; {Clauses.Open("anderen")} |
        | e. Doorgifte buiten de EER | {Clauses.Open("geen, of: waarheen en op welke grond")} |
        | Grondslag | {Clauses.Open("bijvoorbeeld taak van algemeen belang, AVG 6 lid 1 onder e, met Wmo 2015; bijzondere gegevens: UAVG art. 24 of een andere uitzondering")} |

        ## f. Bewaartermijnen

        | wat | hoe lang |
        |---|---|
        {Clauses.Rows(Clauses.Bewaartermijnen(c))}

        ## g. Maatregelen

        - Een bestand met persoonsgegevens (BSN, naam, adres, geboortedatum, telefoon, e-mail) wordt geweigerd en verwijderd.
        - Casusnummers worden meteen versleuteld (HMAC-SHA-256, afgekapt tot 64 bits, sleutel per kalenderjaar en wijkteam).
        - Een levering met meer dan {c.FouteRijen.ToString("P0", Clauses.Dutch)} onleesbare rijen wordt geweigerd.
        - {Clauses.Onthulling(c)}
        - Met de instelling EerdereUitgavenBinden sluiten uitgaven op elkaar aan: een kleine verandering is dan niet te zien.
        - Versleuteling van opslag en transport, toegang per rol, logboek zonder inhoud: {Clauses.Open("verwijzing naar de inrichting, zie docs/uitrol.md")}

        """;
}
