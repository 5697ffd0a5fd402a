using CsvHelper;

namespace Signalering.Formats.Exports;

/// <summary>Which character separates the cells of a text file.</summary>
/// <param name="Separator"><c>;</c>, <c>,</c>, tab or <c>|</c>.</param>
/// <param name="HasHintLine">The first line is <c>sep=;</c>: an instruction to Excel, which does not show it as a
/// row.</param>
internal readonly record struct SeparatorChoice(char Separator, bool HasHintLine);

/// <summary>Finds the separator by reading the first rows with each candidate.</summary>
/// <remarks>CsvHelper's own detection takes a comma in running text for a separator, which breaks a file with one
/// column of descriptions; here a comma has to give more than two cells in most rows, or cells in the first row
/// already.</remarks>
internal static class SeparatorFinder
{
    private const int RowsLookedAt = 30;

    // In order of preference when two do equally well: the Dutch list separator first.
    private static readonly char[] Candidates = [';', ',', '\t', '|'];

    /// <summary>Judges the start of a file.</summary>
    /// <param name="sample">Start of the file in UTF-8 or Windows-1252, without byte order mark.</param>
    /// <param name="isWholeFile">False: the last row of the sample may be incomplete.</param>
    public static SeparatorChoice Find(ReadOnlyMemory<byte> sample, bool isWholeFile)
    {
        if (Hint(sample.Span) is { } told)
            return new SeparatorChoice(told, true);
        var best = (Score: 0.0, Separator: Candidates[0]);
        foreach (var candidate in Candidates)
        {
            var score = Score(CellCounts(sample, candidate, isWholeFile), candidate);
            if (score > best.Score)
                best = (score, candidate);
        }

        return new SeparatorChoice(best.Separator, false);
    }

    private static char? Hint(ReadOnlySpan<byte> sample)
    {
        var end = sample.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? sample : sample[..end];
        if (line is [(byte)'"', .. var inner, (byte)'"'])
            line = inner;
        return line is [(byte)'s' or (byte)'S', (byte)'e' or (byte)'E', (byte)'p' or (byte)'P', (byte)'=', var told]
            && Array.IndexOf(Candidates, (char)told) >= 0
                ? (char)told
                : null;
    }

    private static List<int> CellCounts(ReadOnlyMemory<byte> sample, char separator, bool isWholeFile)
    {
        var counts = new List<int>(RowsLookedAt);
        using var rows = CsvReader.Create(sample, DelimitedRows.Options(separator));
        while (counts.Count <= RowsLookedAt && rows.Read())
        {
            if (!rows.RawRecord.IsEmpty)
                counts.Add(rows.FieldCount);
        }

        if (counts.Count > 1 && (counts.Count > RowsLookedAt || !isWholeFile))
            counts.RemoveAt(counts.Count - 1);
        return counts;
    }

    // Share of the rows with the usual number of cells, counted from the first such row (titles stand above the
    // header), times the logarithm of that number: twelve cells in nine rows of ten say more than two cells in all.
    private static double Score(List<int> counts, char separator)
    {
        var usual = counts.Where(count => count > 1).GroupBy(count => count)
            .OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
        if (usual is null)
            return 0;
        var first = counts.IndexOf(usual.Key);
        var share = (double)usual.Count() / (counts.Count - first);
        var mayBeProse = separator == ',' && usual.Key == 2;
        if (first > 0 && (mayBeProse || share < 0.6))
            return 0;
        return share * Math.Log(usual.Key);
    }
}
