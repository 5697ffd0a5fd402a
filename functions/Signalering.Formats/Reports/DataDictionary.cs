using Signalering.Domain.Reporting;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Formats.Reports;

/// <summary>The data dictionary: what each column of each CSV file means, as a table of its own.</summary>
internal static class DataDictionary
{
    /// <summary>Name of the file, without extension.</summary>
    public const string Name = "gegevenswoordenboek";

    /// <summary>A row per column.</summary>
    /// <param name="files">The CSV files, by name.</param>
    public static ReportTable Of(IEnumerable<(string FileName, ReportTable Table)> files) => new(
        Name,
        "Gegevenswoordenboek: wat elke kolom van de CSV-bestanden betekent",
        [],
        [
            new("bestand") { IsSleutel = true, Uitleg = "Naam van het CSV-bestand" },
            new("kolom") { IsSleutel = true, Uitleg = "Kop van de kolom" },
            new("betekenis") { Uitleg = "Wat er in de kolom staat" },
            new("type") { Uitleg = "tekst, geheel getal of decimaal getal" },
            new("eenheid") { Uitleg = "Eenheid van de getallen; leeg als er geen is of als die per rij verschilt" },
            new("geen_waarde")
            {
                Uitleg = "Wat er staat als een waarde ontbreekt, gescheiden door spaties; een lege cel kan altijd",
            },
        ],
        [
            .. from file in files
               from column in CsvColumn.Of(file.Table)
               select (IReadOnlyList<ReportCell>)
               [
                   Van(file.FileName), Van(column.Column.Kop), Van(column.Column.Uitleg ?? column.Column.Kop),
                   Van(TypeName(column.Type)), Van(column.Column.Eenheid ?? ""),
                   Van(string.Join(' ', column.Nulls.Where(text => text.Length > 0))),
               ],
        ]);

    private static string TypeName(CsvType type) => type switch
    {
        CsvType.Whole => "geheel getal",
        CsvType.Decimal => "decimaal getal",
        _ => "tekst",
    };
}
