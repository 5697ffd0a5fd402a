using System.Globalization;
using Signalering.Domain.Counting;
using Signalering.Domain.Dialogue;
using Signalering.Domain.Municipality;
using Signalering.Domain.Reporting.Editions;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>What every sheet may look at: names and published figures, never an unprotected count.</summary>
/// <param name="Gemeente">Wijken and teams.</param>
/// <param name="Taxonomie">Labels and their names.</param>
/// <param name="Window">Period and trend.</param>
/// <param name="Cijfers">Published figures.</param>
/// <param name="Dialoog">Answers of people.</param>
/// <param name="Manifest">What went in.</param>
internal sealed record ReportScene(
    Gemeente Gemeente, SocialWorkTaxonomy Taxonomie, ReportWindow Window, IReportFigures Cijfers,
    DialogueRegister Dialoog, ReportManifest Manifest)
{
    private static readonly string[] MonthNames =
        ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] QuarterNames = ["eerste", "tweede", "derde", "vierde"];

    /// <summary>Culture of every text and number in a sentence.</summary>
    public static CultureInfo Dutch { get; } = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary><c>derde kwartaal 2026</c>.</summary>
    public string Periode => Naam(Window.Period);

    /// <summary>Whose view it is; null: the whole report.</summary>
    public Opdrachtgever? Opdrachtgever { get; init; }

    /// <summary>Problems that are printed, in order of the taxonomy.</summary>
    public IReadOnlyList<SociaalProbleem> Problemen => Opdrachtgever is null
        ? Taxonomie.Problemen
        : [.. Taxonomie.Problemen.Where(problem => IsGetoond(problem.Sleutel))];

    /// <summary>Whether this view is about a problem.</summary>
    public bool IsGetoond(string probleem) => Opdrachtgever is null || Opdrachtgever.Problemen.Contains(probleem);

    /// <summary><c>derde kwartaal 2026</c>.</summary>
    public static string Naam(Quarter quarter) =>
        string.Create(Dutch, $"{QuarterNames[quarter.Number - 1]} kwartaal {quarter.Year}");

    /// <summary><c>september 2026</c>.</summary>
    public static string Naam(Month month) =>
        new DateOnly(month.Year, month.Number, 1).ToString("MMMM yyyy", Dutch);

    /// <summary><c>mei 2026 tot en met september 2026</c>; one month by itself.</summary>
    public static string Naam(Month from, Month until) =>
        from == until ? Naam(from) : $"{Naam(from)} tot en met {Naam(until)}";

    /// <summary>Name of a wijk; the code when it is none of the municipality, <c>hele gemeente</c> for null.</summary>
    public string Gebied(string? code) => code is null
        ? "hele gemeente"
        : Gemeente.Wijken.FirstOrDefault(wijk => wijk.Code == code)?.Naam ?? code;

    /// <summary>Name of a team; the key when the municipality does not know it any more.</summary>
    public string Team(string sleutel) => Gemeente.FindTeam(sleutel)?.Naam ?? sleutel;

    /// <summary><c>sep 2026</c>: narrow enough for a column per month.</summary>
    public static string Kort(Month month) => $"{MonthNames[month.Number - 1]} {month.Year}";

    /// <summary>A column per month of a trend.</summary>
    public static ReportColumn Kolom(Month month) => new(Kort(month), 0, 6);

    /// <summary>A row of cells.</summary>
    public static IReadOnlyList<ReportCell> Rij(params ReadOnlySpan<ReportCell> cells) => cells.ToArray();
}
