using System.ComponentModel.DataAnnotations;

namespace Signalering.Domain;

/// <summary>Settings of the intake pass.</summary>
public sealed class IntakeOptions
{
    /// <summary>Share of rows that may be bad, 0–1. Default 0.2: above it the export itself is broken, and half a month
    /// counted as a whole one would look like a fall.</summary>
    [Range(0.0, 1.0)]
    public double BadRowShare { get; init; } = 0.2;

    /// <summary>Share of the previous activities under which a replacement gets a loud warning, 0–1. Default 0.5: normal
    /// months differ by a third at most, so less than half is most often a partial export.</summary>
    [Range(0.0, 1.0)]
    public double MuchSmallerShare { get; init; } = 0.5;

    /// <summary>Days that a delivery may wait in quarantine, 1–14. Default 14, the most that the privacy policy allows: time
    /// for somebody who is away a week.</summary>
    [Range(1, 14)]
    public int QuarantineDays { get; init; } = 14;

    /// <summary>Findings of the gate kept one by one; the others are counted. Default 1000: enough to mend a file by.</summary>
    [Range(0, int.MaxValue)]
    public int FindingsKept { get; init; } = 1000;
}
