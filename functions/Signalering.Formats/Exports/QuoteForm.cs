using CsvHelper;

namespace Signalering.Formats.Exports;

/// <summary>What a quote means in a text file.</summary>
internal enum QuoteForm
{
    /// <summary>Around a cell, which may hold line breaks: the rule.</summary>
    Around,

    /// <summary>Some quotes are never closed, yet every line by itself is a row: no cell holds a line break.</summary>
    PerLine,
}

/// <summary>Finds out whether quotes that are never closed can be read as text without losing a row.</summary>
internal static class QuoteForms
{
    // Above this size the file is read once less, unless its number of quotes is odd: then one surely is left open.
    private const long SmallFile = 32L << 20;

    /// <summary>Reads the file once when it has quotes, and once more when one of them is left open.</summary>
    /// <param name="open">Opens the file from its first byte, with an own choice of options.</param>
    /// <param name="scan">Number of quotes.</param>
    /// <param name="bytes">Size of the file.</param>
    /// <param name="source">For telling an outage from damage.</param>
    /// <param name="separator">Between cells.</param>
    public static QuoteForm Find(
        Func<Func<CsvReaderOptions, CsvReaderOptions>, CsvReader> open, ContentScan scan, long bytes, SourceStream source,
        byte separator)
    {
        if (scan.Quotes == 0 || (bytes > SmallFile && scan.Quotes % 2 == 0))
            return QuoteForm.Around;
        try
        {
            return IsClosed(open) || !IsRowPerLine(open, separator) ? QuoteForm.Around : QuoteForm.PerLine;
        }
        catch (CsvFormatException) when (source.Fault is null)
        {
            return QuoteForm.Around; // a row over the limit: the reading itself says where
        }
    }

    /// <summary>A quote that swallows rows, or the end of the file.</summary>
    public static bool IsBroken(CsvMalformedRecord record) =>
        record.Reason == CsvMalformedReason.UnterminatedQuote
        || (record.Reason == CsvMalformedReason.TextAfterClosingQuote
            && record.RawRecord.AsSpan().IndexOfAny('\r', '\n') >= 0);

    private static bool IsClosed(Func<Func<CsvReaderOptions, CsvReaderOptions>, CsvReader> open)
    {
        var isBroken = false;
        using var reader = open(options => options with { OnMalformedRecord = record => isBroken |= IsBroken(record) });
        try
        {
            while (!isBroken && reader.Read())
            {
            }
        }
        catch (CsvFormatException)
        {
            return false;
        }

        return !isBroken;
    }

    // Every line that has a quote must have the usual number of cells: a line that is left open when it is split at
    // each separator, another one by the rule. Lines without quotes (titles, totals) may have any number. The last
    // line may not be left open: the file was cut off there.
    private static bool IsRowPerLine(Func<Func<CsvReaderOptions, CsvReaderOptions>, CsvReader> open, byte separator)
    {
        var isOpen = false;
        using var reader = open(options => options with
        {
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => isOpen |= record.Reason == CsvMalformedReason.LineBreakInQuotes
                || record.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        var rows = new Dictionary<int, int>();
        var rowsWithQuote = new HashSet<int>();
        var lastIsOpen = false;
        while (true)
        {
            isOpen = false;
            if (!reader.Read())
                break;
            var line = reader.RawRecord;
            if (line.IsEmpty)
                continue;
            var cells = isOpen ? line.Count(separator) + 1 : reader.FieldCount;
            if (line.Contains((byte)'"'))
                rowsWithQuote.Add(cells);
            if (!isOpen)
                rows[cells] = rows.GetValueOrDefault(cells) + 1;
            lastIsOpen = isOpen;
        }

        return !lastIsOpen && rows.Count > 0 && rowsWithQuote.Count == 1 && rowsWithQuote.Single() > 1
            && rows.MaxBy(count => (count.Value, count.Key)).Key == rowsWithQuote.Single();
    }
}
