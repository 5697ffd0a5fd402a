namespace Signalering.Domain.Reporting;

/// <summary>A report as data: what the writers turn into a workbook and CSV files.</summary>
/// <param name="Naam">Base of the file names: <c>signalering-2026-Q3</c>.</param>
/// <param name="Titel">Title of the workbook.</param>
/// <param name="Tabellen">One table per sheet, in order of reading.</param>
/// <param name="Cijfers">All published figures, one measure per row (tidy), for <c>cijfers.csv</c>.</param>
/// <param name="Manifest">What went in, for <c>manifest.json</c>.</param>
public sealed record SignaleringReport(
    string Naam, string Titel, IReadOnlyList<ReportTable> Tabellen, ReportTable Cijfers, ReportManifest Manifest);

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
    IReadOnlyList<IReadOnlyList<ReportCell>> Rijen);

/// <summary>A column of a report's table.</summary>
/// <param name="Kop">Header as printed, unique in the table, with the unit.</param>
/// <param name="Decimalen">Decimals of its numbers; 0 for counts.</param>
/// <param name="Breedte">Width in characters.</param>
public sealed record ReportColumn(string Kop, int Decimalen = 0, int Breedte = 14);

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

    /// <summary>Withheld: too few cases to print.</summary>
    public static readonly ReportCell TeKlein = new Afkorting("[c]");

    /// <summary>Not known: nothing was delivered, or the team has no case numbers.</summary>
    public static readonly ReportCell NietBekend = new Afkorting("[x]");

    /// <summary>Text from a string.</summary>
    public static ReportCell Van(string tekst) => new Tekst(tekst);

    /// <summary>A number.</summary>
    public static ReportCell Van(decimal getal) => new Getal(getal);
}
