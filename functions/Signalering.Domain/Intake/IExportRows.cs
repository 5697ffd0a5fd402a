namespace Signalering.Domain.Intake;

/// <summary>The rows of a delivered table, one after the other; the port that file readers fill.</summary>
/// <remarks>Nothing is skipped: titles above the header, blank rows and totals come along, the pass decides.
/// Numbers come with a decimal comma (<c>0,75</c>), dates of a spreadsheet as <c>2026-03-31</c> or, with a time,
/// <c>2026-03-31 14:00:00</c>; text comes as delivered.</remarks>
public interface IExportRows : IDisposable
{
    /// <summary>Goes to the next row; false at the end, or where the file breaks off (see <see
    /// cref="Failure"/>).</summary>
    bool Read();

    /// <summary>Number of the current row as Excel shows it; the first row of the file, or of the sheet, is
    /// 1.</summary>
    int RowNumber { get; }

    /// <summary>Number of the visible sheet that the current row stands in, from 1; 0 when the file has no
    /// sheets.</summary>
    int Sheet => 0;

    /// <summary>Number of visible sheets; 0 when the file has no sheets. With 2 or more, places name the
    /// sheet.</summary>
    int SheetCount => 0;

    /// <summary>Days to add to a date that stands as a bare serial: 0, or
    /// <see cref="DutchDate.DaysFrom1900To1904"/> in a workbook that counts from 1904.</summary>
    int SerialOffset => 0;

    /// <summary>Number of cells in the current row.</summary>
    int CellCount { get; }

    /// <summary>A cell of the current row, without surrounding white space; empty when the row has no such cell.
    /// Valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<char> Cell(int column);

    /// <summary>Why <see cref="Read"/> stopped before the end of the file; null when the file was read whole.</summary>
    Problem? Failure { get; }

    /// <summary>What the reader had to mend or leave, for the receipt; complete after the last <see
    /// cref="Read"/>.</summary>
    IReadOnlyList<Problem> Notes => [];

    /// <summary>Texts that stand in the file and not in its rows: hidden sheets, comments, texts that no cell uses,
    /// document properties, names. To be asked for after the last <see cref="Read"/>, once; only for the
    /// gate.</summary>
    IEnumerable<HiddenText> HiddenTexts => [];
}

/// <summary>A text that a file holds where nobody looks; only for the gate.</summary>
/// <param name="waar">Place in our own words.</param>
/// <param name="tekst">What stands there: may be personal, so never printed, logged or kept.</param>
public sealed class HiddenText(Place waar, string tekst)
{
    /// <summary>Place in our own words.</summary>
    public Place Waar => waar;

    internal ReadOnlySpan<char> Tekst => tekst;

    /// <summary>Says nothing about the content.</summary>
    public override string ToString() => waar.ToString();
}

/// <summary>Opens a delivered file as rows.</summary>
public interface IExportReader
{
    /// <summary>Looks at the content, not only at the name, and opens it.</summary>
    /// <param name="content">Readable and seekable, at position 0; the caller disposes it.</param>
    /// <param name="fileName">Name as delivered; its extension is a claim that is checked.</param>
    /// <returns>The rows, or the reason why this file is not read.</returns>
    OpenedExport Open(Stream content, string fileName);
}

/// <summary>An opened file, or the reason why it is not read.</summary>
public abstract record OpenedExport
{
    private OpenedExport()
    {
    }

    /// <summary>A table.</summary>
    /// <param name="Rows">Its rows; the receiver disposes them.</param>
    /// <param name="ContentSha256">SHA-256 of the bytes, lower-case hex.</param>
    public sealed record Table(IExportRows Rows, string ContentSha256) : OpenedExport
    {
        /// <summary>Words of the file's name, only for the gate; null when it has none of its own.</summary>
        public HiddenText? Bestandsnaam { get; init; }
    }

    /// <summary>Not read.</summary>
    public sealed record Refused(Problem Problem) : OpenedExport;
}
