using System.Globalization;
using System.Text;

namespace Signalering.Cli.Tests.Disclosure;

/// <summary>An export of which every count is known: so many activities of so many clients per wijk and question.</summary>
internal sealed class InventedExport
{
    public const string Header =
        "Volgnr;Datum;Soort contact;Kanaal;Leefgebied;Hulpvraag;Duur (min);Aantal deelnemers;Wijk;Cliëntnr;Discipline\n";

    private readonly StringBuilder _rows = new(Header);
    private int _number;

    /// <summary>Adds activities, spread over the clients in turn.</summary>
    /// <param name="month">First day of the month.</param>
    /// <param name="wijk">Name of the wijk.</param>
    /// <param name="vraag">Life area and question, with <c>;</c> between.</param>
    /// <param name="activities">How many.</param>
    /// <param name="clients">Of how many clients.</param>
    public InventedExport Add(DateOnly month, string wijk, string vraag, int activities, int clients)
    {
        for (var i = 0; i < activities; i++)
        {
            var day = month.AddDays(i % 28).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            var client = string.Create(CultureInfo.InvariantCulture, $"{Letters(wijk)}{Letters(vraag)}{i % clients:0000}Q");
            _rows.Append(CultureInfo.InvariantCulture,
                $"{++_number};{day};Individuele hulp;kantoor;{vraag};30;;{wijk};{client};sociaal werker\n");
        }

        return this;
    }

    public override string ToString() => _rows.ToString();

    private static string Letters(string text) =>
        new([.. text.Where(char.IsAsciiLetterUpper).Concat(text.Where(char.IsAsciiLetterLower).Take(2)).Take(3).Select(char.ToUpperInvariant)]);
}
