namespace Signalering.SampleData;

/// <summary>Someone, or a household, that a team helps. Invented; has no name anywhere.</summary>
/// <param name="Number">Position in the team's own count, from which the pseudonym follows.</param>
/// <param name="Wijk">Code.</param>
/// <param name="Person">How descriptions speak of the person.</param>
internal sealed record Case(int Number, string Wijk, Person Person)
{
    /// <summary>Last month with an activity: who has not been seen for long does not come back.</summary>
    public int LastSeen { get; set; }
}

/// <summary>Words for a person.</summary>
/// <param name="Subjects">Ways to name the subject of a sentence.</param>
/// <param name="Pronoun">zij or hij.</param>
/// <param name="Possessive">haar or zijn.</param>
internal sealed record Person(IReadOnlyList<string> Subjects, string Pronoun, string Possessive)
{
    public static readonly IReadOnlyList<Person> All =
    [
        new(["mw", "mw", "mw.", "mevrouw", "cl.", "cliënt", "zij"], "zij", "haar"),
        new(["dhr", "dhr", "dhr.", "meneer", "cl.", "cliënt", "hij"], "hij", "zijn"),
        new(["moeder", "mw", "moeder", "cl."], "zij", "haar"),
        new(["vader", "dhr", "cl."], "hij", "zijn"),
        new(["bewoonster", "mw", "cl."], "zij", "haar"),
        new(["bewoner", "dhr", "cl."], "hij", "zijn"),
    ];
}

/// <summary>The four quadrants, and the team's own work.</summary>
internal enum Quadrant
{
    IndividueelHulpverlening,
    CollectiefHulpverlening,
    IndividueelActivering,
    CollectiefActivering,
    Intern,
}

/// <summary>One row that a team wrote.</summary>
internal sealed record Activity
{
    public required int Month { get; init; }

    public required DateOnly Date { get; init; }

    public required Quadrant Quadrant { get; init; }

    /// <summary>What the row is about.</summary>
    public required Problem Problem { get; init; }

    /// <summary>A second problem that the text names.</summary>
    public Problem? Second { get; init; }

    /// <summary>Code; <c>elders</c> or <c>onbekend</c>; behind a <c>!</c> a name that is no wijk.</summary>
    public required string Wijk { get; init; }

    public Case? Case { get; init; }

    public required int Minutes { get; init; }

    public int? Participants { get; init; }

    public required string Channel { get; init; }

    public required string Function { get; init; }

    public required string Text { get; init; }

    /// <summary>The debt comes from an energy bill.</summary>
    public bool Energy { get; init; }

    /// <summary>Number within the calendar year, in order of date.</summary>
    public int Id { get; set; }

    /// <summary>A date as mistyped; null when it was typed well.</summary>
    public string? WrittenDate { get; init; }
}
