using System.Globalization;
using System.Text;

namespace Signalering.Domain.Deliveries;

/// <summary>A receipt as CSV for a spreadsheet: <c>onderdeel;kenmerk;waarde;toelichting</c>.</summary>
/// <remarks>UTF-8 with byte order mark, semicolons, decimal commas, CRLF: what Excel in the Netherlands opens by a
/// double click. A cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV
/// injection).</remarks>
public static class ReceiptCsv
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Receipt receipt)
    {
        var text = new StringBuilder("\uFEFF");
        Line(text, "onderdeel", "kenmerk", "waarde", "toelichting");
        Line(text, "levering", "nummer", receipt.Levering, "");
        Line(text, "levering", "wijkteam", receipt.Wijkteam, "");
        Line(text, "levering", "ontvangen", receipt.Ontvangen.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), "UTC");
        Line(text, "levering", "status", receipt.Status, receipt.Samenvatting);
        if (receipt.Bron is { } source)
            Line(text, "bron", source.Profiel ?? "onbekend", Number(source.Score), ReceiptText.SourceLine(source));
        if (receipt.Aantallen is { } counts)
        {
            Line(text, "rijen", "gelezen", Number(counts.Rijen), "");
            Line(text, "rijen", "geteld", Number(counts.Geteld), "");
            Line(text, "rijen", "weggelaten", Number(counts.Weggelaten), "");
        }

        if (receipt.Totaal is { } total)
            Totals(text, total);
        foreach (var month in receipt.Maanden)
            Line(text, "maand", month.Maand, Number(month.Activiteiten), ReceiptText.MonthLine(month));
        foreach (var quadrant in receipt.Indeling?.Kwadranten ?? [])
            Line(text, "kwadrant", quadrant.Naam, Number(quadrant.Aantal), Percent(quadrant.Aandeel));
        if (receipt.Indeling is { } labels)
            Line(text, "indeling", "zonder herkend probleem", Percent(labels.ZonderProbleem), "");
        foreach (var fill in receipt.Vulgraad)
        {
            var usual = fill.Eerder is { } before ? $"eerder {Percent(before)}" : "niet eerder geleverd";
            Line(text, "vulgraad", fill.Veld, Percent(fill.Nu), fill.Opvallend ? $"LET OP: {usual}" : usual);
        }

        foreach (var hint in receipt.Vergelijkbaarheid)
            Line(text, "vergelijkbaarheid", "", "", hint);
        if (receipt.Quarantaine is { } quarantine)
            Line(text, "quarantaine", "uitkomst", quarantine.Uitkomst, quarantine.Line);
        foreach (var finding in receipt.Quarantaine?.Bevindingen ?? [])
            Line(text, "quarantaine", finding.Id, finding.Plaats, finding.Line);
        foreach (var problem in receipt.Meldingen)
        {
            foreach (var example in problem.Voorbeelden)
                Line(text, "melding", $"{problem.Code} {problem.Titel}", Number(problem.Aantal), example);
        }

        foreach (var step in receipt.Vervolg)
            Line(text, "vervolg", "", "", step);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Totals(StringBuilder text, ReceiptTotals total)
    {
        Line(text, "totaal", "activiteiten", Number(total.Activiteiten), "");
        Line(text, "totaal", "unieke casussen", Number(total.UniekeCasussen), total.UniekeCasussen is null ? "onbekend" : "");
        Line(text, "totaal", "uren", total.Uren.ToString("0.0", Dutch), "");
        Line(text, "totaal", "zonder duur", Number(total.ZonderDuur), "");
        Line(text, "totaal", "deelnemers", Number(total.Deelnemers), "");
        Line(text, "totaal", "dubbele rijen", Number(total.Dubbel), "niet nog een keer geteld");
        if (total.Gemarkeerd is { } marked)
            Line(text, "totaal", "gemarkeerd als signaal", Number(marked), "");
    }

    private static string Number(long? number) => number?.ToString(Dutch) ?? string.Empty;

    private static string Number(double? number) => number?.ToString("0.00", Dutch) ?? string.Empty;

    private static string Percent(double share) => share.ToString("0.0 %", Dutch);

    private static void Line(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            text.Append(i == 0 ? "" : ";").Append(Cell(cells[i]));
        text.Append("\r\n");
    }

    private static string Cell(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(";\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
