using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports.Charts;

/// <summary>A chart as it stands in a workbook.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Chart">What it shows.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Labels">Labels along the axis.</param>
/// <param name="LabelsTitle">Title of the axis of labels; null for none.</param>
/// <param name="Series">The series, a reference line last.</param>
internal sealed record WorkbookChart(
    string Sheet,
    ReportChart Chart,
    ChartPlace Place,
    IReadOnlyList<string> Labels,
    string? LabelsTitle,
    IReadOnlyList<SeriesSource> Series);

/// <summary>A series and the cells that it is read from.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Style">How it is drawn.</param>
/// <param name="LabelCells">Reference to the labels.</param>
/// <param name="ValueCells">Reference to the values.</param>
/// <param name="Decimals">Decimals of the values.</param>
/// <param name="Values">The values; null for a gap.</param>
/// <param name="IsReference">A reference line.</param>
internal sealed record SeriesSource(
    string Name,
    SeriesStyle Style,
    string LabelCells,
    string ValueCells,
    int Decimals,
    IReadOnlyList<decimal?> Values,
    bool IsReference);
