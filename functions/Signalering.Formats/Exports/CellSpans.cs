namespace Signalering.Formats.Exports;

/// <summary>Cells of a row as parts of its bytes, for rows that the rule of quotes does not split rightly.</summary>
internal sealed class CellSpans
{
    // ” “ „ in UTF-8 and in Windows-1252; a word processor puts them where someone typed a quote.
    private static readonly byte[][] Utf8Quotes = [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x9E]];
    private static readonly byte[][] AnsiQuotes = [[0x93], [0x94], [0x84]];

    private readonly List<(int Start, int Length)> _parts = [];

    /// <summary>Whether the current row is split here.</summary>
    public bool IsInUse => _parts.Count > 0;

    /// <summary>Forgets the previous row.</summary>
    public void Clear() => _parts.Clear();

    /// <summary>The bytes of a cell.</summary>
    public ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> row, int column) =>
        row.Slice(_parts[column].Start, _parts[column].Length);

    /// <summary>Splits at every separator, quotes being text; returns the number of cells.</summary>
    public int Split(ReadOnlySpan<byte> row, byte separator)
    {
        var start = 0;
        for (var i = 0; i <= row.Length; i++)
        {
            if (i < row.Length && row[i] != separator)
                continue;
            _parts.Add((start, i - start));
            start = i + 1;
        }

        return _parts.Count;
    }

    /// <summary>Splits at separators outside cells that begin and end with a curly quote, and leaves those quotes
    /// off.</summary>
    public int SplitAtCurlyQuotes(ReadOnlySpan<byte> row, byte separator, TextForm form)
    {
        var start = 0;
        while (start <= row.Length)
        {
            var quote = QuoteAt(row, start, form);
            var end = quote > 0 ? ClosingQuote(row, start + quote, separator, form) : -1;
            if (end >= 0)
            {
                _parts.Add((start + quote, end - start - quote));
                start = end + QuoteAt(row, end, form) + 1;
                continue;
            }

            var next = row[start..].IndexOf(separator);
            var length = next < 0 ? row.Length - start : next;
            _parts.Add((start, length));
            start += length + 1;
        }

        return _parts.Count;
    }

    /// <summary>Whether the start of a file has a curly quote.</summary>
    public static bool HasCurlyQuotes(ReadOnlySpan<byte> sample, TextForm form)
    {
        foreach (var quote in Quotes(form))
        {
            if (sample.IndexOf(quote) >= 0)
                return true;
        }

        return false;
    }

    // Place of the curly quote before the next separator or the end; −1 when there is none.
    private static int ClosingQuote(ReadOnlySpan<byte> row, int from, byte separator, TextForm form)
    {
        for (var i = from; i < row.Length; i++)
        {
            var length = QuoteAt(row, i, form);
            if (length > 0 && (i + length == row.Length || row[i + length] == separator))
                return i;
        }

        return -1;
    }

    private static int QuoteAt(ReadOnlySpan<byte> row, int at, TextForm form)
    {
        foreach (var quote in Quotes(form))
        {
            if (row[at..].StartsWith(quote))
                return quote.Length;
        }

        return 0;
    }

    private static byte[][] Quotes(TextForm form) => form == TextForm.Windows1252 ? AnsiQuotes : Utf8Quotes;
}
