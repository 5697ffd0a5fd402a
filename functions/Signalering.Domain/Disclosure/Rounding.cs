namespace Signalering.Domain.Disclosure;

/// <summary>Conventional rounding, half up, in whole units.</summary>
/// <param name="Base">Everything shown is a multiple of this, in units; 1 shows exact values.</param>
internal readonly record struct Rounding(long Base)
{
    /// <summary>What is shown of a value.</summary>
    public long Round(long value) => (value + Base / 2) / Base * Base;

    /// <summary>Values that are shown as this one: [shown − ⌊base/2⌋, shown + ⌈base/2⌉ − 1], not below zero.</summary>
    public (long Low, long High) Shown(long shown) =>
        (Math.Max(0, shown - Base / 2), shown + (Base + 1) / 2 - 1);
}
