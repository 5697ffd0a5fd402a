namespace Signalering.SampleData;

/// <summary>What is planted: everything in which the months and wijken differ on purpose. See README.md.</summary>
internal static class Story
{
    /// <summary>Of everything. Another seed tells the same story with other rows.</summary>
    public const ulong Seed = 20261001;

    /// <summary>Activities per inhabitant per month and unit of weight.</summary>
    private const double Unit = 0.0000160;

    /// <summary>Team that got other forms in January 2025.</summary>
    public const string TeamOtherForms = "centrum";

    /// <summary>Team whose registration was down in May 2026.</summary>
    public const string TeamDown = "molenveld";

    /// <summary>First month with the other forms.</summary>
    public static readonly int OtherForms = Period.Index(2025, 1);

    private static readonly int Down = Period.Index(2026, 5);
    private static readonly int EnergyFrom = Period.Index(2026, 4);
    private static readonly int HousingFrom = Period.Index(2026, 1);
    private static readonly int NuisanceFrom = Period.Index(2025, 1);
    private static readonly int InitiativeFrom = Period.Index(2026, 2);

    private static readonly double[] Season =
        [1.18, 1.03, 1.02, 1.0, 0.99, 1.0, 0.93, 0.91, 1.03, 1.04, 1.03, 0.82];

    private static readonly string[] EnergyWijken = ["WK990102", "WK990104", "WK990105"];
    private static readonly double[] Energy = [1.35, 1.7, 2.0, 2.3, 2.5, 2.6];
    private static readonly double[] Housing = [1.25, 1.4, 1.55, 1.65, 1.7, 1.7, 1.7, 1.7, 1.7];

    private static readonly double[] Nuisance =
        [1.4, 1.9, 2.4, 3.0, 3.6, 4.2, 4.8, 5.0, 5.0, 4.8, 4.5, 4.2, 4.0, 3.4, 2.6, 1.9, 1.4, 1.1];

    /// <summary>How much a team does in a wijk; two teams share Havenkwartier.</summary>
    private static double Share(string team, string wijk) => (team, wijk) switch
    {
        ("centrum", "WK990102") => 0.35,
        ("centrum", _) => 0.90,
        ("havenkwartier", _) => 0.91,
        ("molenveld", _) => 1.05,
        ("oost", _) => 0.83,
        ("zuiderweide", _) => 0.96,
        ("linderand", _) => 1.00,
        _ => throw new ArgumentOutOfRangeException(nameof(team)),
    };

    /// <summary>Expected activities.</summary>
    public static double Expected(string team, Wijk wijk, Problem problem, int month)
    {
        var season = Season[Period.First(month).Month - 1];
        var mean = wijk.Inwoners * Unit * problem.Weight * Share(team, wijk.Code) * Colour(wijk, problem) * season;
        return mean * Factor(wijk.Code, problem.Key, month);
    }

    /// <summary>How many of a month's activities reach the export.</summary>
    public static int Registered(string team, int month, int activities) =>
        team == TeamDown && month == Down ? activities / 10 : activities;

    /// <summary>The planted factor of a wijk, problem and month; 1 where nothing is planted.</summary>
    public static double Factor(string wijk, string problem, int month) => problem switch
    {
        "schulden" => EnergyDebts(wijk, month),
        "eenzaamheid" when wijk == "WK990107" => 3.2,
        "huisvesting" when month >= HousingFrom => Housing[month - HousingFrom],
        "burenproblematiek" when wijk == "WK990106" && month >= NuisanceFrom =>
            month - NuisanceFrom < Nuisance.Length ? Nuisance[month - NuisanceFrom] : 1.0,
        _ => 1.0,
    };

    /// <summary>Activities of the residents' initiative in Parkwijk.</summary>
    public static int Initiative(string team, int month) =>
        team != "oost" || month < InitiativeFrom ? 0 : month < Period.Index(2026, 6) ? 7 : 5;

    /// <summary>Rows that the new form adds, as a share of the ordinary rows: every phone call its own row.</summary>
    public static double ExtraSteun(string team, int month) =>
        team == TeamOtherForms && month >= OtherForms ? 0.4 : 0.0;

    private static double EnergyDebts(string wijk, int month) =>
        month >= EnergyFrom && EnergyWijken.Contains(wijk) ? Energy[month - EnergyFrom] : 1.0;

    /// <summary>Wijken differ a little, always in the same way; not in what is planted per wijk.</summary>
    private static double Colour(Wijk wijk, Problem problem) =>
        problem.Key is "eenzaamheid" or "huisvesting"
            ? 1.0
            : 0.85 + (0.3 * new Pcg(wijk.Code + problem.Key).Below(1000) / 1000.0);
}
