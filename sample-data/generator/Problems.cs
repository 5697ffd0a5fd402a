using System.Globalization;

namespace Signalering.SampleData;

/// <summary>One of the 25 social problems: how often, in which quadrant, and under which codes.</summary>
/// <param name="Key">Key of the taxonomy.</param>
/// <param name="Weight">Share among the activities, in tenths; relative.</param>
/// <param name="Quadrants">Weights of individual help, collective help, individual and collective activation.</param>
/// <param name="NewCase">Chance that an activity opens a new case: short questions high, long support low.</param>
/// <param name="Leefgebied">Coarse code that most systems have.</param>
/// <param name="OudeVraag">Code on the old form of team Centrum.</param>
/// <param name="NieuwThema">Theme on the new form of team Centrum.</param>
/// <param name="NieuweVraag">Question on the new form of team Centrum.</param>
internal sealed record Problem(
    string Key,
    int Weight,
    int[] Quadrants,
    double NewCase,
    string Leefgebied,
    string OudeVraag,
    string NieuwThema,
    string NieuweVraag);

/// <summary>The problems and their usual frequency: <c>Zinnen/algemeen/problemen.txt</c>.</summary>
internal static class Problems
{
    /// <summary>The 25 of the taxonomy, then the team's own work and help without a problem that shows.</summary>
    public static readonly IReadOnlyList<Problem> WithRest = [.. Resources.Lines("problemen").Skip(1).Select(Parse)];

    /// <summary>The 25 of the taxonomy.</summary>
    public static readonly IReadOnlyList<Problem> All = [.. WithRest.Take(25)];

    /// <summary>The team's own work.</summary>
    public static readonly Problem Intern = Of("intern");

    /// <summary>Help without a problem that shows.</summary>
    public static readonly Problem Geen = Of("geen");

    /// <summary>The problem of this key.</summary>
    public static Problem Of(string key) => WithRest.First(problem => problem.Key == key);

    private static Problem Parse(string line)
    {
        var cells = line.Split(';');
        int[] quadrants = [Whole(cells[2]), Whole(cells[3]), Whole(cells[4]), Whole(cells[5])];
        var newCase = double.Parse(cells[6], CultureInfo.InvariantCulture);
        return new(cells[0], Whole(cells[1]), quadrants, newCase, cells[7], cells[8], cells[9], cells[10]);
    }

    private static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
