using System.Text;
using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

/// <summary>A file as it was read: rows with their numbers, or why not.</summary>
internal sealed record ReadExport(
    IReadOnlyList<string[]> Rows, IReadOnlyList<int> Numbers, string? Sha256, Problem? Refusal, Problem? Failure)
{
    public IReadOnlyList<int> Sheets { get; private init; } = [];

    public IReadOnlyList<Problem> Notes { get; private init; } = [];

    public IReadOnlyList<HiddenText> Hidden { get; private init; } = [];

    public int SerialOffset { get; private init; }

    public static ReadExport From(byte[] bytes, string name = "export.csv", ExportLimits? limits = null) =>
        From(new MemoryStream(bytes, writable: false), name, limits);

    public static ReadExport From(string text, string name = "export.csv") => From(Encoding.UTF8.GetBytes(text), name);

    public static ReadExport From(Stream content, string name, ExportLimits? limits = null)
    {
        var opened = new ExportReader(limits ?? new ExportLimits()).Open(content, name);
        if (opened is OpenedExport.Refused refused)
            return new ReadExport([], [], null, refused.Problem, null);
        var table = (OpenedExport.Table)opened;
        using var rows = table.Rows;
        var cells = new List<string[]>();
        var numbers = new List<int>();
        var sheets = new List<int>();
        while (rows.Read())
        {
            var row = new string[rows.CellCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = rows.Cell(i).ToString();
            cells.Add(row);
            numbers.Add(rows.RowNumber);
            sheets.Add(rows.Sheet);
        }

        Assert.False(rows.Read());
        IReadOnlyList<HiddenText> hidden = [.. rows.HiddenTexts];
        return new ReadExport(cells, numbers, table.ContentSha256, null, rows.Failure)
        {
            Sheets = sheets,
            Notes = rows.Notes,
            Hidden = hidden,
            SerialOffset = rows.SerialOffset,
        };
    }
}
