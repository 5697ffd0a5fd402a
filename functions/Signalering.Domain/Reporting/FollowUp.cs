using Signalering.Domain.Counting;
using Signalering.Domain.Dialogue;

namespace Signalering.Domain.Reporting;

/// <summary>Whether the stream of activities or cases changed after a collective answer, from published figures.</summary>
/// <remarks>
/// <para>A quarter that lies wholly after the answer beside the same quarter a year earlier, which lies wholly before it: so
/// the season drops out. With a and b the published counts, ratio r = a / b and its 90 % interval</para>
/// <code>r · exp(± 1.645 · √(φ (1/a + 1/b) + ρ²/12 · (1/a² + 1/b²)))</code>
/// <para>Normal approximation of the log of a ratio of two Poisson rates (Rothman, Greenland and Lash 2008, Modern
/// Epidemiology, 3rd ed., ch. 14), with two departures: φ for counts that come in clusters (activities of one case; φ = 2,
/// 1 for cases), and the variance ρ²/12 of a value rounded to ρ = 5.</para>
/// <para>Weak spot: it compares before and after, and says nothing of what would have happened without the answer. The same
/// ratio for the whole municipality is therefore printed beside that of a wijk. Nothing is said when a figure is not
/// published, when a delivery of the two quarters cannot be compared, or when the answer is younger.</para>
/// </remarks>
internal static class FollowUp
{
    /// <summary>Step of the ladder: <c>8 collectief antwoord loopt</c>.</summary>
    public const int AnswerStep = 8;

    private const double Z90 = 1.6448536269514722;
    private const double Clustered = 2;
    private const double RoundingVariance = 5.0 * 5.0 / 12;

    /// <summary>The month from which a collective answer runs; null when none was recorded.</summary>
    /// <param name="register">Answers of people.</param>
    /// <param name="signal">Id of the signal.</param>
    public static Month? AnswerSince(DialogueRegister register, string signal)
    {
        Month? since = null;
        foreach (var entry in register.Regels.Where(e => e.Signaal == signal && e.Veld == "ladder" && !e.Conflict))
        {
            // Taken back, or put at a lower step: the clock starts again.
            since = Ladder.Step(entry.Waarde) >= AnswerStep
                ? since ?? Month.Of(DateOnly.FromDateTime(entry.Ontvangen.UtcDateTime))
                : null;
        }

        return since;
    }

    /// <summary>Compares the quarter with a year earlier.</summary>
    /// <param name="figures">Published figures.</param>
    /// <param name="problem">Key of the problem.</param>
    /// <param name="wijk">Code, or <see cref="ReportWindow.Whole"/>.</param>
    /// <param name="period">Quarter of the report.</param>
    /// <param name="since">Month from which the answer runs.</param>
    /// <param name="isComparable">Whether the deliveries of the two quarters can be compared.</param>
    public static FollowUpResult Measure(
        IReportFigures figures, string problem, string wijk, Quarter period, Month since, bool isComparable)
    {
        var before = period.Plus(-4);
        if (since >= period.FirstMonth)
            return new FollowUpResult.Unknown("Het antwoord loopt nog geen heel kwartaal.");
        if (since <= before.LastMonth)
            return new FollowUpResult.Unknown("Het antwoord liep een jaar eerder al; er is geen kwartaal van ervoor om mee te vergelijken.");
        if (!isComparable)
            return new FollowUpResult.Unknown("Een levering van nu of van een jaar eerder ontbreekt of is niet vergelijkbaar.");
        return Compare(figures, problem, wijk, period, before, Maat.Casussen, 1)
            ?? Compare(figures, problem, wijk, period, before, Maat.Activiteiten, Clustered)
            ?? (FollowUpResult)new FollowUpResult.Unknown("De aantallen zijn te klein om te tonen.");
    }

    private static FollowUpResult.Measured? Compare(
        IReportFigures figures, string problem, string wijk, Quarter now, Quarter before, Maat measure, double dispersion) =>
        figures.Probleem(problem, wijk, now, measure) is ReportCell.Getal { Waarde: > 0 } last
            && figures.Probleem(problem, wijk, before, measure) is ReportCell.Getal { Waarde: > 0 } first
            ? Ratio(first.Waarde, last.Waarde, measure, dispersion)
            : null;

    private static FollowUpResult.Measured Ratio(decimal before, decimal after, Maat measure, double dispersion)
    {
        var (a, b) = ((double)after, (double)before);
        var spread = Z90 * Math.Sqrt(
            (dispersion * ((1 / a) + (1 / b))) + (RoundingVariance * ((1 / (a * a)) + (1 / (b * b)))));
        return new FollowUpResult.Measured(measure, before, after, a / b, a / b * Math.Exp(-spread), a / b * Math.Exp(spread));
    }
}

/// <summary>What can be said after a collective answer.</summary>
internal abstract record FollowUpResult
{
    private FollowUpResult()
    {
    }

    /// <summary>Nothing, and why.</summary>
    /// <param name="Reden">Dutch.</param>
    public sealed record Unknown(string Reden) : FollowUpResult;

    /// <summary>A comparison.</summary>
    /// <param name="Maat">What was compared: cases where they are published, else activities.</param>
    /// <param name="Eerder">In the quarter a year earlier.</param>
    /// <param name="Nu">In the quarter of the report.</param>
    /// <param name="Verhouding">Now over earlier.</param>
    /// <param name="Van">Lower bound of its 90 % interval.</param>
    /// <param name="Tot">Upper bound.</param>
    public sealed record Measured(Maat Maat, decimal Eerder, decimal Nu, double Verhouding, double Van, double Tot)
        : FollowUpResult
    {
        /// <summary>In words, without a cause.</summary>
        public string Oordeel => Tot < 1 ? "minder dan een jaar eerder"
            : Van > 1 ? "meer dan een jaar eerder"
            : "geen duidelijk verschil met een jaar eerder";
    }
}
