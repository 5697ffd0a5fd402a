using ClosedXML.Excel;
using Signalering.Domain.Reporting;

namespace Signalering.Formats.Reports;

/// <summary>Prompts and lists of answers on the cells that a reader fills in.</summary>
/// <remarks>Excel takes a list inside a rule up to 255 characters, and takes each comma for a separator; a list that
/// does not fit stands on a sheet of its own, a column per list.</remarks>
/// <param name="sheetName">Name of that sheet, without spaces.</param>
internal sealed class FillInRules(string sheetName)
{
    private const int FirstRow = 4;
    private const int LongestInlineList = 255;
    private const int LongestPrompt = 255;

    private readonly List<IReadOnlyList<string>> _lists = [];

    /// <summary>Puts rules on the cells of a table.</summary>
    public void Apply(IXLWorksheet sheet, ReportTable table, int firstRow)
    {
        for (var r = 0; r < table.Rijen.Count; r++)
        {
            for (var c = 0; c < table.Kolommen.Count; c++)
            {
                if (table.Rijen[r][c] is ReportCell.Invulbaar filled)
                    Apply(sheet.Cell(firstRow + r, c + 1), filled, table.Kolommen[c]);
            }
        }
    }

    /// <summary>Writes the lists that do not fit in a rule; nothing when all do.</summary>
    public void WriteLists(XLWorkbook workbook)
    {
        if (_lists.Count == 0)
            return;
        var sheet = workbook.AddWorksheet(sheetName);
        SheetCells.SetText(sheet.Cell(1, 1), "Keuzelijsten: de antwoorden die in gele cellen kunnen");
        sheet.Cell(1, 1).Style.Font.SetBold();
        for (var c = 0; c < _lists.Count; c++)
        {
            sheet.Column(c + 1).Width = 40;
            SheetCells.SetText(sheet.Cell(FirstRow - 1, c + 1), FormattableString.Invariant($"Lijst {c + 1}"));
            sheet.Cell(FirstRow - 1, c + 1).Style.Font.SetBold();
            for (var r = 0; r < _lists[c].Count; r++)
                SheetCells.SetText(sheet.Cell(FirstRow + r, c + 1), _lists[c][r]);
        }
    }

    private void Apply(IXLCell cell, ReportCell.Invulbaar filled, ReportColumn column)
    {
        var rule = cell.SetDataValidation();
        rule.IgnoreBlanks = true;
        rule.InputTitle = "In te vullen";
        rule.ShowInputMessage = true;
        if (filled.Keuzes.Count == 0)
        {
            rule.AllowedValues = XLAllowedValues.AnyValue;
            rule.InputMessage = Prompt($"{column.Kop}: schrijf hier uw antwoord. Noem geen personen.");
            return;
        }

        rule.AllowedValues = XLAllowedValues.List;
        rule.InCellDropdown = true;
        rule.Value = Source(filled.Keuzes);
        rule.InputMessage = Prompt($"{column.Kop}: kies uit {string.Join("; ", filled.Keuzes)}.");
        rule.ErrorStyle = XLErrorStyle.Stop;
        rule.ShowErrorMessage = true;
        rule.ErrorTitle = "Dit antwoord kan niet";
        rule.ErrorMessage = "Kies een antwoord uit de lijst, of maak de cel leeg.";
    }

    private string Source(IReadOnlyList<string> choices)
    {
        var inline = string.Join(',', choices.Select(SafeText.ForCell));
        if (inline.Length <= LongestInlineList && !choices.Any(c => c.AsSpan().IndexOfAny(',', '"', '\n') >= 0))
            return '"' + inline + '"';
        var position = _lists.FindIndex(list => list.SequenceEqual(choices, StringComparer.Ordinal));
        if (position < 0)
        {
            position = _lists.Count;
            _lists.Add(choices);
        }

        var column = XLHelper.GetColumnLetterFromNumber(position + 1);
        var last = FirstRow + choices.Count - 1;
        return FormattableString.Invariant($"{sheetName}!${column}${FirstRow}:${column}${last}");
    }

    private static string Prompt(string text) =>
        text.Length <= LongestPrompt ? SafeText.ForCell(text) : SafeText.ForCell(text[..(LongestPrompt - 1)]) + "…";
}
