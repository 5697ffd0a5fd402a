using System.Buffers;
using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Dates of birth: behind a word about birth always, elsewhere any date well before the text unless it is an event.</summary>
internal sealed partial class BirthdateRecognizer : IRecognizer
{
    /// <summary>A date this many years before the text is seldom an appointment.</summary>
    private const int YearsBefore = 3;

    private static readonly WordsNearby BirthWords = new(
        "geb", "g.d", "gd", "g d", "geboren", "geboorte", "jarig", "verjaar", "born", "birth", "dob", "°", "is van", "baby", "tweeling", "leeftijd", "†");

    private static readonly WordsNearby BirthAfter = new("geboren", "jarig", "geb.", "verjaar");
    private static readonly WordsNearby BecomesWords = new("wordt", "word", "werd");

    private static readonly WordsNearby EventWords = new(
        "overleg", "besluit", "verslag", "sinds", "periode", "t/m", "tot", "tussen", "vanaf", "herdenking", "looptijd", "notulen", "d.d", "dd",
        "vergader", "rapport", "brief", "beschikking", "uitspraak", "contract", "afspraak", "gesprek", "bijeenkomst", "indicatie", "geldig",
        "ingang", "ingangsdatum", "start", "gestart", "einde", "eind", "datum", "melding", "aanvraag", "bezwaar", "evaluatie", "gehad", "huisbezoek",
        "intake", "wachttijd", "vonnis", "zitting", "besproken", "dossier", "afgesloten", "factuur", "per ", "op ", "van ");

    private static readonly WordsNearby StrongEvents = new(
        "overleg", "besluit", "verslag", "sinds", "periode", "t/m", "tot", "tussen", "vanaf", "herdenking", "looptijd", "notulen", "d.d", "dd",
        "vergader", "rapport", "brief", "beschikking", "uitspraak", "contract", "afspraak", "gesprek", "bijeenkomst", "indicatie", "geldig", "ingang",
        "start", "gestart", "eind", "wachttijd", "vonnis", "zitting", "verhuisd", "overleden", "getrouwd", "gescheiden", "scheiding", "datum", "intake",
        "melding", "bezwaar", "evaluatie", "huisbezoek", "aangemeld", "aanmelding", "afgesloten", "factuur", "foto", "uitgave", "versie", "wet");

    private static readonly WordsNearby HistoricEvents = new(
        "besluit", "sinds", "periode", "tussen", "vanaf", "herdenking", "looptijd", "notulen", "d.d", "vergader", "rapport", "beschikking", "uitspraak",
        "contract", "indicatie", "geldig", "ingang", "vonnis", "zitting", "verhuisd", "getrouwd", "gescheiden", "foto", "uitgave", "versie", "wet", "bevrijding",
        "watersnood", "oorlog", "ramp", "opgericht", "gebouwd", "bouwjaar");

