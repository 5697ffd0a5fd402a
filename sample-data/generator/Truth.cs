using System.Globalization;
using System.Text;

namespace Signalering.SampleData;

/// <summary>The generator's own books, after corrections: what a recount of the deliveries must find.</summary>
internal sealed class Truth
{
    private static readonly string[] Stories =
    [
        "schulden", "eenzaamheid", "huisvesting", "burenproblematiek", "leun_steuncontact",
        "participatie_vrijwilligerswerk",
    ];

    private readonly StringBuilder _teams = new("maand;wijkteam;activiteiten;casussen\n");
    private readonly Dictionary<(int Month, string Wijk, string Problem), int> _stories = [];

    /// <summary>Rows that were counted, over all teams.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes a team in the books.</summary>
    public void Add(Team team, IReadOnlyList<List<Activity>> months)
    {
        for (var month = 0; month < months.Count; month++)
        {
            var rows = months[month];
            var cases = rows.Where(row => row.Case is not null).Select(row => row.Case!.Number).Distinct().Count();
            var known = team.HasCases ? cases.ToString(CultureInfo.InvariantCulture) : "";
            _teams.Append(CultureInfo.InvariantCulture, $"{Period.Label(month)};{team.Key};{rows.Count};{known}\n");
            Rows += rows.Count;
            foreach (var row in rows)
                AddStories(row);
        }
    }

    /// <summary><c>waarheid.csv</c>: months and teams.</summary>
    public byte[] Teams() => Encoding.UTF8.GetBytes(_teams.ToString());

    /// <summary><c>waarheid-verhalen.csv</c>: what the generator meant the rows to be about.</summary>
    public byte[] StoryLines(Municipality municipality)
    {
        var text = new StringBuilder("maand;wijk;probleem;activiteiten\n");
        for (var month = 0; month < Period.Months; month++)
        {
            foreach (var wijk in municipality.Wijken)
            {
                foreach (var problem in Stories)
                {
                    var count = _stories.GetValueOrDefault((month, wijk.Code, problem));
                    text.Append(CultureInfo.InvariantCulture, $"{Period.Label(month)};{wijk.Code};{problem};{count}\n");
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void AddStories(Activity row)
    {
        foreach (var problem in new[] { row.Problem.Key, row.Second?.Key })
        {
            if (problem is null || !Stories.Contains(problem))
                continue;
            var key = (row.Month, row.Wijk, problem);
            _stories[key] = _stories.GetValueOrDefault(key) + 1;
        }
    }
}
