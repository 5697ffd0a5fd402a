using System.Globalization;
using System.Text;

namespace Signalering.Domain.Deliveries;

/// <summary>A receipt as lines of text, for the command line and the log of a person; Dutch.</summary>
public static class ReceiptText
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The whole receipt; the first line is the summary.</summary>
    public static IReadOnlyList<string> Lines(Receipt receipt)
    {
        var lines = new List<string> { receipt.Samenvatting };
        if (receipt.Bron is { } source)
            lines.Add("  " + SourceLine(source));
        if (receipt.Totaal is { } total)
            lines.Add("  " + TotalLine(total));
        foreach (var month in receipt.Maanden)
            lines.Add("  " + MonthLine(month));
        if (receipt.Indeling is { } labels)
        {
            lines.Add("  Indeling: " + string.Join(", ", labels.Kwadranten.Select(
                q => string.Create(Dutch, $"{q.Naam.ToLower(Dutch)} {q.Aandeel:P0}"))) + string.Create(
                Dutch, $"; zonder herkend probleem {labels.ZonderProbleem:P0}.")
                + (labels.Onzeker is { } unsure ? string.Create(Dutch, $" Onzeker: {unsure:P0}.") : string.Empty));
        }

        foreach (var fill in receipt.Vulgraad.Where(fill => fill.Opvallend))
            lines.Add(string.Create(Dutch, $"  Let op: {fill.Veld} is in {fill.Nu:P0} van de rijen ingevuld; eerder was dat {fill.Eerder:P0}."));
        lines.AddRange(receipt.Vergelijkbaarheid.Select(hint => $"  Let op: {hint}"));
        if (receipt.Quarantaine is { } quarantine)
            lines.Add("  " + quarantine.Line);
        foreach (var problem in receipt.Meldingen)
        {
            lines.Add(string.Create(Dutch, $"  {problem.Code} {problem.Titel} ({problem.Aantal:N0}×)"));
            lines.AddRange(problem.Voorbeelden.Select(example => $"    {example}"));
        }

        return lines;
    }

    internal static string SourceLine(ReceiptSource source)
    {
        var known = source.Naam is null
            ? "De kolomkoppen horen bij geen profiel dat wij kennen; gelezen met de algemene lijst."
            : string.Create(Dutch, $"Herkend als '{source.Naam}' ({source.Score:P0} van de koppen).");
        return string.Create(Dutch, $"{known} {source.Gelezen} van de {source.Kolommen} kolommen zijn gelezen.");
    }

    internal static string TotalLine(ReceiptTotals total)
    {
        var text = new StringBuilder();
        text.Append(Dutch, $"{total.Activiteiten:N0} activiteiten, {total.Uren:N1} uur");
        text.Append(total.UniekeCasussen is { } cases
            ? string.Create(Dutch, $", {cases:N0} unieke casussen")
            : ", aantal casussen onbekend");
        if (total.Deelnemers > 0)
            text.Append(Dutch, $", {total.Deelnemers:N0} deelnemers");
        if (total.ZonderDuur > 0)
            text.Append(Dutch, $"; {total.ZonderDuur:N0} zonder duur");
        if (total.Dubbel > 0)
            text.Append(Dutch, $"; {total.Dubbel:N0} dubbele rijen niet nog een keer geteld");
        if (total.Gemarkeerd is { } marked)
            text.Append(Dutch, $"; {marked:N0} gemarkeerd als signaal");
        return text.Append('.').ToString();
    }

    internal static string MonthLine(ReceiptMonth month)
    {
        var replaced = month.Vervangt is { } was
            ? string.Create(Dutch, $"; vervangt {was:N0} ({month.Verschil:+#,0;-#,0;0})")
            : string.Empty;
        var stale = month.Telt ? string.Empty : "; telt niet, er is een nieuwere levering";
        return string.Create(
            Dutch, $"{month.Maand}: {month.Activiteiten:N0} activiteiten, {month.Uren:N1} uur{replaced}{stale}.");
    }
}
