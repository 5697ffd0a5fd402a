using System.Globalization;
using ExcelDataReader;
using Signalering.Domain.Dialogue;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Reports;

/// <summary>Reads the yellow cells of a report's workbook back.</summary>
/// <remarks>Found by what is printed: the sheet <c>Dialoogkaarten</c>, its headers, the id of the signal in the column
/// <c>Kenmerk</c> (in the first workbooks: in front of its title), and the name of the field. Rows and
/// columns may have been moved.</remarks>
public static class DialogueReader
{
    /// <summary>Name of the sheet with the cards.</summary>
    public const string CardsSheet = "Dialoogkaarten";

    /// <summary>Name of the sheet that tells period and state.</summary>
    public const string MethodSheet = "Verantwoording";

    /// <summary>Between the id of a signal and its title.</summary>
    public const string IdEnd = " · ";

    private const string NoReport =
        "dit is geen signaleringsrapport met dialoogkaarten. Verwacht: het Excel-bestand van het rapport, met de gele cellen " +
        "ingevuld. Sla het op als .xlsx en lever het opnieuw aan.";

    /// <summary>The filled-in workbook, or in Dutch why it is none.</summary>
    /// <param name="content">The file.</param>
    /// <param name="limits">How much is read.</param>
    public static (FilledWorkbook? Workbook, string? Fault) Read(Stream content, ExportLimits limits)
    {
        if (content.Length > limits.MaxBytes)
            return (null, NoReport);
        var source = new SourceStream(content);
        if (WorkbookPackage.Inspect(source, limits) is not null)
            return (null, NoReport);
        try
        {
            source.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(source, new ExcelReaderConfiguration { LeaveOpen = true });
            return Read(reader);
        }
        catch (Exception damage) when (damage is not OutOfMemoryException && source.Fault is null)
        {
            return (null, NoReport);
        }
    }

    private static (FilledWorkbook?, string?) Read(IExcelDataReader reader)
    {
        var (period, state, cells) = (string.Empty, -1, new List<FilledCell>());
        do
        {
            if (reader.Name == CardsSheet)
                ReadCards(reader, cells);
            else if (reader.Name == MethodSheet)
                ReadState(reader, ref period, ref state);
        }
        while (reader.NextResult());
        return period.Length > 0 && state >= 0 && cells.Count > 0
            ? (new FilledWorkbook(period, state, cells), null)
            : (null, NoReport);
    }

    private static void ReadState(IExcelDataReader reader, ref string period, ref int state)
    {
        while (reader.Read())
        {
            if (Text(reader, 0) == "Periode")
                period = Text(reader, 1);
            if (Text(reader, 0) == "Dialoogstand")
                state = int.TryParse(Text(reader, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var stand) ? stand : -1;
        }
    }

    private static void ReadCards(IExcelDataReader reader, List<FilledCell> cells)
    {
        int[]? columns = null;
        for (var row = 1; reader.Read(); row++)
        {
            columns ??= Columns(reader);
            if (columns is not [var signal, var field, var answer])
                continue;
            var id = Text(reader, signal).Split(IdEnd)[0];
            if (id.Length > 0 && DialogueField.OpNaam(Text(reader, field)) is { } known)
                cells.Add(new FilledCell(row, id, known, Text(reader, answer)));
        }
    }

    private static int[]? Columns(IExcelDataReader reader)
    {
        var headers = Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader, column)).ToList();
        var id = headers.IndexOf("Kenmerk");
        int[] columns = [id >= 0 ? id : headers.IndexOf("Signaal"), headers.IndexOf("Onderdeel"), headers.IndexOf("Uw antwoord")];
        return columns.Contains(-1) ? null : columns;
    }

    private static string Text(IExcelDataReader reader, int column) => column < reader.FieldCount
        ? Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Trim() ?? string.Empty
        : string.Empty;
}
