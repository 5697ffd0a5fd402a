using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Signalering.Domain.Deliveries;

/// <summary>A receipt as a page to read and print; Dutch, level B1. One file, no script, nothing fetched.</summary>
public static class ReceiptHtml
{
    private const string Style = """
        body{font:16px/1.5 "Segoe UI",Arial,sans-serif;color:#1b1b1b;max-width:46rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.6rem;margin-bottom:.25rem}h2{font-size:1.2rem;margin:1.8rem 0 .5rem}
        .status{border-left:.5rem solid #1d6f42;background:#eef6f0;padding:.75rem 1rem;margin:1rem 0}
        .status.geweigerd,.status.mislukt{border-color:#a4262c;background:#fbeeee}.status.vervangen{border-color:#5c5c5c;background:#f2f2f2}.status.wacht{border-color:#9a6700;background:#fff6d9}
        table{border-collapse:collapse;width:100%;margin:.5rem 0}caption{text-align:left;font-weight:600;padding:.25rem 0}
        th,td{border-bottom:1px solid #c8c8c8;padding:.3rem .6rem;text-align:left;vertical-align:top}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .bar{background:#154273;height:.8rem;min-width:1px}.let{background:#fff6d9}
        details{margin:.5rem 0}summary{cursor:pointer;font-weight:600}.klein{color:#4a4a4a;font-size:.9rem}
        @media print{body{margin:0;max-width:none;font-size:11pt}details>*{display:block}.status{-webkit-print-color-adjust:exact;print-color-adjust:exact}.bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}table,h2{break-inside:avoid}h2{break-after:avoid}}
        """;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The bytes of the page, UTF-8.</summary>
    public static byte[] Write(Receipt receipt)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Ontvangstbewijs ");
        page.Append(Text(receipt.Wijkteam)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n");
        page.Append(Dutch, $"<h1>Ontvangstbewijs</h1>\n<p>Wijkteam <strong>{Text(receipt.Wijkteam)}</strong>, ontvangen op ");
        page.Append(Text(receipt.Ontvangen.ToString("d MMMM yyyy HH:mm", Dutch))).Append(" (UTC).</p>\n");
        page.Append(Dutch, $"<p class=\"status {Text(receipt.Status)}\" role=\"status\"><strong>{Text(receipt.Samenvatting)}</strong></p>\n");
        NextSteps(page, receipt);
        Counts(page, receipt);
        Quarantine(page, receipt);
        Problems(page, receipt);
        Labels(page, receipt);
        Fill(page, receipt);
        page.Append(Dutch, $"<p class=\"klein\">Levering {Text(receipt.Levering)}. Gelezen met versie {Text(receipt.Versies.Product)}, ");
        page.Append(Dutch, $"taxonomie {Text(receipt.Versies.Taxonomie)}, regels {Text(receipt.Versies.Regels)}. ");
        page.Append("In dit bewijs staat nooit wat er in een cel stond.</p>\n</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void NextSteps(StringBuilder page, Receipt receipt)
    {
        if (receipt.Vervolg.Count == 0)
            return;
        page.Append("<h2>Wat gebeurt er nu?</h2>\n<ol>\n");
        foreach (var step in receipt.Vervolg)
            page.Append("<li>").Append(Text(step)).Append("</li>\n");
        page.Append("</ol>\n");
    }

    private static void Counts(StringBuilder page, Receipt receipt)
    {
        if (receipt.Bron is null && receipt.Aantallen is null)
            return;
        page.Append("<h2>Wat is er gelezen?</h2>\n");
        if (receipt.Bron is { } source)
            page.Append("<p>").Append(Text(ReceiptText.SourceLine(source))).Append("</p>\n");
        if (receipt.Aantallen is { } rows)
            page.Append(Dutch, $"<p>{rows.Rijen:N0} rijen: {rows.Geteld:N0} geteld, {rows.Weggelaten:N0} weggelaten.</p>\n");
        if (receipt.Totaal is { } total)
            page.Append("<p>").Append(Text(ReceiptText.TotalLine(total))).Append("</p>\n");
        if (receipt.Maanden.Count == 0)
            return;
        page.Append("<table>\n<caption>Geteld per maand</caption>\n<thead><tr><th scope=\"col\">Maand</th>");
        foreach (var head in (string[])["Activiteiten", "Casussen", "Uren", "Was", "Verschil"])
            page.Append("<th scope=\"col\" class=\"n\">").Append(head).Append("</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var month in receipt.Maanden)
        {
            page.Append(Dutch, $"<tr><th scope=\"row\">{Text(MonthName(month))}</th><td class=\"n\">{month.Activiteiten:N0}</td>");
            page.Append(Dutch, $"<td class=\"n\">{(month.UniekeCasussen is { } cases ? cases.ToString("N0", Dutch) : "onbekend")}</td>");
            page.Append(Dutch, $"<td class=\"n\">{month.Uren:N1}</td><td class=\"n\">{month.Vervangt:N0}</td>");
            page.Append(Dutch, $"<td class=\"n\">{month.Verschil:+#,0;-#,0;0}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n<p class=\"klein\">Was: de activiteiten van de levering die deze vervangt.</p>\n");
    }

    private static string MonthName(ReceiptMonth month)
    {
        var name = DateOnly.TryParseExact(month.Maand, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("MMMM yyyy", Dutch)
            : month.Maand;
        return month.Telt ? name : name + " (telt niet: er is een nieuwere levering)";
    }

    private static void Problems(StringBuilder page, Receipt receipt)
    {
        page.Append("<h2>Wat viel op?</h2>\n");
        if (receipt.Meldingen.Count == 0)
        {
            page.Append("<p>Niets. Alle rijen konden worden gelezen.</p>\n");
            return;
        }

        foreach (var problem in receipt.Meldingen)
        {
            page.Append(Dutch, $"<details open=\"open\">\n<summary>{Text(problem.Titel)} ({problem.Aantal:N0} keer, code {Text(problem.Code)})</summary>\n<ul>\n");
            foreach (var example in problem.Voorbeelden)
                page.Append("<li>").Append(Text(example)).Append("</li>\n");
            page.Append("</ul>\n");
            if (problem.Aantal > problem.Voorbeelden.Count)
                page.Append(Dutch, $"<p class=\"klein\">En nog {problem.Aantal - problem.Voorbeelden.Count:N0} keer.</p>\n");
            page.Append("</details>\n");
        }
    }

    private static void Quarantine(StringBuilder page, Receipt receipt)
    {
        if (receipt.Quarantaine is not { } quarantine)
            return;
        page.Append("<h2>Quarantaine</h2>\n<p>").Append(Text(quarantine.Line)).Append("</p>\n");
        page.Append("<table>\n<caption>Plaatsen waar een mens naar kijkt</caption>\n<thead><tr><th scope=\"col\">Plaats</th>");
        page.Append("<th scope=\"col\">Wat en waarom</th><th scope=\"col\">Nummer</th></tr></thead>\n<tbody>\n");
        foreach (var finding in quarantine.Bevindingen)
        {
            page.Append(Dutch, $"<tr><th scope=\"row\">{Text(finding.Plaats)}</th><td>{Text(finding.Line)}</td>");
            page.Append(Dutch, $"<td>{Text(finding.Id)}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void Labels(StringBuilder page, Receipt receipt)
    {
        if (receipt.Indeling is not { } labels)
            return;
        page.Append("<h2>Hoe zijn de activiteiten ingedeeld?</h2>\n<table>\n<caption>Kwadranten</caption>\n");
        page.Append("<thead><tr><th scope=\"col\">Kwadrant</th><th scope=\"col\" class=\"n\">Aantal</th><th scope=\"col\" class=\"n\">Deel</th><th scope=\"col\" style=\"width:40%\"><span class=\"klein\">Verhouding</span></th></tr></thead>\n<tbody>\n");
        foreach (var quadrant in labels.Kwadranten)
        {
            page.Append(Dutch, $"<tr><th scope=\"row\">{Text(quadrant.Naam)}</th><td class=\"n\">{quadrant.Aantal:N0}</td><td class=\"n\">{quadrant.Aandeel:P0}</td>");
            page.Append(CultureInfo.InvariantCulture, $"<td><div class=\"bar\" style=\"width:{quadrant.Aandeel * 100:0.#}%\"></div></td></tr>\n");
        }

        page.Append(Dutch, $"</tbody>\n</table>\n<p>In {labels.ZonderProbleem:P0} van de activiteiten is geen sociaal probleem herkend.");
        if (labels.Onzeker is { } unsure)
            page.Append(Dutch, $" Bij {unsure:P0} is de indeling onzeker.");
        page.Append(" De indeling volgt de woorden in de registratie en kan er bij een enkele activiteit naast zitten.</p>\n");
    }

    private static void Fill(StringBuilder page, Receipt receipt)
    {
        if (receipt.Vulgraad.Count == 0)
            return;
        page.Append("<h2>Is dit te vergelijken met eerder?</h2>\n");
        foreach (var hint in receipt.Vergelijkbaarheid)
            page.Append("<p class=\"let\">").Append(Text(hint)).Append("</p>\n");
        page.Append("<table>\n<caption>Hoe vaak een kolom is ingevuld</caption>\n<thead><tr><th scope=\"col\">Kolom</th><th scope=\"col\" class=\"n\">Nu</th><th scope=\"col\" class=\"n\">De 12 maanden ervoor</th></tr></thead>\n<tbody>\n");
        foreach (var fill in receipt.Vulgraad)
        {
            page.Append(fill.Opvallend ? "<tr class=\"let\">" : "<tr>");
            page.Append(Dutch, $"<th scope=\"row\">{Text(fill.Veld)}{(fill.Opvallend ? " (let op)" : "")}</th><td class=\"n\">{fill.Nu:P0}</td>");
            page.Append(Dutch, $"<td class=\"n\">{(fill.Eerder is { } before ? before.ToString("P0", Dutch) : "onbekend")}</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
