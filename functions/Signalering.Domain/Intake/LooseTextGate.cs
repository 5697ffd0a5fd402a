using Signalering.Domain.Screening;

namespace Signalering.Domain.Intake;

/// <summary>Screens what stands outside the rows of a table: titles, headers, other sheets, hidden places. The file
/// is kept for a while, so personal data there refuses it too.</summary>
/// <remarks>The one place where the reading of tables meets the gate for such texts: text in, finding or not.</remarks>
/// <param name="problems">Gets a place per finding, never what stands there.</param>
internal sealed class LooseTextGate(ProblemList problems)
{
    /// <summary>Findings so far; one is enough to refuse the delivery.</summary>
    public int Findings { get; private set; }

    /// <summary>Looks at a text.</summary>
    public void Inspect(Place waar, ReadOnlySpan<char> text)
    {
        var kind = PersonalDataDetector.Find(text);
        if (kind == PersonalDataKind.None)
            return;
        Findings++;
        problems.Warn(Messages.Persoonsgegeven(waar, PersonalDataNames.Uitleg(kind)));
    }
}
