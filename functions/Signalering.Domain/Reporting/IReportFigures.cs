using Signalering.Domain.Counting;

namespace Signalering.Domain.Reporting;

/// <summary>What is counted.</summary>
public enum Maat
{
    /// <summary>Activities.</summary>
    Activiteiten,

    /// <summary>Unique cases; a lower bound where activities have no case number.</summary>
    Casussen,

    /// <summary>Hours of the activities that tell their duration.</summary>
    Uren,
}

/// <summary>The figures that may be printed: each is protected, or withheld, or unknown. There is no way to the counts
/// behind them.</summary>
/// <remarks>Wijk <see cref="ReportWindow.Whole"/> is the whole municipality.</remarks>
internal interface IReportFigures
{
    /// <summary>A problem in a wijk in a quarter.</summary>
    ReportCell Probleem(string probleem, string wijk, Quarter kwartaal, Maat maat);

    /// <summary>A quadrant in a wijk in a quarter.</summary>
    ReportCell Kwadrant(string kwadrant, string wijk, Quarter kwartaal, Maat maat);

    /// <summary>A problem in the municipality in a month; unknown where nobody delivered.</summary>
    ReportCell Maand(string probleem, Month maand);

    /// <summary>All problems of a life area in a wijk in a quarter, counted as mentions.</summary>
    ReportCell Thema(string leefgebied, string wijk, Quarter kwartaal);

    /// <summary>Activities with both problems in the municipality, in the twelve months up to the end of the period.</summary>
    ReportCell Samen(string eerste, string tweede);

    /// <summary>Activities about a problem in a quadrant and a wijk, in the twelve months up to the end of the period.</summary>
    ReportCell Jaar(string probleem, string kwadrant, string wijk);

    /// <summary>Activities or cases in the municipality in which somebody got stuck on a law or authority.</summary>
    /// <param name="beleid">Key of the law or authority.</param>
    /// <param name="wrijving">Key of the friction; empty for all. By quarter there is only all.</param>
    /// <param name="kwartaal">One of the last four quarters; null for the twelve months together.</param>
    /// <param name="maat">Activities; cases for the quarter of the report only: over two years they cannot be
    /// counted.</param>
    ReportCell Beleid(string beleid, string wrijving, Quarter? kwartaal, Maat maat = Maat.Activiteiten);

    /// <summary>Months of the twelve of which a delivery is in whose friction was not counted: its cube is
    /// older.</summary>
    IReadOnlyCollection<Month> MaandenZonderBeleid { get; }

    /// <summary>Activities that a team delivered for a month; unknown when it delivered none.</summary>
    ReportCell Levering(string wijkteam, Month maand);
}
