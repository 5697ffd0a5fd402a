using System.Numerics;

namespace Signalering.Domain.Intake;

/// <summary>Fingerprints of the rows of one delivery, to find rows that stand there twice; gone when it is
/// counted.</summary>
/// <remarks>A key of 64 bits and a mark of 32 bits a row in an open table: 21 to 43 bytes a row, 34 MB for a million. How
/// seldom two different rows share a key: see <see cref="TextHash"/>.</remarks>
internal sealed class RowFingerprints
{
    private Slot[] _slots = new Slot[1024];
    private int _count;

    /// <summary>Adds a row; false when the key was there already.</summary>
    /// <param name="key">By which rows are the same.</param>
    /// <param name="mark">What to remember of it.</param>
    /// <param name="earlier">The mark of the row that was there already; else <paramref name="mark"/>.</param>
    public bool Add(ulong key, uint mark, out uint earlier)
    {
        key = key == 0 ? 1 : key; // 0 is a free place
        if (_count * 4L > _slots.Length * 3L)
            Grow();
        var place = Place(_slots, key);
        if (_slots[place].Key == key)
        {
            earlier = _slots[place].Mark;
            return false;
        }

        (_slots[place], earlier) = (new Slot(key, mark), mark);
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
            hash = cell.IsEmpty ? hash ^ 0x9E3779B97F4A7C15UL : TextHash.Add(hash, cell);
            hash = unchecked(BitOperations.RotateLeft(hash, 23) * 0xD6E8FEB86659FD93UL);
        }

        return hash;
    }

    /// <summary>Fingerprint of a row's own number, which some systems start anew each year.</summary>
    public static ulong OfNumber(ReadOnlySpan<char> number, int year) =>
        TextHash.Add(TextHash.Add(0, (uint)year), number); // the year first, or 2022 with 1… equals 2023 with 0…

    private void Grow()
    {
        var slots = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
        {
            if (slot.Key != 0)
                slots[Place(slots, slot.Key)] = slot;
        }

        _slots = slots;
    }

    private static int Place(Slot[] slots, ulong key)
    {
        var mask = slots.Length - 1;
        var place = (int)(key >> 33) & mask;
        while (slots[place].Key != 0 && slots[place].Key != key)
            place = (place + 1) & mask;
        return place;
    }

    // Side by side, so that a row costs one look at memory.
    private readonly record struct Slot(ulong Key, uint Mark);
}
