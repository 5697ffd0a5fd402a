namespace Signalering.Formats.Reports;

/// <summary>How wide text is in Arial, so that rows are as high as their wrapped text and columns hold what they must.
/// </summary>
/// <remarks>Advance widths in thousandths of the letter size, of Helvetica (Adobe font metrics), which Arial and Liberation
/// Sans share. A column's unit is the width of a digit.</remarks>
internal static class TextWidth
{
    private const int Digit = 556;
    private const double Bold = 1.06; // Helvetica-Bold over Helvetica, running Dutch text

    // A line is not filled to the last pixel: cells are indented, programs keep room at both sides, and letters are
    // rounded to pixels.
    private const double Margin = 2.5;
    private const double LargestMargin = 0.2; // of a narrow column, which holds numbers

    // From space to tilde.
    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width in units of a column: 1 is a digit of the normal size.</summary>
    public static double Of(ReadOnlySpan<char> text, bool isBold = false)
    {
        var sum = 0;
        foreach (var letter in text)
            sum += letter is >= ' ' and <= '~' ? Widths[letter - ' '] : Digit;
        return (isBold ? Bold : 1) * sum / Digit;
    }

    /// <summary>Lines that a text takes in a column, at least 1.</summary>
    /// <param name="text">Text; line feeds start a new line.</param>
    /// <param name="width">Width of the column, in its own unit.</param>
    /// <param name="isBold">Whether the letters are bold.</param>
    public static int Lines(string text, double width, bool isBold = false)
    {
        var room = Math.Max(1, width - Math.Min(Margin, LargestMargin * width));
        var space = Of(" ", isBold);
        var lines = 0;
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            var left = 0.0;
            lines++;
            foreach (var range in paragraph.Split(' '))
            {
                var word = Of(paragraph[range], isBold);
                if (left > 0 && word > left - space)
                    (lines, left) = (lines + 1, 0);
                for (; word > room; word -= room)
                    lines++; // a word that is longer than the line is broken
                left = left > 0 ? left - space - word : room - word;
                left = Math.Max(left, double.Epsilon);
            }
        }

        return Math.Max(1, lines);
    }

    /// <summary>A text cut into lines no wider than <paramref name="width"/> units.</summary>
    public static IEnumerable<string> Break(string text, double width)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && Of(longer) > width)
                {
                    yield return line;
                    longer = word;
                }

                line = longer;
            }

            if (line.Length > 0)
                yield return line;
        }
    }
}
