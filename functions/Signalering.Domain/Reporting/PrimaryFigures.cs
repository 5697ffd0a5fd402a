using Signalering.Domain.Counting;
using Signalering.Domain.Disclosure;

namespace Signalering.Domain.Reporting;

/// <summary>Figures by the primary rule alone: no protection against someone who subtracts.</summary>
internal sealed class PrimaryFigures(FigureSums sums) : IReportFigures
{
    /// <inheritdoc/>
    public ReportCell Probleem(string probleem, string wijk, Quarter kwartaal, Maat maat) =>
        Print(new(FigureKind.Probleem, probleem, "", wijk, kwartaal.ToString()), maat);

    /// <inheritdoc/>
    public ReportCell Kwadrant(string kwadrant, string wijk, Quarter kwartaal, Maat maat) =>
        Print(new(FigureKind.Kwadrant, kwadrant, "", wijk, kwartaal.ToString()), maat);

    /// <inheritdoc/>
    public ReportCell Maand(string probleem, Month maand) => sums.MonthsDelivered.Contains(maand)
        ? Print(new(FigureKind.Maand, probleem, "", ReportWindow.Whole, maand.ToString()), Maat.Activiteiten)
        : ReportCell.NietBekend;

    /// <inheritdoc/>
    public ReportCell Thema(string leefgebied, string wijk, Quarter kwartaal) =>
        Print(new(FigureKind.Thema, leefgebied, "", wijk, kwartaal.ToString()), Maat.Activiteiten);

    /// <inheritdoc/>
    public ReportCell Samen(string eerste, string tweede) =>
        Print(new(FigureKind.Samen, eerste, tweede, ReportWindow.Whole, ""), Maat.Activiteiten);

    /// <inheritdoc/>
    public ReportCell Jaar(string probleem, string kwadrant, string wijk) =>
        Print(new(FigureKind.Jaar, probleem, kwadrant, wijk, ""), Maat.Activiteiten);

    /// <inheritdoc/>
    public ReportCell Levering(string wijkteam, Month maand)
    {
        var sum = sums[new(FigureKind.Levering, wijkteam, "", ReportWindow.Whole, maand.ToString())];
        return sum is null ? ReportCell.NietBekend : SmallCells.Activities(sum);
    }

    private ReportCell Print(FigureKey key, Maat maat) => maat switch
    {
        Maat.Casussen => SmallCells.Cases(sums[key]),
        Maat.Uren => SmallCells.Hours(sums[key]),
        _ => SmallCells.Activities(sums[key]),
    };
}
