namespace Signalering.Domain.Screening;

/// <summary>Screens what people type to us: an answer to a signal, a note in the ledger. It is kept and printed, so it may
/// name functions and organisations, and no persons.</summary>
/// <param name="knowledge">Names of persons, and what looks like one and is none.</param>
/// <param name="year">Year in which it was typed.</param>
public sealed class OwnWords(IntakeKnowledge knowledge, int year)
{
    private readonly PersonalDataDetector _detector = new(knowledge.Namen, [.. knowledge.Toegestaan]);

    /// <summary>Whether nothing personal was found, at the middle level or above. Not for several threads.</summary>
    public bool MayBeKept(string text) =>
        !_detector.Find(text, year).Any(finding => finding.Level >= FindingLevel.Midden);
}
