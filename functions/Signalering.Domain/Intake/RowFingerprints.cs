using System.Numerics;
using System.Runtime.InteropServices;

namespace Signalering.Domain.Intake;

/// <summary>Fingerprints of the rows of one delivery, to find rows that stand there twice; gone when it is counted.</summary>
/// <remarks>64 bits a row in an open table: 16 to 32 bytes a row in memory, 32 MB for a million. Two different rows of a
/// million share a fingerprint with a chance of 1 in 37 million (n² / 2⁶⁵).</remarks>
internal sealed class RowFingerprints
{
    private ulong[] _slots = new ulong[1024];
    private int _count;

    /// <summary>Adds a fingerprint; false when it was there already.</summary>
    public bool Add(ulong fingerprint)
    {
        if (fingerprint == 0)
            fingerprint = 1; // 0 is a free slot
        if (_count * 4L > _slots.Length * 3L)
            Grow();
        var slot = Slot(_slots, fingerprint);
        if (_slots[slot] == fingerprint)
            return false;
        _slots[slot] = fingerprint;
        _count++;
        return true;
    }

    /// <summary>Fingerprint of a whole row: every cell and where it ends.</summary>
    public static ulong OfRow(IExportRows rows)
    {
        var hash = 0UL;
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column);
            hash = cell.IsEmpty ? hash ^ 0x9E3779B97F4A7C15UL : Mix(hash, cell);
            hash = unchecked(BitOperations.RotateLeft(hash, 23) * 0xD6E8FEB86659FD93UL);
        }

        return hash;
    }

    /// <summary>Fingerprint of a row's own number, which some systems start anew each year.</summary>
    public static ulong OfNumber(ReadOnlySpan<char> number, int year) => Mix((ulong)(uint)year << 32, number);

    // Four characters at a time, multiplied and folded (the step of wyhash, Wang Yi 2019).
    private static ulong Mix(ulong hash, ReadOnlySpan<char> text)
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

    private static ulong Fold(ulong value)
    {
        var high = Math.BigMul(value, 0x8EBC6AF09C88C6E3UL, out var low);
        return high ^ low;
    }

    private void Grow()
    {
        var larger = new ulong[_slots.Length * 2];
        foreach (var fingerprint in _slots)
        {
            if (fingerprint != 0)
                larger[Slot(larger, fingerprint)] = fingerprint;
        }

        _slots = larger;
    }

    private static int Slot(ulong[] slots, ulong fingerprint)
    {
        var mask = slots.Length - 1;
        var slot = (int)(fingerprint >> 33) & mask;
        while (slots[slot] != 0 && slots[slot] != fingerprint)
            slot = (slot + 1) & mask;
        return slot;
    }
}
