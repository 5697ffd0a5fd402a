namespace Signalering.SampleData;

/// <summary>What a registration system calls each kind of activity.</summary>
internal sealed record Kinds(
    string Help, string GroupHelp, string Activation, string Gathering, string Intern, string Advice, string Support)
{
    /// <summary>The word for this row. Teams book a part of their help as advice.</summary>
    public string Of(Activity row) => row.Quadrant switch
    {
        Quadrant.CollectiefHulpverlening => GroupHelp,
        Quadrant.IndividueelActivering => Activation,
        Quadrant.CollectiefActivering => Gathering,
        Quadrant.Intern => Intern,
        _ when row.Problem.Key == "leun_steuncontact" => Support,
        _ when row.Problem == Problems.Geen || row.Id % 6 == 0 => Advice,
        _ => Help,
    };
}
