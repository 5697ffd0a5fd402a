using static Signalering.Domain.Reporting.ReportCell;
using static Signalering.Domain.Reporting.Sheets.ReportScene;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Our problems in the code lists of others.</summary>
internal static class CrosswalkSheet
{
    /// <summary>A row per translation.</summary>
    public static ReportTable Make(ReportScene scene) => new(
        "Crosswalk",
        $"Vertaling van de sociale problemen naar andere lijsten, taxonomie {scene.Taxonomie.Versie}",
        [
            "Een vertaling helpt om met een andere sector te praten; onze eigen sleutel blijft leidend. Relatie: de andere code gezien vanuit de onze.",
            "Zekerheid laag betekent: nog niet bevestigd door een kenner. Een iWmo-code is een voorziening (een mogelijk antwoord), geen ander woord voor het probleem.",
        ],
        [
            new("Sociaal probleem", Breedte: 34), new("Lijst", Breedte: 24), new("Editie", Breedte: 24),
            new("Code", Breedte: 34), new("Relatie", Breedte: 12), new("Zekerheid", Breedte: 12),
        ],
        [
            .. scene.Problemen.SelectMany(problem => problem.Crosswalk.Select(code => Rij(
                Van(problem.Naam), Van(code.Lijst), Van(code.Editie), Van(code.Code), Van(code.Relatie), Van(code.Zekerheid)))),
        ]);
}
