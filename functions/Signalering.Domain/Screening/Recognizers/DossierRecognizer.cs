using System.Buffers;
using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Numbers of dossiers, clients and cases, behind the word that says so.</summary>
internal sealed partial class DossierRecognizer : IRecognizer
{
    // Parts of every word that the pattern knows: a quick look before it.
    private static readonly SearchValues<string> Keywords = SearchValues.Create(
        ["dossier", "melding", "kenmerk", "zaak", "zk", "ref", "parket", "rekest", "cjib", "bvh", "casus", "nr", "num", "id", "code", "no", "rol"],
        StringComparison.OrdinalIgnoreCase);

    public bool MayFind(in CellShape shape) => shape.Digits >= 3 && shape.Letters >= 2;

    public void Find(in CellText cell, CellFindings found)
    {
        if (!cell.Text.ContainsAny(Keywords))
            return;
        foreach (var match in Numbered().EnumerateMatches(cell.Text))
        {
            var text = cell.Text.Slice(match.Index, match.Length);
            var start = IdStart(text);
            var id = text[start..].TrimEnd(" .,;:/-");
            if (!IsId(id) || found.IsTaken(match.Index + start, id.Length))
                continue;
            found.Add(PersonalDataKind.Dossier, FindingLevel.Midden, "dossier.nummer", match.Index + start, id.Length);
        }
    }

    // The id is what follows the last word without a digit.
    private static int IdStart(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not (':' or '=' or '#' or '('))
            start--;
        while (start < text.Length && text[start] is '.' or '-' or '/')
            start++;
        return start;
    }

    private static bool IsId(ReadOnlySpan<char> id)
    {
        Span<char> digits = stackalloc char[32];
        var count = Patterns.Digits(id, digits);
        if (count < 3)
            return false;
        // A lone year is a year.
        return !(id.Length == 4 && count == 4 && Patterns.Number(id) is >= 1900 and <= 2040);
    }

    // Group one: words that are a number themselves. Group two: words that need "nr", "nummer" or "id" behind them.
    [GeneratedRegex(@"(?<!\p{L})(?:(?:dossier|kenmerk|zaak|zk|ref|referentie|parket|rekest|rolnummer|cjib|bvh|casus|(?:vt|zorg|overlast|politie)[ -]?melding)(?:[ -]?(?:nr|nrs|num|nummers?|id|code))?|(?:cli[eë]nt(?:en|e)?|cl|klant(?:en)?|polis|meld(?:ings?)?|pati[eë]nt(?:en)?|registratie|debiteur(?:en)?|lidmaatschaps?|inschrijf|inschrijvings?|aanmeld|aanvraag|beschikkings?|relatie|deelnemers?|persoons|personeels|contract|verzekerden?|incident|pv|proces-?verbaal|burger|leerling|student|gezins|huurders?|bewoners?|aangifte|volg|wmo|wlz|zvw|jeugd|pgb|indicatie|toeslag|uitkerings?|administratie|behandel)[ .-]{0,2}(?:nr|nrs|num|nummers?|id|code|no))(?!\p{L})[ .]{0,2}(?:[:=#(]{1,2} ?)?(?:(?!van\b|op\b|om\b|in\b|met\b|is nu\b)[\p{L}&-]{2,20}\.?:? ){0,2}(?:[:=#] ?)?[\p{L}]{0,5}[-/.]{0,2}[0-9][\p{L}0-9./_-]{0,24}(?:[ ][0-9]{2,6}(?![\p{L}.,:/-])){0,4}", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Numbered();
}
