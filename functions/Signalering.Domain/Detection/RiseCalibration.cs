namespace Signalering.Domain.Detection;

/// <summary>From log odds of a rise to a p-value: how often a quiet month looks at least as much like a rise.</summary>
/// <remarks>The table is the share of quiet months in simulated series (means 0.2–30, overdispersion 1–3, season,
/// trend, drift, missing deliveries, growing teams, wijken that differ in season and trend); <c>detection-study</c> in
/// the benchmark project measures it again with other seeds, see <c>docs/methoden/detectie.md</c>. Between the points
/// log p is linear; beyond the last one p falls by a factor e^1.3 per unit of log odds, slower than between the last
/// two. A p-value of 0.02 means 2 % false alarms per quiet month averaged over such series, not for every single one.
/// <para>Where few cases are expected a single month says little, and where one to six are expected chance looks most
/// like a small rise: <see cref="Correction"/> takes that out. Fitted on eight simulations (seeds 201–207 and 211),
/// reported on others.</para>
/// </remarks>
public static class RiseCalibration
{
    private const double FarSlope = 1.3;
    private const double MostDeceptive = 2.4; // expected count at which quiet months look most like a rise
    private const double Deception = 0.5; // in log odds, there
    private const double Width = 1.0; // of that, on the log scale
    private const double Elsewhere = 0.34; // what the table asks too much where few or many cases are expected

    private static readonly (double LogOdds, double P)[] Table =
    [
        (-6, 1), (-3.5, 0.8), (-2.71, 0.5), (-2.22, 0.3), (-1.86, 0.15), (-1.64, 0.1), (-1.26, 0.05), (-0.99, 0.03),
        (-0.76, 0.02), (-0.36, 0.01), (0.06, 0.005), (0.64, 0.002), (1.12, 0.001), (2.14, 0.0002),
    ];

    /// <summary>The p-value at this expected count; NaN stays NaN.</summary>
    public static double PValue(double logOdds, double expected) => PValue(logOdds - Correction(expected));

    /// <summary>Log odds that a month with this expectation has to show on top of the table's.</summary>
    /// <param name="expected">Expected count, 0 or more.</param>
    public static double Correction(double expected)
    {
        var distance = Math.Log(Math.Max(expected, 0.01) / MostDeceptive) / Width;
        return (Deception * Math.Exp(-distance * distance / 2)) - Elsewhere;
    }

    /// <summary>The p-value, averaged over expected counts; NaN stays NaN.</summary>
    public static double PValue(double logOdds)
    {
        if (double.IsNaN(logOdds) || logOdds <= Table[0].LogOdds)
            return double.IsNaN(logOdds) ? double.NaN : 1;
        for (var i = 1; i < Table.Length; i++)
        {
            if (logOdds > Table[i].LogOdds)
                continue;
            var (from, to) = (Table[i - 1], Table[i]);
            var share = (logOdds - from.LogOdds) / (to.LogOdds - from.LogOdds);
            return Math.Exp(Math.Log(from.P) + (share * (Math.Log(to.P) - Math.Log(from.P))));
        }

        return Table[^1].P * Math.Exp(-FarSlope * (logOdds - Table[^1].LogOdds));
    }
}
