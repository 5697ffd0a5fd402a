using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Tests.Screening;

/// <summary>The name of a delivered file: persons in it are found, months, teams and systems are not.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("dossier mw. Jansen.csv")]
    [InlineData("export_Priscilla_de_Vries.xlsx")]
    [InlineData("ExportPriscillaVanDijk-2026.csv")]
    [InlineData("2026-03 gesprekken Annemieke.csv")]
    [InlineData("mevr-jansen-maart.csv")]
    [InlineData("bsn 111222333.csv")]
    [InlineData("111222333.csv")]
    [InlineData("p.jansen@voorbeeld.nl.csv")]
    [InlineData("huurder Kerkstraat 14.xlsx")]
    [InlineData("Priscilla%20de%20Vries.csv")]
    [InlineData("06-12345678.csv")]
    [InlineData("client_geb_03-04-1961.csv")]
    public void A_name_of_a_person_or_a_number_of_one_is_found(string name) => Assert.NotEqual(GateOutcome.Pass, Outcome(name));

    [Theory]
    [InlineData("2026-04-03_maart.csv")]
    [InlineData("2026-05-10_correctie-maart.csv")]
    [InlineData("Activiteiten Q1 (definitief) & kopie #2.csv")]
    [InlineData("export_20260331.csv")]
    [InlineData("20260331_export_0912.csv")]
    [InlineData("Regas export wijkteam Centrum mei 2026.xlsx")]
    [InlineData("Kopie van Activiteitenregistratie_2026_Q2_v3.xlsx")]
    [InlineData("Suite4SociaalDomein-uitvoer-2026.csv")]
    [InlineData("Rapportage_Mens_Centraal_jan-mrt.csv")]
    [InlineData("Wijkteam Oost - augustus '26 (2).csv")]
    [InlineData("Mei-Juni April Augustus.csv")]
    [InlineData("registratie SWT Lindewaard 2026-W14.csv")]
    [InlineData("ActiviteitenExport_Zuiderweide_20261124T080000.csv")]
    [InlineData("2021-12-02_activiteiten-2021-11.csv")]
    [InlineData("export 05-12-2019.csv")]
    [InlineData("leveringen.csv")]
    public void A_name_that_says_what_it_is_passes(string name) => Assert.Equal(GateOutcome.Pass, Outcome(name));

    private static GateOutcome Outcome(string name)
    {
        var problems = new ProblemList();
        var gate = new PrivacyGate(Screened.Lexicon, Screened.Allowed, Screened.Year, problems);
        gate.InspectFileName(FileNameWords.Of(name));
        Assert.All(problems.Groups.SelectMany(group => group.Voorbeelden), problem => Assert.Equal("bestandsnaam", problem.Waar.Deel));
        return gate.Outcome;
    }
}
