using System.Numerics;
using System.Runtime.InteropServices;

namespace Signalering.Domain.Intake;

/// <summary>Fingerprints of the rows of one delivery, to find rows that stand there twice; gone when it is
/// counted.</summary>
/// <remarks>A key of 64 bits and a mark of 32 bits a row in an open table: 16 to 32 bytes a row, 25 MB for a million.
/// Two different rows of a million share a key with a chance of 1 in 37 million (n² / 2⁶⁵).</remarks>
internal sealed class RowFingerprints
{
    private ulong[] _keys = new ulong[1024];
    private uint[] _marks = new uint[1024];
    private int _count;

    /// <summary>Adds a row; false when the key was there already.</summary>
    /// <param name="key">By which rows are the same.</param>
    /// <param name="mark">What to remember of it.</param>
    /// <param name="earlier">The mark of the row that was there already; else <paramref name="mark"/>.</param>
    public bool Add(ulong key, uint mark, out uint earlier)
    {
        key = key == 0 ? 1 : key; // 0 is a free place
        if (_count * 4L > _keys.Length * 3L)
            Grow();
        var place = Place(_keys, key);
        if (_keys[place] == key)
        {
            earlier = _marks[place];
            return false;
        }

        (_keys[place], _marks[place], earlier) = (key, mark, mark);
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
    public static ulong OfNumber(ReadOnlySpan<char> number, int year) =>
        Mix(Fold((uint)year ^ 0x2D358DCCAA6C78A5UL), number); // folded first, or 2022 with 1… equals 2023 with 0…

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
        var keys = new ulong[_keys.Length * 2];
        var marks = new uint[keys.Length];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == 0)
                continue;
            var place = Place(keys, _keys[i]);
            (keys[place], marks[place]) = (_keys[i], _marks[i]);
        }

        (_keys, _marks) = (keys, marks);
    }

    private static int Place(ulong[] keys, ulong key)
    {
        var mask = keys.Length - 1;
        var place = (int)(key >> 33) & mask;
        while (keys[place] != 0 && keys[place] != key)
            place = (place + 1) & mask;
        return place;
    }
}
