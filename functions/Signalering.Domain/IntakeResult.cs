using Signalering.Domain.Counting;
using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Domain;

/// <summary>What the intake pass made of a delivery.</summary>
/// <param name="Refusal">Why nothing was counted; null when the delivery was accepted.</param>
/// <param name="ContentSha256">SHA-256 of the file; null when it could not be opened.</param>
/// <param name="Rows">Rows that should have been activities.</param>
/// <param name="Problems">What a person has to mend or know.</param>
/// <param name="Cubes">One per month, oldest first; empty when refused.</param>
public sealed record IntakeResult(
    Problem? Refusal, string? ContentSha256, int Rows, ProblemList Problems, IReadOnlyList<Cube> Cubes)
{
    /// <summary>What the gate said; a file that it did not let pass has a <see cref="Refusal"/> as well.</summary>
    public GateOutcome Gate { get; init; }

    /// <summary>Whether it waits for a person: there is no reason to refuse it but what the gate is unsure of.</summary>
    public bool IsHeld => Refusal?.Code == ProblemCode.Quarantaine;

    /// <summary>What the gate found, place by place; as many as <see cref="IntakeOptions.FindingsKept"/>.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>Row of the header as Excel numbers it; 1 when none was found.</summary>
    public int HeaderRow { get; init; } = 1;

    /// <summary>A file that was not opened.</summary>
    public static IntakeResult Refuse(Problem problem) => new(problem, null, 0, new ProblemList(), []);

    /// <summary>How the header was read; null when no table was found.</summary>
    public HeaderReport? Header { get; init; }

    /// <summary>How well the rows were filled in, per month; empty when refused.</summary>
    public IReadOnlyList<MonthFill> Fill { get; init; } = [];

    /// <summary>Rows that stood there already and were not counted again.</summary>
    public int Duplicates { get; init; }

    /// <summary>Activities that the worker marked as a signal; null when the export has no such column.</summary>
    public int? Marked { get; init; }
}
