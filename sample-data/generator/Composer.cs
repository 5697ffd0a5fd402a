using System.Text;

namespace Signalering.SampleData;

/// <summary>How a team writes: the chance of each part of a description.</summary>
/// <param name="Opener">How the contact went.</param>
/// <param name="Detail">A remark beside the matter.</param>
/// <param name="Action">What was done.</param>
/// <param name="FollowUp">What comes next.</param>
/// <param name="Sentences">Share of rows in whole sentences rather than telegram style.</param>
internal sealed record Writing(double Opener, double Detail, double Action, double FollowUp, double Sentences);

/// <summary>Writes descriptions: a situation with what was seen, done and agreed around it.</summary>
internal sealed class Composer(Phrases phrases, Pcg random)
{
    private static readonly string[] TelegramJoints = [", ", ", ", ". ", ". ", "; ", " - ", " / "];

    /// <summary>A description of an activity about a problem.</summary>
    /// <param name="problem">Key of the phrase file.</param>
    /// <param name="section">Section with the situation.</param>
    /// <param name="channel">How the contact went; says which openers fit.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="second">Key of a second problem to name, or null.</param>
    /// <param name="writing">Habits of the team.</param>
    public string Describe(
        string problem, string section, string channel, Person person, string? second, Writing writing)
    {
        var parts = new List<string>();
        person = person with { Subjects = [random.Pick(person.Subjects)] }; // one word for one person in one row
        var opener = random.Chance(writing.Opener) ? phrases.Say("contact", channel, random, person) : null;
        parts.Add(phrases.Say(problem, section, random, person));
        if (second is not null)
        {
            var also = phrases.Say(second, "kort", random, person);
            parts.Add(phrases.Say("slot", "extra", random, person, also));
        }

        var individual = section is "situatie" or "energie" or "overlast";
        if (individual && random.Chance(writing.Detail))
            parts.Add(phrases.Say("slot", "detail", random, person));
        if (individual && random.Chance(0.035))
            parts.Add(Denial(problem, second, person));
        if (individual && random.Chance(writing.Action))
            parts.Add(Action(problem, person));
        if (random.Chance(individual ? writing.FollowUp : writing.FollowUp / 3))
            parts.Add(phrases.Say("slot", "vervolg", random, person));
        return Finish(opener, parts, random.Chance(writing.Sentences));
    }

    /// <summary>A line that needs nothing around it: the team's own work, a question, a bare word.</summary>
    public string Line(string section, Person person, string? opener)
    {
        var parts = new List<string> { phrases.Say("overig", section, random, person) };
        var start = opener is null ? null : phrases.Say("contact", opener, random, person);
        if (section == "neutraal" && random.Chance(0.3))
            parts.Add(phrases.Say("slot", "vervolg", random, person));
        return Finish(start, parts, random.Chance(0.2));
    }

    /// <summary>A collective row: the situation, sometimes with how it went.</summary>
    public string Gathering(string problem, string section, int participants, Person person)
    {
        var parts = new List<string> { phrases.Say(problem, section, random, person) };
        if (random.Chance(0.35))
            parts.Add($"{participants} {random.Pick(Attendants)}");
        if (random.Chance(0.5))
            parts.Add(random.Pick(Moods));
        if (random.Chance(0.25))
            parts.Add(random.Pick(Next));
        return Finish(null, parts, random.Chance(0.3));
    }

    /// <summary>Something that is not so, or somebody else's; never the opposite of what the row is about.</summary>
    private string Denial(string problem, string? second, Person person)
    {
        while (true)
        {
            var (about, text) = Split(phrases.Say("slot", "ontkenning", random, person));
            if (about != problem && about != second)
                return text;
        }
    }

    private static (string About, string Text) Split(string line)
    {
        var sign = line.IndexOf('=', StringComparison.Ordinal);
        return (line[..sign], line[(sign + 1)..]);
    }

    private string Action(string problem, Person person)
    {
        var own = random.Chance(0.62) && phrases.Of(problem, "actie").Count > 0;
        return own
            ? phrases.Say(problem, "actie", random, person)
            : phrases.Say("slot", "actie", random, person);
    }

    private string Finish(string? opener, List<string> parts, bool sentences)
    {
        var text = new StringBuilder();
        if (opener is not null)
        {
            text.Append(sentences ? Capital(opener) : opener);
            text.Append(sentences ? Stop(opener) : random.Pick(OpenerJoints));
        }
        else if (!sentences && random.Chance(0.006))
        {
            text.Append("- ");
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                text.Append(sentences ? ". " : random.Pick(TelegramJoints));
            var capital = sentences ? !EndsWithColon(text) : AfterStop(text) && random.Chance(0.5);
            text.Append(capital ? Capital(parts[i]) : parts[i]);
        }

        if (sentences && text[^1] is not ('.' or '?' or '!'))
            text.Append('.');
        return random.Chance(0.05) ? Typo(text.ToString()) : text.ToString();
    }

    private string Stop(string opener) => random.Chance(0.5) ? opener.EndsWith('.') ? " " : ". " : ": ";

    private static bool AfterStop(StringBuilder text) => text.Length > 1 && text[^2] == '.';

    private static bool EndsWithColon(StringBuilder text) => text.Length > 1 && text[^2] == ':';

    private static string Capital(string text) =>
        text.Length > 0 && text[0] is >= 'a' and <= 'z' ? (char)(text[0] - 32) + text[1..] : text;

    /// <summary>Swaps, drops or doubles one letter inside a longer word.</summary>
    private string Typo(string text)
    {
        var place = random.Below(text.Length);
        for (var tries = 0; tries < 40 && !InsideWord(text, place); tries++)
            place = random.Below(text.Length);
        if (!InsideWord(text, place))
            return text;
        return random.Below(3) switch
        {
            0 => text[..place] + text[place + 1] + text[place] + text[(place + 2)..],
            1 => text[..place] + text[(place + 1)..],
            _ => text[..place] + text[place] + text[place..],
        };
    }

    private static bool InsideWord(string text, int place)
    {
        if (place < 2 || place + 3 >= text.Length)
            return false;
        for (var i = place - 2; i <= place + 3; i++)
        {
            if (text[i] is not (>= 'a' and <= 'z'))
                return false;
        }

        return true;
    }

    private static readonly string[] OpenerJoints = [": ", ": ", ", ", " - "];

    private static readonly string[] Attendants =
        ["deelnemers", "mensen", "bewoners aanwezig", "aanwezig", "deelnemers, twee afmeldingen", "bezoekers"];

    private static readonly string[] Moods =
    [
        "fijne sfeer", "goed gesprek", "rustige opkomst", "levendig", "veel herkenning", "nieuwe gezichten",
        "deelnemers helpen elkaar", "iets te druk voor de zaal", "minder opkomst door het weer", "mooie verhalen",
        "wordt goed ontvangen", "vraag naar vaker", "even zoeken naar de goede vorm", "samen opgeruimd",
    ];

    private static readonly string[] Next =
    [
        "volgende keer over 2 weken", "volgende maand weer", "flyer maken", "evaluatie met de groep volgt",
        "vrijwilligers nemen het over", "zaal ligt vast", "nog een begeleider nodig",
        "thema volgende keer kiezen we samen", "aanmelden kan nog", "verslagje naar de wijkkrant",
    ];
}
