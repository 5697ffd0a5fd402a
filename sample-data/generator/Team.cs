namespace Signalering.SampleData;

/// <summary>Makes the activities of one team, month after month.</summary>
internal sealed class Team
{
    private static readonly string[] Channels =
        ["huisbezoek", "telefonisch", "inloop", "kantoor", "e-mail", "WhatsApp", "overleg", "straat", "online"];

    private static readonly int[] ChannelWeights = [26, 27, 15, 14, 5, 4, 6, 2, 1];
    private static readonly int[] HelpMinutes = [15, 20, 30, 30, 45, 45, 60, 60, 75, 90, 120];
    private static readonly int[] GroupMinutes = [60, 90, 90, 120, 120, 150, 180];

    private readonly Wijkteam _team;
    private readonly Municipality _municipality;
    private readonly Pcg _random;
    private readonly CaseBook _cases;
    private readonly Composer _composer;
    private readonly Phrases _phrases;
    private readonly Writing _writing;

    public Team(Wijkteam team, Municipality municipality, Phrases phrases)
    {
        (_team, _municipality, _phrases) = (team, municipality, phrases);
        _random = new Pcg(team.Sleutel);
        _cases = new CaseBook(_random);
        _composer = new Composer(phrases, _random);
        _writing = Writings[team.Sleutel];
    }

    /// <summary>Whether rows carry a case number.</summary>
    public bool HasCases => _team.Sleutel != "molenveld";

    /// <summary>Key of the team.</summary>
    public string Key => _team.Sleutel;

    /// <summary>What the team does in a month, in order of date; call for each month in turn.</summary>
    public List<Activity> Month(int month)
    {
        var rows = new List<Activity>();
        foreach (var code in _team.Wijken)
        {
            var wijk = _municipality.Wijk(code);
            foreach (var problem in Problems.WithRest)
            {
                var count = _random.Count(Story.Expected(Key, wijk, problem, month));
                for (var i = 0; i < count; i++)
                    rows.Add(Row(code, problem, month));
            }
        }

        for (var i = Story.Initiative(Key, month); i > 0; i--)
            rows.Add(InitiativeRow(month));
        rows.AddRange(SteunRows(rows, (int)(rows.Count * Story.ExtraSteun(Key, month))));
        var registered = Shuffled(rows).Take(Story.Registered(Key, month, rows.Count));
        return [.. registered.OrderBy(row => row.Date)];
    }

    /// <summary>Within a day the rows stand as they came, not by problem.</summary>
    private List<Activity> Shuffled(List<Activity> rows)
    {
        for (var i = rows.Count - 1; i > 0; i--)
        {
            var other = _random.Below(i + 1);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }

        return rows;
    }

    private Activity Row(string wijk, Problem problem, int month) =>
        problem == Problems.Intern ? InternRow(wijk, month)
        : problem == Problems.Geen ? PlainRow(wijk, month)
        : (Quadrant)_random.Weighted(problem.Quadrants) switch
        {
            Quadrant.IndividueelHulpverlening => HelpRow(wijk, problem, month),
            Quadrant.IndividueelActivering => OnePersonRow(
                wijk, problem, month, Quadrant.IndividueelActivering, "individueel_activering", energy: false),
            var group => GroupRow(wijk, problem, month, group, Section(group)),
        };

    private Activity HelpRow(string wijk, Problem problem, int month)
    {
        var factor = Story.Factor(wijk, problem.Key, month);
        var planted = factor > 1 && _random.Chance(1 - (1 / factor));
        var energy = problem.Key == "schulden" && (planted || _random.Chance(0.05));
        var section = energy ? "energie" : problem.Key == "burenproblematiek" && planted ? "overlast" : "situatie";
        return OnePersonRow(wijk, problem, month, Quadrant.IndividueelHulpverlening, section, energy);
    }

    private Activity OnePersonRow(
        string wijk, Problem problem, int month, Quadrant quadrant, string section, bool energy)
    {
        var found = _cases.For(wijk, problem, month);
        var second = quadrant == Quadrant.IndividueelHulpverlening && _random.Chance(0.12)
            ? SecondProblem(wijk, problem, month)
            : null;
        var channel = Channels[_random.Weighted(ChannelWeights)];
        var support = problem.Key == "leun_steuncontact";
        return new Activity
        {
            Month = month,
            Date = Period.WorkDay(month, _random, saturdays: false),
            Quadrant = quadrant,
            Problem = problem,
            Second = second,
            Wijk = wijk,
            Case = found,
            Minutes = support ? _random.Pick([15, 15, 20, 30, 30, 45]) : _random.Pick(HelpMinutes),
            Channel = channel,
            Function = _random.Pick(Functions),
            Text = _composer.Describe(problem.Key, section, channel, found.Person, second?.Key, _writing),
            Energy = energy,
        };
    }

