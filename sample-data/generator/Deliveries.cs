using System.Globalization;

namespace Signalering.SampleData;

/// <summary>A file in the inbox.</summary>
/// <param name="Path">Below <c>exports/</c>: team and file name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Delivery(string Path, byte[] Content);

/// <summary>Which files the teams sent, the good and the bad, in any order.</summary>
internal sealed class Deliveries
{
    private static readonly int Monthly = Period.Index(2025, 1);

    private readonly Systems _systems;
    private readonly List<Delivery> _files = [];

    public Deliveries(Municipality municipality)
    {
        _systems = new Systems(municipality);
        var phrases = new Phrases();
        foreach (var wijkteam in municipality.Wijkteams)
        {
            var team = new Team(wijkteam, municipality, phrases);
            var months = Enumerable.Range(0, Period.Months).Select(team.Month).ToList();
            Number(months);
            Send(team.Key, months);
            Truth.Add(team, months);
        }

        _files.AddRange(OddFiles.WithoutTeam(_systems));
    }

    /// <summary>All files.</summary>
    public IReadOnlyList<Delivery> Files => _files;

    /// <summary>What must come out.</summary>
    public Truth Truth { get; } = new();

    private void Send(string team, List<List<Activity>> months)
    {
        for (var month = 0; month < Period.Months;)
        {
            var length = month < Monthly ? 3 : 1;
            var rows = months.Skip(month).Take(length).SelectMany(rows => rows).ToList();
            var last = month + length - 1;
            var label = length == 3 ? Period.QuarterLabel(month) : Period.Label(month);
            Send(team, new Batch(label, last, DayOfDelivery(team, last), rows), months);
            month += length;
        }
    }

    private void Send(string team, Batch batch, List<List<Activity>> months)
    {
        var format = _systems.Of(team, batch.LastMonth);
        var odd = OddFiles.Of(team, batch, format);
        _files.AddRange(odd.Before);
        if (odd.Instead is not null)
            _files.Add(odd.Instead);
        else
            _files.Add(batch.File(team, format, odd.Day, batch.Rows, odd.Suffix));
        if (odd.Copy is { } day)
            _files.Add(batch.File(team, format, day, batch.Rows, "-kopie"));
        if (!OddFiles.IsCorrected(team, batch.Label))
            return;
        var corrected = OddFiles.Corrected(batch.Rows);
        months[batch.LastMonth] = corrected;
        _files.Add(batch.File(team, format, new DateOnly(2026, 5, 12), corrected, "-correctie"));
    }

    /// <summary>The registration system counts within a calendar year.</summary>
    private static void Number(List<List<Activity>> months)
    {
        var next = 0;
        for (var month = 0; month < months.Count; month++)
        {
            next = Period.First(month).Month == 1 ? 0 : next;
            foreach (var row in months[month])
                row.Id = ++next;
        }
    }

    /// <summary>A working day from the 2nd to the 9th of the month after.</summary>
    private static DateOnly DayOfDelivery(string team, int lastMonth) =>
        Period.NotWeekend(Period.First(lastMonth + 1).AddDays(1 + new Pcg(team + Period.Label(lastMonth)).Below(6)));
}

/// <summary>The activities of one delivery.</summary>
/// <param name="Label">Month or quarter, as in the file name.</param>
/// <param name="LastMonth">Last month in it.</param>
/// <param name="Day">When it was sent.</param>
/// <param name="Rows">In order of date.</param>
internal sealed record Batch(string Label, int LastMonth, DateOnly Day, IReadOnlyList<Activity> Rows)
{
    /// <summary>The delivery as a file.</summary>
    public Delivery File(string team, IExport format, DateOnly day, IReadOnlyList<Activity> rows, string suffix) =>
        new(Path(team, day, suffix + format.Extension), format.Write(rows, DayPrinted(suffix, day), Label));

    /// <summary>The place in the inbox; names sort in order of delivery.</summary>
    public string Path(string team, DateOnly day, string end) =>
        team + "/" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "_activiteiten-" + Label + end;

    /// <summary>A copy is the same bytes: it was printed on the first day.</summary>
    private DateOnly DayPrinted(string suffix, DateOnly day) => suffix == "-kopie" ? Day : day;
}
