using System.Globalization;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>Dutch texts about findings: place, kind, remedy; never the content of a cell.</summary>
public static class ScreeningMessages
{
    /// <summary>SIG1010 for what is sure, SIG2101 for what a person has to look at, SIG1102–1104 for columns.</summary>
    public static Problem Of(GateFinding finding)
    {
        var column = finding.Shown ?? finding.Column;
        var place = finding.Row > 0
            ? new Place(finding.Row, column, finding.Part)
            : new Place(null, null, finding.Part);
        return finding.Kind switch
        {
            PersonalDataKind.Column when finding.Rule.StartsWith("kop.", StringComparison.Ordinal) => new Problem(
                finding.Level == FindingLevel.Hoog ? ProblemCode.Persoonsgegevens : ProblemCode.GevoeligeKolom,
                new Place(null, column),
                "de kop van deze kolom kondigt gegevens van personen aan. Verwacht: geen namen, adressen, geboortedatums, " +
                "telefoonnummers, BSN of bijzondere persoonsgegevens. Verwijder de kolom uit de export en lever opnieuw aan."),
            PersonalDataKind.Pseudonym => new Problem(ProblemCode.GeenPseudoniem, new Place(null, column),
                "de casusnummers zijn geen pseudoniemen: er is een persoonsgegeven uit terug te rekenen. Verwacht: willekeurige " +
                "nummers, voor elke levering nieuw gemaakt of met een geheime sleutel. Laat ze opnieuw maken en lever opnieuw aan."),
            PersonalDataKind.Combination => new Problem(ProblemCode.Herleidbaar, new Place(null, column),
                "de combinatie van wijk, leeftijd, geslacht en huishouden komt bij minder dan 5 casussen voor. Verwacht: geen " +
                "kolommen over de persoon; de pijplijn leest ze niet. Verwijder ze, of maak er ruime klassen van, en lever opnieuw aan."),
            _ when finding.Rule.StartsWith("kolom.", StringComparison.Ordinal) => new Problem(
                ProblemCode.PersonenInKolom, new Place(null, column),
                $"de waarden in deze kolom lijken samen op {PersonalDataNames.Uitleg(finding.Kind)}. Verwacht: geen gegevens die naar " +
                "een persoon leiden. Verwijder de kolom uit de export en lever opnieuw aan."),
            _ when finding.Level == FindingLevel.Hoog => Messages.Persoonsgegeven(place, PersonalDataNames.Uitleg(finding.Kind)),
            _ => new Problem(ProblemCode.MogelijkPersoonsgegeven, place,
                $"hier staat misschien {PersonalDataNames.Uitleg(finding.Kind)}. Verwacht: geen gegevens die naar een persoon " +
                "leiden. Haal het weg en lever opnieuw aan. Is het geen persoon maar een straat, gebouw of organisatie, laat die dan " +
                "toevoegen aan de lijst van de gemeente."),
        };
    }

    /// <summary>SIG1101: a person has to look before this is counted.</summary>
    /// <param name="plaatsen">Places to be looked at.</param>
    public static Problem Quarantaine(int plaatsen) => new(ProblemCode.Quarantaine, Place.Bestand, string.Create(
        CultureInfo.GetCultureInfo("nl-NL"),
        $"op {plaatsen:N0} {(plaatsen == 1 ? "plaats" : "plaatsen")} staat misschien een persoonsgegeven. Er is nog niets geteld: eerst moet een mens kijken. Haal de gegevens weg op de plaatsen die hieronder staan en lever opnieuw aan, of vraag om vrijgave als het er geen zijn."));
}
