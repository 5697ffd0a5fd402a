using System.Globalization;
using System.Text;

namespace Signalering.SampleData;

/// <summary>The phrase files under <c>Zinnen/</c>: sections of lines with <c>{a|b}</c> choices and variables.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, string[]> _sections = new(StringComparer.Ordinal);

    public Phrases()
    {
        foreach (var file in Problems.All.Select(problem => problem.Key).Concat(["contact", "slot", "overig"]))
            Read(file);
    }

    /// <summary>Lines of a section; empty when the file has no such section.</summary>
    public IReadOnlyList<string> Of(string file, string section) =>
        _sections.GetValueOrDefault(file + "/" + section) ?? [];

    /// <summary>Picks a line and fills it in.</summary>
    public string Say(string file, string section, Pcg random, Person person, string also = "")
    {
        var lines = Of(file, section);
        var text = new StringBuilder();
        Fill(random.Pick(lines), text, random, person, also);
        return text.ToString();
    }

    private void Read(string file)
    {
        var section = "";
        var lines = new List<string>();
        foreach (var line in Resources.Lines(file).Append("[]"))
        {
            if (!line.StartsWith('['))
            {
                lines.Add(line.Trim());
                continue;
            }

            if (lines.Count > 0)
                _sections.Add(file + "/" + section, [.. lines]);
            section = line.Trim().Trim('[', ']');
            lines.Clear();
        }
    }

    private static void Fill(string line, StringBuilder text, Pcg random, Person person, string also)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '{')
            {
                text.Append(line[i]);
                continue;
            }

            var end = Closing(line, i);
            var choices = Choices(line[(i + 1)..end]);
            if (choices.Count > 1)
                Fill(random.Pick(choices), text, random, person, also);
            else
                text.Append(Variable(choices[0], random, person, also));
            i = end;
        }
    }

    private static int Closing(string line, int open)
    {
        var depth = 0;
        for (var i = open; ; i++)
        {
            depth += line[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
    }

    private static List<string> Choices(string body)
    {
        var choices = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i < body.Length; i++)
        {
            depth += body[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (body[i] != '|' || depth > 0)
                continue;
            choices.Add(body[start..i]);
            start = i + 1;
        }

        choices.Add(body[start..]);
        return choices;
    }

    private static string Variable(string name, Pcg random, Person person, string also) => name switch
    {
        "S" => random.Pick(person.Subjects),
        "P" => person.Pronoun,
        "H" => person.Possessive,
        "K" => random.Pick(Children),
        "N" => random.Between(2, 9).ToString(CultureInfo.InvariantCulture),
        "E" => Euros(random.Between(22, 960) * 10),
        "B" => (random.Between(15, 58) * 5 * (random.Chance(0.5) ? 1 : 2)).ToString(CultureInfo.InvariantCulture),
        "M" => Period.Name(random.Below(12)),
        "k" => also,
        _ => throw new InvalidOperationException($"unknown variable in a phrase: {name}"),
    };

    /// <summary>With a point for thousands, as money is written here.</summary>
    private static string Euros(int amount) => amount < 1000
        ? Format(amount, "0")
        : Format(amount / 1000, "0") + "." + Format(amount % 1000, "000");

    private static string Format(int number, string form) => number.ToString(form, CultureInfo.InvariantCulture);

    private static readonly string[] Children =
    [
        "zoon", "dochter", "de jongste", "de oudste", "zoontje", "dochtertje", "dochter (9)", "zoon (14)",
        "puberzoon", "de middelste",
    ];
}
