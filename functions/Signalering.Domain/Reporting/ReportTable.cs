using Signalering.Domain.Disclosure;

namespace Signalering.Domain.Reporting;

/// <summary>A report as data: what the writers turn into a workbook and CSV files.</summary>
/// <param name="Naam">Base of the file names: <c>signalering-2026-Q3</c>.</param>
/// <param name="Titel">Title of the workbook.</param>
/// <param name="Tabellen">One table per sheet, in order of reading.</param>
/// <param name="Cijfers">All published figures, one measure per row (tidy), for <c>cijfers.csv</c>.</param>
/// <param name="Manifest">What went in, for <c>manifest.json</c>.</param>
public sealed record SignaleringReport(
    string Naam, string Titel, IReadOnlyList<ReportTable> Tabellen, ReportTable Cijfers, ReportManifest Manifest)
{
    /// <summary>The page in plain Dutch (B1) for residents, a paragraph each; empty for none.</summary>
    public IReadOnlyList<string> Bewonerspagina { get; init; } = [];

    /// <summary>Further tidy tables, each a CSV file by its name: <c>signalen</c>, <c>leveringen</c>.</summary>
    public IReadOnlyList<ReportTable> Bijlagen { get; init; } = [];

    /// <summary>The published tables behind it, for <c>gepubliceerd.json</c>: the next editions have to agree with
    /// them.</summary>
    public PublishedTables? Gepubliceerd { get; init; }
}

/// <summary>A report in all its editions.</summary>
/// <param name="Gemeente">For policy advisors.</param>
/// <param name="Teams">For each team that delivered in the period, by key.</param>
public sealed record ReportEditions(SignaleringReport Gemeente, IReadOnlyDictionary<string, SignaleringReport> Teams)
{
    /// <summary>Views of the municipality's report for those who asked for one, in order of the configuration.</summary>
    public IReadOnlyList<SignaleringReport> Opdrachtgevers { get; init; } = [];
}

/// <summary>A table of a report, free of any layout.</summary>
/// <param name="Naam">Name of the sheet: short, no spaces.</param>
/// <param name="Titel">One line above the table.</param>
/// <param name="Toelichting">Lines between title and table: shorthand and how to read it.</param>
/// <param name="Kolommen">Unique headers.</param>
/// <param name="Rijen">As many cells per row as there are columns.</param>
public sealed record ReportTable(
    string Naam,
    string Titel,
    IReadOnlyList<string> Toelichting,
    IReadOnlyList<ReportColumn> Kolommen,
    IReadOnlyList<IReadOnlyList<ReportCell>> Rijen)
{
    /// <summary>How it is laid out.</summary>
    public TableForm Vorm { get; init; } = TableForm.Tabel;

    /// <summary>Charts of this table's own columns, beside or above it.</summary>
    public IReadOnlyList<ReportChart> Grafieken { get; init; } = [];
}

/// <summary>How a table is laid out.</summary>
public enum TableForm
{
    /// <summary>Rows and columns.</summary>
    Tabel,

    /// <summary>Two columns of text, to be read as a page: subject and explanation.</summary>
    Pagina,

    /// <summary>Rows and columns whose numbers are shaded from light to dark, per table; the number stays readable.</summary>
    Warmtekaart,

    /// <summary>Cards: rows with the same first cell form one card, whose title is that cell.</summary>
    Kaarten,
}

/// <summary>A chart of columns of the table that it belongs to; it can show nothing that the table does not print.</summary>
/// <param name="Titel">Title, with the period.</param>
/// <param name="Omschrijving">What can be seen, in one or two sentences: the text alternative.</param>
/// <param name="Soort">Lines over time, or bars.</param>
/// <param name="Labels">Where the labels stand.</param>
/// <param name="Reeksen">The series.</param>
/// <param name="As">Title of the axis of values, with the unit.</param>
public sealed record ReportChart(
    string Titel, string Omschrijving, ChartKind Soort, ChartLabels Labels, IReadOnlyList<ChartSeries> Reeksen, string As)
{
    /// <summary>A reference line with its name, explicitly no norm; null for none.</summary>
    public (string Naam, decimal Waarde)? Referentie { get; init; }
}

/// <summary>Kind of a chart.</summary>
public enum ChartKind
{
    /// <summary>Lines over time.</summary>
    Lijn,

    /// <summary>Horizontal bars.</summary>
    Balk,
}

/// <summary>Where the labels of a chart stand.</summary>
public abstract record ChartLabels
{
    private ChartLabels()
    {
    }

    /// <summary>The headers of columns <paramref name="From"/> to <paramref name="To"/> (inclusive): a series is a row.</summary>
    public sealed record Headers(int From, int To) : ChartLabels;

    /// <summary>The cells of column <paramref name="Index"/>, one per row: a series is a column.</summary>
    public sealed record Column(int Index) : ChartLabels;
}

/// <summary>A series of a chart.</summary>
/// <param name="Naam">Name in the legend.</param>
/// <param name="Positie">Position of its row (labels in headers) or column (labels in a column).</param>
public sealed record ChartSeries(string Naam, int Positie);

/// <summary>A column of a report's table.</summary>
/// <param name="Kop">Header as printed, unique in the table, with the unit.</param>
/// <param name="Decimalen">Decimals of its numbers; 0 for counts.</param>
/// <param name="Breedte">Width in characters.</param>
public sealed record ReportColumn(string Kop, int Decimalen = 0, int Breedte = 14)
{
    /// <summary>What the column holds, for the data dictionary; null when the header says it.</summary>
    public string? Uitleg { get; init; }

    /// <summary>Unit of its numbers, for the data dictionary; null when it has none or differs per row.</summary>
    public string? Eenheid { get; init; }

    /// <summary>Holds the whole of the other columns: a heat map does not shade it.</summary>
    public bool IsTotaal { get; init; }

    /// <summary>Part of what a row is found by. In a CSV file these columns together are the primary key; on a card such a
    /// column is for the machine that reads the card back, and a page leaves it out.</summary>
    public bool IsSleutel { get; init; }
}

/// <summary>What may be printed in a cell. A withheld value is not in here at all.</summary>
public abstract record ReportCell
{
    private ReportCell()
    {
    }

    /// <summary>Text; writers keep it from being read as a formula.</summary>
    public sealed record Tekst(string Waarde) : ReportCell;

    /// <summary>A published number.</summary>
    public sealed record Getal(decimal Waarde) : ReportCell;

    /// <summary>No number, and why: shorthand such as <c>[c]</c> (withheld) or <c>[x]</c> (unknown).</summary>
    public sealed record Afkorting(string Teken) : ReportCell;

    /// <summary>To be filled in by the reader (a yellow cell); holds what was filled in before.</summary>
    /// <param name="Waarde">Text so far; empty when nothing was filled in.</param>
    /// <param name="Keuzes">Allowed answers; empty for free text.</param>
    public sealed record Invulbaar(string Waarde, IReadOnlyList<string> Keuzes) : ReportCell;

    /// <summary>Withheld: too few cases to print.</summary>
    public static readonly ReportCell TeKlein = new Afkorting("[c]");

    /// <summary>Not known: nothing was delivered, or the team has no case numbers.</summary>
    public static readonly ReportCell NietBekend = new Afkorting("[x]");

    /// <summary>Text from a string.</summary>
    public static ReportCell Van(string tekst) => new Tekst(tekst);

    /// <summary>A number.</summary>
    public static ReportCell Van(decimal getal) => new Getal(getal);
}
