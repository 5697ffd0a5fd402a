using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Dutch mobile and geographic numbers by the number plan, and international ones; service numbers are clean.</summary>
internal sealed partial class PhoneRecognizer : IRecognizer
{
    private static readonly WordsNearby PhoneWords = new(
        "tel", "mob", "gsm", "bel", "gebeld", "nummer", "nr", "whatsapp", "app", "sms", "bereikbaar", "noodnr", "noodcontact", "voicemail", "vm", "06");

    private static readonly WordsNearby TelephoneWords = new("tel", "mob", "gsm", "whatsapp");

    private static readonly WordsNearby StrictWords = new("tel", "mob", "gsm", "whatsapp", "06", "belt", "bel ", "bellen", "gebeld", "sms");

    // Two-digit area codes (behind the 0) that carry seven digits; the others have three and carry six.
    private static readonly int[] ShortCodes =
    [
        10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79,
        84, 85, 87, 88, 91,
    ];

    public bool MayFind(in CellShape shape) => shape.Digits >= 9;

    public void Find(in CellText cell, CellFindings found)
    {
        var text = cell.Text;
        foreach (var match in Mobile().EnumerateMatches(text))
            Add(cell, match.Index, match.Length, FindingLevel.Hoog, "phone.mobiel", found);
        foreach (var match in Service().EnumerateMatches(text))
            found.Take(match.Index, match.Length);
        foreach (var match in Fixed().EnumerateMatches(text))
            FindFixed(cell, match.Index, match.Length, found);
        foreach (var match in International().EnumerateMatches(text))
        {
            var level = text[match.Index] == '+' ? FindingLevel.Hoog : FindingLevel.Midden;
            var isGrouped = match.Length >= 13 && text.Slice(match.Index, match.Length).Contains(' ');
            if (level == FindingLevel.Hoog || isGrouped || PhoneWords.Before(text, match.Index, 30))
                Add(cell, match.Index, match.Length, level, "phone.buitenland", found);
        }

        Span<char> digits = stackalloc char[9];
        foreach (var match in WithoutZero().EnumerateMatches(text))
        {
            // Nine digits that pass the 11-test are a BSN, unless the text says telephone.
            var isBsn = Patterns.Digits(text.Slice(match.Index, match.Length), digits) == 9 && CheckDigits.PassesElevenTest(digits);
            if ((isBsn ? TelephoneWords : StrictWords).Before(text, match.Index, 24))
                Add(cell, match.Index, match.Length, FindingLevel.Midden, "phone.zonder-nul", found);
        }
    }

    private static void FindFixed(in CellText cell, int start, int length, CellFindings found)
    {
        Span<char> digits = stackalloc char[16];
        var part = cell.Text.Slice(start, length);
        var count = Patterns.Digits(part, digits);
        var country = part[0] is '+' || part.StartsWith("00") ? part[0] == '+' ? 2 : 4 : 0;
        var national = digits[country..count];
        if (country > 0 && national is ['0', ..])
            national = national[1..];
        else if (country == 0)
            national = national[1..];
        if (national.Length != 9)
            return;
        var area = AreaLength(national);
        var announced = country > 0 || PhoneWords.Before(cell.Text, start, 30);
        if (area == 0 && !announced)
            return;
        var split = FirstGroup(part, country);
        if (split == area + 1 || split == area || announced)
            Add(cell, start, length, announced || split < 10 ? FindingLevel.Hoog : FindingLevel.Midden, "phone.vast", found);
    }

    private static int AreaLength(ReadOnlySpan<char> national)
    {
        if (national[0] is '6' or '0')
            return 0;
        return ShortCodes.Contains(Patterns.Number(national[..2])) ? 2 : national[0] is '8' or '9' ? 0 : 3;
    }

    // Digits before the first separator; for a number with a country code the groups say nothing.
    private static int FirstGroup(ReadOnlySpan<char> part, int country)
    {
        if (country > 0)
            return 0;
        var count = 0;
        foreach (var c in part)
        {
            if (char.IsAsciiDigit(c))
                count++;
            else if (c != '(' && count > 1)
                return count;
        }

        return count;
    }

    private static void Add(in CellText cell, int start, int length, FindingLevel level, string rule, CellFindings found)
    {
        while (!char.IsAsciiDigit(cell.Text[start]) && cell.Text[start] is not ('+' or '('))
            (start, length) = (start + 1, length - 1);
        if (!found.IsTaken(start, length))
            found.Add(PersonalDataKind.Phone, level, rule, start, length);
    }

    [GeneratedRegex(@"(?<![0-9]|[0-9][.,]|\p{L}(?<!tel|mob|gsm|app|nr|foon|mmer|iel|bel|sms))(?:(?:\+|00) ?31[ ./()_-]{0,3}(?:0[ ./()_-]{0,3})?|[0oO][ ./()_-]{0,3})6[ ./()_-]{0,3}[1-9](?:[ ./()_-]{0,3}[0-9]){7}(?![0-9])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9])0(?:800|900|906|909)[ .-]{0,2}[0-9](?:[ .-]?[0-9]){3,7}(?![0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Service();

    [GeneratedRegex(@"(?<![0-9]|[0-9][.,-]|\p{L}(?<!tel|mob|gsm|app|nr|foon|mmer|iel|bel|sms))(?:(?:\+|00) ?31[ ./()_-]{0,3}(?:0[ ./()_-]{0,3})?|\(?0[ -]?)[1-57-9](?:[ ./()_-]{0,3}[0-9]){8}(?![0-9])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Fixed();

    [GeneratedRegex(@"(?<![0-9]|[0-9][.,]|\p{L}(?<!tel|mob|gsm|app|nr|foon|mmer|iel|bel|sms))(?:\+|00)[1-9](?:[ ./()_-]{0,3}[0-9]){7,14}(?![0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex International();

    [GeneratedRegex(@"(?<![\p{L}0-9.,-])(?:6[ .-]?[1-58](?:[ .-]?[0-9]){7}|[1-57][0-9]{8})(?![0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex WithoutZero();
}