    private static readonly SearchValues<string> MonthNames = SearchValues.Create(
        ["jan", "feb", "maa", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"], StringComparison.OrdinalIgnoreCase);

    public bool MayFind(in CellShape shape) => shape.Digits >= 5 || (shape.Digits >= 1 && shape.Letters >= 6);

    public void Find(in CellText cell, CellFindings found)
    {
        if (cell.Shape.Digits >= 4)
        {
            foreach (var match in Numeric().EnumerateMatches(cell.Text))
                FindNumeric(cell, match.Index, match.Length, found);
        }

        if (cell.Shape.Digits >= 6)
        {
            foreach (var match in Compact().EnumerateMatches(cell.Text))
                FindCompact(cell, match.Index, match.Length, found);
        }

        if (cell.Shape.Letters < 3 || !cell.Text.ContainsAny(MonthNames))
            return;
        foreach (var match in Written().EnumerateMatches(cell.Text))
            FindWritten(cell, match.Index, match.Length, found);
        foreach (var match in MonthFirst().EnumerateMatches(cell.Text))
        {
            if (!found.IsTaken(match.Index, match.Length))
                Judge(cell, match.Index, match.Length, Patterns.Number(cell.Text.Slice(match.Index + match.Length - 4, 4)), found);
        }
    }

    private static void FindNumeric(in CellText cell, int start, int length, CellFindings found)
    {
        Span<Range> parts = stackalloc Range[4];
        var text = cell.Text.Slice(start, length);
        if (text.SplitAny(parts, "-/._ ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) != 3)
            return;
        var a = text[parts[0]];
        var b = Patterns.Number(text[parts[1]]);
        var c = text[parts[2]].TrimStart('\'');
        var (day, year) = a.Length == 4 ? (Patterns.Number(c), Patterns.Number(a)) : (Patterns.Number(a), Patterns.Number(c));
        if (a.Length != 4 && c.Length == 2)
            year = FullYear(year, cell.ReferenceYear);
        if (!Exists(day, b, year) && !Exists(b, day, year))
            return;
        Judge(cell, start, length, year, found);
    }

    private static void FindCompact(in CellText cell, int start, int length, CellFindings found)
    {
        if (!BirthWords.Before(cell.Text, start, 22) || found.IsTaken(start, length))
            return;
        var text = cell.Text.Slice(start, length);
        var year = length == 8 ? Patterns.Number(text[4..]) : FullYear(Patterns.Number(text[4..]), cell.ReferenceYear);
        if (Exists(Patterns.Number(text[..2]), Patterns.Number(text[2..4]), year)
            || (length == 8 && Exists(Patterns.Number(text[6..]), Patterns.Number(text[4..6]), Patterns.Number(text[..4]))))
            found.Add(PersonalDataKind.Birthdate, FindingLevel.Hoog, "birthdate.aaneen", start, length);
    }

    private static void FindWritten(in CellText cell, int start, int length, CellFindings found)
    {
        var text = cell.Text.Slice(start, length);
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        var day = Patterns.Number(text[..digits]);
        if (day is < 1 or > 31 || found.IsTaken(start, length))
            return;
        var last = text.TrimEnd();
        var yearDigits = 0;
        while (yearDigits < last.Length && char.IsAsciiDigit(last[^(yearDigits + 1)]))
            yearDigits++;
        if (last.Length == digits || yearDigits is not (2 or 4) || last.Length - yearDigits < digits + 3)
        {
            // A day and a month: only behind a word about birth, or between "wordt" and an age.
            var after = cell.Text[(start + length)..].TrimStart();
            var becomes = BecomesWords.Before(cell.Text, start, 12) && after is [>= '1' and <= '9', ..];
            if (becomes || Announced(cell, start, length))
                found.Add(PersonalDataKind.Birthdate, FindingLevel.Hoog, "birthdate.verjaardag", start, length);
            return;
        }

        var year = Patterns.Number(last[^yearDigits..]);
        Judge(cell, start, length, yearDigits == 2 ? FullYear(year, cell.ReferenceYear) : year, found);
    }

    private static void Judge(in CellText cell, int start, int length, int year, CellFindings found)
    {
        if (found.IsTaken(start, length))
            return;
        if (Announced(cell, start, length) && year is >= 1900 and <= 2100)
            found.Add(PersonalDataKind.Birthdate, FindingLevel.Hoog, "birthdate.aangekondigd", start, length);
        else if (year <= cell.ReferenceYear - YearsBefore && year >= 1900 && !IsEvent(cell, start, length, year))
            found.Add(PersonalDataKind.Birthdate, FindingLevel.Midden, "birthdate.lang-geleden", start, length);
        else
            found.Take(start, length);
    }

    private static bool Announced(in CellText cell, int start, int length) =>
        BirthWords.Before(cell.Text, start, 26) || BirthAfter.After(cell.Text, start + length, 12)
        || cell.At(start - 1) is '*' or '°' || (cell.At(start - 1) == ' ' && cell.At(start - 2) is '*' or '°');

    // The further back the year, the more it takes to be an event.
    private static bool IsEvent(in CellText cell, int start, int length, int year)
    {
        if (year <= cell.ReferenceYear - 20)
            return HistoricEvents.Before(cell.Text, start, 24) || HistoricEvents.After(cell.Text, start + length, 22);
        var recent = year > cell.ReferenceYear - 8;
        var words = recent ? EventWords : StrongEvents;
        return words.Before(cell.Text, start, recent ? 30 : 24) || StrongEvents.After(cell.Text, start + length, 22);
    }

    private static int FullYear(int twoDigits, int reference) =>
        twoDigits > (reference % 100) + 1 ? 1900 + twoDigits : 2000 + twoDigits;

    private static bool Exists(int day, int month, int year) =>
        month is >= 1 and <= 12 && year is >= 1900 and <= 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    [GeneratedRegex(@"(?<![\p{L}0-9]|[0-9][.,/-])(?:[0-9]{1,2} ?[-/._] ?[0-9]{1,2} ?[-/._] ?(?:[0-9]{4}|'?[0-9]{2})|[0-9]{1,2} [0-9]{1,2} (?:19|20)[0-9]{2}|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?![0-9]|[-/.,][0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\p{L})(?:jan(?:uari)?|feb(?:r|ruari)?|maa(?:rt)?|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? [0-3]?[0-9](?:e|th|st|nd|rd)?,? (?:19|20)[0-9]{2}(?![0-9])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{8}|[0-9]{6})(?![0-9\p{L}]|[.,][0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<![\p{L}0-9]|[0-9][.,])[0-9]{1,2}(?:e|ste|de)?[ .-]{0,2}(?:jan(?:uari)?|feb(?:r|ruari)?|maa(?:rt)?|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?!\p{L})(?:[ ,.-]{0,3}'?(?:(?:19|20)[0-9]{2}|(?<='|-)[0-9]{2})(?![0-9]))?", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Written();
}