    /// <summary>On the new form each phone call is a row; it concerns someone helped this month anyway.</summary>
    private List<Activity> SteunRows(List<Activity> rows, int count)
    {
        var helped = rows.Where(row => row.Case is not null).ToList();
        return [.. Enumerable.Range(0, count).Select(_ => _random.Pick(helped) with
        {
            Date = Period.WorkDay(rows[0].Month, _random, saturdays: false),
            Quadrant = Quadrant.IndividueelHulpverlening,
            Problem = Problems.Of("leun_steuncontact"),
            Second = null,
            Energy = false,
            Channel = "telefonisch",
            Minutes = _random.Pick([5, 5, 10, 10, 15]),
            Text = "", // team Centrum writes no text
        })];
    }

    private Activity GroupRow(string wijk, Problem problem, int month, Quadrant quadrant, string section)
    {
        var participants = _random.Between(4, quadrant == Quadrant.CollectiefActivering ? 28 : 13);
        return new Activity
        {
            Month = month,
            Date = Period.WorkDay(month, _random, saturdays: quadrant == Quadrant.CollectiefActivering),
            Quadrant = quadrant,
            Problem = problem,
            Wijk = wijk,
            Minutes = _random.Pick(GroupMinutes),
            Participants = participants,
            Channel = "groep",
            Function = _random.Pick(GroupFunctions),
            Text = _composer.Gathering(problem.Key, section, participants, Person.All[_random.Below(2)]),
        };
    }

    private Activity InitiativeRow(int month)
    {
        var row = GroupRow(
            "WK990106", Problems.Of("burenproblematiek"), month, Quadrant.CollectiefActivering, "initiatief");
        return row with { Problem = Problems.Of("participatie_vrijwilligerswerk") };
    }

    private Activity InternRow(string wijk, int month) => new()
    {
        Month = month,
        Date = Period.WorkDay(month, _random, saturdays: false),
        Quadrant = Quadrant.Intern,
        Problem = Problems.Intern,
        Wijk = _random.Chance(0.3) ? "onbekend" : wijk,
        Minutes = _random.Pick([30, 60, 60, 90, 120, 180, 240]),
        Channel = "overleg",
        Function = _random.Pick(Functions),
        Text = _composer.Line("intern", Person.All[0], opener: null),
    };

    private Activity PlainRow(string wijk, int month)
    {
        var found = _cases.For(wijk, Problems.Geen, month);
        var bare = _random.Chance(0.3);
        var channel = Channels[_random.Weighted(ChannelWeights)];
        var opener = bare || _random.Chance(0.6) ? null : channel;
        return new Activity
        {
            Month = month,
            Date = Period.WorkDay(month, _random, saturdays: false),
            Quadrant = Quadrant.IndividueelHulpverlening,
            Problem = Problems.Geen,
            Wijk = _random.Chance(0.12) ? "elders" : wijk,
            Case = _random.Chance(0.6) ? found : null,
            Minutes = _random.Pick([5, 10, 15, 15, 30]),
            Channel = channel,
            Function = _random.Pick(Functions),
            Text = _composer.Line(bare ? "kaal" : "neutraal", found.Person, opener),
        };
    }

    private Problem? SecondProblem(string wijk, Problem first, int month)
    {
        var weights = Problems.All
            .Select(problem => (int)(problem.Weight * Story.Factor(wijk, problem.Key, month)))
            .ToArray();
        var second = Problems.All[_random.Weighted(weights)];
        return second == first || _phrases.Of(second.Key, "kort").Count == 0 ? null : second;
    }

    private static string Section(Quadrant quadrant) =>
        quadrant == Quadrant.CollectiefHulpverlening ? "collectief_hulpverlening" : "collectief_activering";

    private static readonly string[] Functions =
    [
        "maatschappelijk werker", "maatschappelijk werker", "sociaal werker", "wijkconsulent", "gezinswerker",
        "ouderenadviseur", "schuldhulpverlener", "jongerenwerker",
    ];

    private static readonly string[] GroupFunctions =
        ["opbouwwerker", "sociaal-cultureel werker", "sociaal werker", "jongerenwerker"];

    private static readonly Dictionary<string, Writing> Writings = new(StringComparer.Ordinal)
    {
        ["centrum"] = new(0, 0, 0, 0, 0),
        ["havenkwartier"] = new(0.55, 0.28, 0.60, 0.35, 0.15),
        ["linderand"] = new(0.60, 0.45, 0.65, 0.45, 0.65),
        ["molenveld"] = new(0.65, 0.35, 0.60, 0.45, 0.35),
        ["oost"] = new(0.35, 0.15, 0.45, 0.25, 0.10),
        ["zuiderweide"] = new(0.60, 0.35, 0.60, 0.40, 0.45),
    };
}
