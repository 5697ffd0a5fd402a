using System.Numerics;
using System.Runtime.InteropServices;

namespace Signalering.Domain.Intake;

/// <summary>A hash of 64 bits, to remember that a text was seen without keeping the text; the same on every machine.</summary>
/// <remarks>Two different texts of a million share a hash with a chance of 1 in 37 million (n² / 2⁶⁵). Who wants to can
/// make such texts: it is no seal, and nothing that has to withstand an attacker rests on it.</remarks>
internal static class TextHash
{
    /// <summary>Hash of a text.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Add(0, text);

    /// <summary>Hash of all that came before and a text; where one text ends and the next begins counts.</summary>
    /// <remarks>Four characters at a time, multiplied and folded (the step of wyhash, Wang Yi 2019).</remarks>
    public static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        hash ^= 0xA0761D6478BD642FUL ^ (ulong)text.Length;
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words)
            hash = Fold(hash ^ word);
        var tail = 0UL;
        foreach (var c in text[(words.Length * 4)..])
            tail = (tail << 16) | c;
        return Fold(hash ^ tail ^ 0xE7037ED1A0B428DBUL);
    }

    /// <summary>Hash of all that came before and a number.</summary>
    public static ulong Add(ulong hash, uint number) =>
        Fold(BitOperations.RotateLeft(hash, 29) ^ number ^ 0x2D358DCCAA6C78A5UL);

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value, 0x8EBC6AF09C88C6E3UL, out var low);
        return high ^ low;
    }
}
