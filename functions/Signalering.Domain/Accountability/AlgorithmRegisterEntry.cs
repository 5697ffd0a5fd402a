namespace Signalering.Domain.Accountability;

/// <summary>The entry of the Dutch algorithm register, by the fields of its publication standard.</summary>
internal static class AlgorithmRegisterEntry
{
    public static string Write(RunningConfiguration c) =>
        $"""
        {Clauses.Head("Algoritmeregister: signalering uit activiteiten van wijkteams", c)}
        ## Algemene informatie

        | veld | invulling |
        |---|---|
        | Naam | Signalering |
        | Organisatie | gemeente {c.Gemeente.Naam} |
        | Korte omschrijving | Deelt activiteiten van wijkteams met vaste regels in naar sociaal probleem en kwadrant, telt ze per wijk en maand, en zoekt in de tellingen naar patronen die boven het gewone uitkomen. |
        | Publicatiecategorie | {Clauses.Open("impactvol algoritme of overig")} |
        | Status | {Clauses.Open("in ontwikkeling of in gebruik, sinds wanneer")} |
        | Contact | {Clauses.Open("e-mailadres van een afdeling")} |
        | Broncode | openbaar, EUPL-1.2 |

        ## Verantwoord gebruik

        | veld | invulling |
        |---|---|
        | Doel en impact | {Clauses.Doel} Een signaal gaat over een gebied en leidt tot een gesprek, nooit tot een maatregel tegen iemand. |
        | Afwegingen | Zonder telling blijven terugkerende problemen bij de afzonderlijke hulpverlener liggen. Tegenover dat nut staat het risico dat kleine groepen herkenbaar worden of een wijk een stempel krijgt: er zijn geen ranglijsten, geen kenmerken van personen en geen kleine aantallen. |
        | Menselijke tussenkomst | Elk signaal heet 'concept' tot beleid en bewoners of teams zich erin herkennen. Mensen beslissen of er iets volgt, en dat staat op de dialoogkaart. |
        | Risicobeheer | DPIA: {Clauses.Open("kenmerk en datum")}. Regels worden getoetst (`signalering regels toets`), hun treffers en missers staan in docs/methoden/classificatie.md; foutkansen van signalen in docs/methoden/detectie.md. |
        | Wettelijke basis | {Clauses.Open("bijvoorbeeld Wmo 2015 art. 2.1.2 (beleidsplan)")} |

        ## Werking

        | veld | invulling |
        |---|---|
        | Gegevens | {Clauses.Gegevens} |
        | Soort algoritme | Vaste regels (versie {c.Regels}), niet zelflerend. Signalen: statistische toetsing van maandcijfers. |
        | Technische werking | Termen en context bepalen probleem en kwadrant; elke indeling is uit te leggen (`signalering classify`). Tellingen worden vergeleken met eerdere jaren en met de andere wijken. |
        | Drempels | {Clauses.Onthulling(c)} |
        | Publicatieraster | {c.Gemeente.Publicatieraster} |
        | Leverancier | {Clauses.Open("eigen beheer of naam")} |

        """;
}
