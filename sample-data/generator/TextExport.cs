using System.Text;

namespace Signalering.SampleData;

/// <summary>Delimited text.</summary>
internal sealed record TextExport(
    IReadOnlyList<Column> Columns,
    char Delimiter,
    Encoding Encoding,
    string Extension,
    string FirstLine = "",
    bool QuoteText = false) : IExport
{
    private const string NewLine = "\r\n";

    public byte[] Write(IReadOnlyList<Activity> rows, DateOnly delivered, string period) => Encode(Lines(rows));

    /// <summary>The text of the file, before encoding.</summary>
    public string Lines(IReadOnlyList<Activity> rows)
    {
        var text = new StringBuilder(FirstLine);
        AppendRow(text, Columns.Select(column => column.Header));
        foreach (var row in rows)
            AppendRow(text, Columns.Select(column => column.Cell(row)));
        return text.ToString();
    }

    /// <summary>The bytes of a text, with the byte order mark of the encoding.</summary>
    public byte[] Encode(string text) => [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text)];

    /// <summary>One line.</summary>
    public void AppendRow(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                text.Append(Delimiter);
            first = false;
            text.Append(Quoted(cell));
        }

        text.Append(NewLine);
    }

    private string Quoted(string cell)
    {
        var must = cell.AsSpan().IndexOfAny(Delimiter, '"', '\n') >= 0
            || (QuoteText && cell.Contains(' ', StringComparison.Ordinal));
        return must ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell;
    }
}
