using System.Globalization;
using System.Text;

namespace Signalering.SampleData;

/// <summary>What is odd about one delivery.</summary>
/// <param name="Day">When the good file comes.</param>
internal sealed record Oddness(DateOnly Day)
{
    /// <summary>Files that come before the good one.</summary>
    public IReadOnlyList<Delivery> Before { get; init; } = [];

    /// <summary>The file with extra bad rows that takes the place of the good one.</summary>
    public Delivery? Instead { get; init; }

    /// <summary>Behind the name of the good file.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>When the same bytes come again.</summary>
    public DateOnly? Copy { get; init; }
}

/// <summary>The deliveries that must be refused, refused in part, or seen to be nothing new. See README.md.</summary>
internal static class OddFiles
{
    /// <summary>What is odd about this delivery, if anything.</summary>
    public static Oddness Of(string team, Batch batch, IExport format) => (team, batch.Label) switch
    {
        ("havenkwartier", "2025-05") => Later(
            batch, 7, "-schoon", batch.File(team, format, batch.Day, Personal(batch.Rows), "")),
        ("zuiderweide", "2025-09") => Later(
            batch, 2, "-opnieuw", new(batch.Path(team, batch.Day, ".csv"), CutOff(format, batch))),
        ("zuiderweide", "2024-Q2") => Later(batch, 2, "-opnieuw", batch.File(team, format, batch.Day, [], "")),
        ("molenveld", "2023-Q4") => Later(batch, 2, "-opnieuw", new(batch.Path(team, batch.Day, ".csv"), [])),
        ("molenveld", "2024-Q2") => Later(batch, 2, "", new(batch.Path(team, batch.Day, ".xls"), Html(batch))),
        ("molenveld", "2025-11") => Instead(team, batch, format, WrongDates(batch.Rows)),
        ("oost", "2026-02") => Instead(team, batch, format, UnknownWijken(batch.Rows)),
        ("oost", "2025-04") => new(batch.Day) { Copy = Period.NotWeekend(batch.Day.AddDays(13)) },
        _ => new(batch.Day),
    };

    /// <summary>Whether a correction of this delivery followed.</summary>
    public static bool IsCorrected(string team, string label) => (team, label) == ("havenkwartier", "2026-03");

