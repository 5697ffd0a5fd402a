namespace Signalering.Domain.Screening;

/// <summary>Dutch number plates, sidecodes 1 to 14.</summary>
/// <remarks>Codes 4 to 14 with hyphens, in capitals without vowels, are unmistakable; the others need a word about a vehicle.</remarks>
internal sealed class PlateRecognizer : IRecognizer
{
    private static readonly WordsNearby Vehicles = new(
        "kenteken", "kent.", "kent ", "nummerbord", "auto", "bus", "scooter", "brommer", "boete", "parkeer", "geparkeerd", "voertuig", "rijdt", "motor", "camper", "caravan",
        "aanhanger", "wagen", "rdw", "apk", "vrachtwagen", "schorsing", "weggesleept", "taxi", "opel", "volvo", "volkswagen", "vw", "renault",
        "peugeot", "ford", "toyota", "fiat", "citroen", "audi", "bmw", "mercedes", "kia", "skoda", "seat", "suzuki", "wegenbelasting",
        "verkeersboete", "gereden", "reed", "rijden", "plaat", "snorfiets", "bromfiets");

    // Shapes of the side codes, letters and digits in groups.
    private static readonly string[] OldShapes = ["LL-DD-DD", "DD-DD-LL", "DD-LL-DD"];

    private static readonly string[] NewShapes =
    [
        "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD", "LL-DDD-L", "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD",
        "DDD-LL-D",
    ];

    public bool MayFind(in CellShape shape) => shape.Digits >= 2 && shape.Letters >= 2;

    public void Find(in CellText cell, CellFindings found)
    {
        // Three groups of letters or digits, of one to three each.
        for (var i = 0; i + 2 < cell.Tokens.Length; i++)
        {
            if (cell.Tokens[i].Length <= 3 && cell.Tokens[i + 1].Length <= 3 && cell.Tokens[i + 2].Length <= 3
                && cell.Tokens[i + 2].End - cell.Tokens[i].Start is >= 6 and <= 12 && !IsInside(cell.At(cell.Tokens[i].Start - 1)))
                FindAt(cell, cell.Tokens[i].Start, found);
        }
    }

    private static void FindAt(in CellText cell, int start, CellFindings found)
    {
        Span<char> shape = stackalloc char[8];
        var (end, separator, vowels, upper, groups) = (start, '\0', false, true, 1);
        var count = 0;
        for (var taken = 0; taken < 6; end++)
        {
            var c = cell.At(end);
            if (char.IsAsciiLetterOrDigit(c))
            {
                var isLetter = char.IsAsciiLetter(c);
                if (count > 0 && shape[count - 1] != '-' && (shape[count - 1] == 'L') != isLetter)
                {
                    if (count == 8)
                        return;
                    (separator, groups) = (separator is '\0' or 'x' ? 'x' : '~', groups + 1); // glued: a change of kind is the boundary
                    shape[count++] = '-';
                }

                if (count == 8)
                    return;
                shape[count++] = isLetter ? 'L' : 'D';
                vowels |= "AEIOUCQYaeioucqy".Contains(c, StringComparison.Ordinal);
                upper &= !isLetter || char.IsUpper(c);
                taken++;
                continue;
            }

            if (c == ' ' && cell.At(end + 1) == '-' && cell.At(end + 2) == ' ')
                (c, end) = ('~', end + 2); // "S - 421 - NR"
            if (c is not ('-' or ' ' or '.' or '~') || count is 0 or 8 || shape[count - 1] == '-')
                return;
            if (separator is not '\0' && separator != c && separator is not 'x' and not '~')
                return;
            (separator, groups) = (separator is '\0' || separator == c ? c : '~', groups + 1);
            shape[count++] = '-';
        }

        if (count != 8 || groups != 3 || IsInside(cell.At(end)) || found.IsTaken(start, end - start))
            return;
        Judge(cell, start, end - start, shape, separator == '-', upper, vowels, found);
    }

    private static void Judge(
        in CellText cell, int start, int length, ReadOnlySpan<char> shape, bool hyphens, bool upper, bool vowels, CellFindings found)
    {
        var isNew = Contains(NewShapes, shape);
        if (!isNew && !Contains(OldShapes, shape))
            return;
        var announced = Vehicles.Before(cell.Text, start, 40) || Vehicles.After(cell.Text, start + length, 40);
        if (isNew && hyphens && upper && !vowels)
            found.Add(PersonalDataKind.Plate, FindingLevel.Hoog, "plate.sidecode", start, length);
        else if (announced && (upper || hyphens || (isNew && !vowels) || IsGlued(cell.Text.Slice(start, length))))
            found.Add(PersonalDataKind.Plate, isNew && upper ? FindingLevel.Hoog : FindingLevel.Midden, "plate.bij-voertuig", start, length);
        else if (isNew && hyphens && upper)
            found.Add(PersonalDataKind.Plate, FindingLevel.Midden, "plate.met-klinker", start, length);
        else if (isNew && upper && !vowels)
            found.Add(PersonalDataKind.Plate, FindingLevel.Laag, "plate.vorm", start, length);
    }

    private static bool IsGlued(ReadOnlySpan<char> plate) => !plate.ContainsAny(' ', '-', '.');

    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || c is '-' or '/' or '_';

    private static bool Contains(string[] shapes, ReadOnlySpan<char> shape)
    {
        foreach (var known in shapes)
        {
            if (shape.SequenceEqual(known))
                return true;
        }

        return false;
    }
}
