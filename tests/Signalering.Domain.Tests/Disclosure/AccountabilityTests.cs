using System.Text;
using Signalering.Domain.Accountability;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Tests.Disclosure;

public sealed class AccountabilityTests
{
    private static readonly Gemeente Gemeente = Gemeente.Parse(Encoding.UTF8.GetBytes("""
        {
          "gemeente": { "code": "GM9903", "naam": "Verzonnen" },
          "wijken": [
            { "code": "WK990301", "naam": "Dorp", "aliassen": [], "inwoners": 4000 },
            { "code": "WK990302", "naam": "Polder", "aliassen": [], "inwoners": 310 }
          ],
          "wijkteams": [{ "sleutel": "dorp", "naam": "Wijkteam Dorp", "wijken": ["WK990301"], "vanaf": "2026-01" }],
          "publicatieraster": ["thema-wijk-kwartaal"]
        }
        """));

    [Fact]
    public void Every_document_tells_what_is_configured()
    {
        var documents = Documents(archiefDagen: 90, threshold: 15);

        Assert.Equal(["dpia.md", "verwerkingsregister.md", "algoritmeregister.md"], documents.Keys);
        Assert.Contains("90 dagen", documents["dpia.md"], StringComparison.Ordinal);
        Assert.Contains("90 dagen", documents["verwerkingsregister.md"], StringComparison.Ordinal);
        Assert.Contains("Wijkteam Dorp", documents["dpia.md"], StringComparison.Ordinal);
        Assert.Contains("Publicatieraster | thema-wijk-kwartaal", documents["algoritmeregister.md"], StringComparison.Ordinal);
        Assert.All(documents.Values, text => Assert.Contains("minder dan 15 unieke casussen", text, StringComparison.Ordinal));
        Assert.All(documents.Values, text => Assert.Contains("nooit apart getoond, wegens het aantal inwoners: Polder", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Another_configuration_gives_other_documents()
    {
        Assert.Contains("Geaccepteerd bestand | niet bewaard", Documents(archiefDagen: 0, threshold: 10)["dpia.md"], StringComparison.Ordinal);
        Assert.DoesNotContain("Eerst verhelpen", Documents(35, 10)["dpia.md"], StringComparison.Ordinal);
        Assert.Contains("Eerst verhelpen", Documents(35, 5)["dpia.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_assessment_names_all_eighteen_attacks()
    {
        var dpia = Documents(35, 10)["dpia.md"];

        var numbers = dpia.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line[2..line.IndexOf('.', StringComparison.Ordinal)].Split('–').Select(int.Parse).ToArray())
            .SelectMany(range => Enumerable.Range(range[0], range[^1] - range[0] + 1));
        Assert.Equal(Enumerable.Range(1, 18), numbers);
    }

    [Fact]
    public void A_table_that_the_grid_does_not_know_is_a_fault_of_the_configuration() =>
        Assert.Throws<FormatException>(() => PublicationGrid.Of(["straat-dag"]));

    private static Dictionary<string, string> Documents(int archiefDagen, int threshold) => AccountabilityDocuments
        .Of(new RunningConfiguration(
            Gemeente, "1.0", "3", "7", archiefDagen, 20, 0.2, true,
            ReportPass.DisclosureOptions(Gemeente) with { Threshold = threshold }))
        .ToDictionary(document => document.Naam, document => document.Tekst);
}