    /// <summary>The month as corrected: four rows gone, six changed, seven new.</summary>
    public static List<Activity> Corrected(IReadOnlyList<Activity> rows)
    {
        var corrected = new List<Activity>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % 60 == 31 && i < 240)
                continue;
            corrected.Add(i % 40 == 12 && i < 240 ? rows[i] with { Minutes = rows[i].Minutes + 15 } : rows[i]);
            if (i % 30 == 5 && i < 210)
                corrected.Add(rows[i] with { Id = 90001 + i, Minutes = 30, Text = rows[i].Text + Forgotten });
        }

        return corrected;
    }

    /// <summary>Files that belong to no delivery of a known team.</summary>
    public static IEnumerable<Delivery> WithoutTeam(Systems systems)
    {
        var format = (TextExport)systems.Of("havenkwartier", Period.Index(2026, 6));
        var lines = "Registratienr;Datum contact;Duur (min);Soort contact;Omschrijving;Wijk\r\n"
            + "A00001;03-06-2026;45;Individueel traject;hb, budgetplan opgesteld;Havenkwartier\r\n"
            + "A00002;04-06-2026;30;Informatie & advies;formulier kwijtschelding samen ingevuld;Havenkwartier\r\n";
        yield return new("onbekend-team/2026-07-03_activiteiten-2026-06.csv", format.Encode(lines));
        yield return new("linderand/2025-10-01_begeleidende-brief.csv", format.Encode(Letter));
    }

    private static Oddness Instead(string team, Batch batch, IExport format, List<Activity> rows) =>
        new(batch.Day) { Instead = batch.File(team, format, batch.Day, rows, "") };

    private static Oddness Later(Batch batch, int days, string suffix, Delivery before) =>
        new(Period.NotWeekend(batch.Day.AddDays(days))) { Before = [before], Suffix = suffix };

    /// <summary>Invented personal data: the BSNs pass the 11-test, the IBANs their check digits.</summary>
    private static List<Activity> Personal(IReadOnlyList<Activity> rows)
    {
        string[] texts =
        [
            "tel. contact, cl. mailt stukken vanaf linde.voorbeeld@postbus-lindewaard.example",
            "hb, bereikbaar op 06-12345678 na 17 uur",
            "intake shv, BSN 123456782 genoteerd voor aanvraag",
            "toeslag komt nog op NL91ABNA0417164300, wijzigen",
            "aanvraag bijzondere bijstand, bsn 111222333, stukken compleet",
        ];
        var personal = rows.ToList();
        for (var i = 0; i < texts.Length; i++)
            personal[20 + (i * 30)] = personal[20 + (i * 30)] with { Text = texts[i] };
        return personal;
    }

    /// <summary>Three rows too many, with days that do not exist.</summary>
    private static List<Activity> WrongDates(IReadOnlyList<Activity> rows) =>
    [
        .. rows.Take(40),
        rows[40] with { WrittenDate = "ma 31-02-2025" },
        .. rows.Skip(40).Take(60),
        rows[100] with { WrittenDate = "di 12-11-3020" },
        .. rows.Skip(100).Take(30),
        rows[130] with { WrittenDate = "" },
        .. rows.Skip(130),
    ];

    /// <summary>Four rows too many, in wijken that Lindewaard does not have.</summary>
    private static List<Activity> UnknownWijken(IReadOnlyList<Activity> rows) =>
    [
        .. rows.Take(25),
        rows[25] with { Id = 90001, Wijk = "!Noorderplas" },
        rows[26] with { Id = 90002, Wijk = "!Wijk 11" },
        .. rows.Skip(25).Take(75),
        rows[100] with { Id = 90003, Wijk = "!Noorderplas" },
        .. rows.Skip(100).Take(50),
        rows[150] with { Id = 90004, Wijk = "!WK990119" },
        .. rows.Skip(150),
    ];

    /// <summary>Stops in the middle of a quoted cell, as an interrupted upload does.</summary>
    private static byte[] CutOff(IExport format, Batch batch)
    {
        var text = (TextExport)format;
        var lines = text.Lines(batch.Rows);
        var quote = lines.IndexOf(",\"", lines.Length * 6 / 10, StringComparison.Ordinal);
        while (lines.IndexOf('"', quote + 2) < quote + 40)
            quote = lines.IndexOf(",\"", quote + 2, StringComparison.Ordinal);
        return text.Encode(lines[..(quote + 25)]);
    }

    /// <summary>Some systems call a web page a spreadsheet.</summary>
    private static byte[] Html(Batch batch)
    {
        var html = new StringBuilder("<html><head><title>Export</title></head><body><table>\n");
        html.Append("<tr><th>Datum</th><th>Discipline</th><th>Wat gedaan</th></tr>\n");
        foreach (var row in batch.Rows.Take(12))
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.Date:dd-MM-yyyy}</td>");
            html.Append("<td>").Append(row.Function).Append("</td><td>").Append(row.Text).Append("</td></tr>\n");
        }

        return Encoding.UTF8.GetBytes(html.Append("</table></body></html>\n").ToString());
    }

    private const string Forgotten = ", vergeten in te voeren";

    private const string Letter =
        "Beste collega's van de gemeente,\r\n\r\n"
        + "Hierbij laten wij weten dat de export van september volgende week komt. Door een storing bij de\r\n"
        + "leverancier konden wij het overzicht niet eerder maken. De cijfers zelf zijn in orde.\r\n\r\n"
        + "Met vriendelijke groet,\r\nhet wijkteam\r\n";
}
