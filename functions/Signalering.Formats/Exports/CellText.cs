namespace Signalering.Formats.Exports;

/// <summary>The characters of the current row's cells, written once per cell and only when asked for.</summary>
internal sealed class CellText
{
    private char[] _chars = new char[4096];
    private Slot[] _slots = new Slot[32];
    private int _used;
    private int _row;

    /// <summary>Forgets the cells of the previous row.</summary>
    /// <param name="cells">Number of cells of the new row.</param>
    public void NextRow(int cells)
    {
        _used = 0;
        _row = unchecked(_row + 1);
        if (_slots.Length < cells)
            _slots = new Slot[cells * 2];
    }

    /// <summary>True when this cell of this row was written already.</summary>
    public bool TryGet(int column, out ReadOnlySpan<char> text)
    {
        ref readonly var slot = ref _slots[column];
        text = slot.Row == _row ? _chars.AsSpan(slot.Start, slot.Length) : default;
        return slot.Row == _row;
    }

    /// <summary>Room for a cell of at most <paramref name="length"/> characters.</summary>
    public Span<char> Room(int length)
    {
        if (_chars.Length - _used < length)
        {
            // Spans that were handed out point into the old array, which lives as long as they do.
            var larger = new char[Math.Max(_chars.Length * 2, _used + length)];
            _chars.AsSpan(0, _used).CopyTo(larger);
            _chars = larger;
        }

        return _chars.AsSpan(_used);
    }

    /// <summary>Keeps what was written into <see cref="Room"/>, without surrounding white space.</summary>
    public ReadOnlySpan<char> Keep(int column, int length)
    {
        var (start, end) = Inner(_chars.AsSpan(_used, length));
        _slots[column] = new Slot(_row, _used + start, end - start);
        var text = _chars.AsSpan(_used + start, end - start);
        _used += length;
        return text;
    }

    /// <summary>Without white space, no-break spaces and byte order marks around it.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var (start, end) = Inner(text);
        return text[start..end];
    }

    private static (int Start, int End) Inner(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return (start, end);
    }

    // char.IsWhiteSpace knows U+00A0; U+FEFF and U+200B come along with text pasted from web pages.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';

    private readonly record struct Slot(int Row, int Start, int Length);
}
