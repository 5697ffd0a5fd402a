using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Coordinates within the Netherlands, to a hundred metres or better; two decimals (a kilometre) pass.</summary>
internal sealed partial class GpsRecognizer : IRecognizer
{
    private static readonly WordsNearby GridWords = new("rd", "rijksdriehoek", "coord", "coörd", "x=", "x =", "x:", "x-", "locatie");
    private static readonly WordsNearby PlaceWords = new("lat", "lon", "lng", "gps", "coord", "coörd", "breedte", "lengte", "nb", "ol");

    public bool MayFind(in CellShape shape) => shape.Digits >= 5 || shape.HasTrigger;

    public void Find(in CellText cell, CellFindings found)
    {
        var text = cell.Text;
        foreach (var match in DecimalPair().EnumerateMatches(text))
            Add(match.Index, match.Length, FindingLevel.Hoog, "gps.decimaal", found);
        foreach (var match in Degrees().EnumerateMatches(text))
            Add(match.Index, match.Length, FindingLevel.Hoog, "gps.graden", found);
        foreach (var match in Grid().EnumerateMatches(text))
        {
            if (!GridWords.Before(text, match.Index, 30) && !GridWords.In(text, match.Index, match.Index + match.Length))
                continue;
            Add(match.Index, match.Length, FindingLevel.Hoog, "gps.rijksdriehoek", found);
        }

        foreach (var match in Single().EnumerateMatches(text))
        {
            if (PlaceWords.Before(text, match.Index, 16))
                Add(match.Index, match.Length, FindingLevel.Midden, "gps.los", found);
        }

        foreach (var match in Code().EnumerateMatches(text))
            Add(match.Index, match.Length, FindingLevel.Hoog, "gps.code", found);
    }

    private static void Add(int start, int length, FindingLevel level, string rule, CellFindings found)
    {
        if (!found.IsTaken(start, length))
            found.Add(PersonalDataKind.Gps, level, rule, start, length);
    }

    [GeneratedRegex(@"(?<![0-9.,])(?:5[0-3][.,][0-9]{3,10} ?°?[ ,;/|nNzZ]{1,6}(?:(?:lon\w{0,6}|lng|long|lengte\w*|oost\w*|e|o|y)(?![a-z]) ?[:=]? ?)?0?[3-7][.,][0-9]{3,10}|0?[3-7][.,][0-9]{3,10} ?°?[ ,;/|eEoO]{1,6}(?:(?:lat\w{0,6}|breedte\w*|n|x)(?![a-z]) ?[:=]? ?)?5[0-3][.,][0-9]{3,10})(?![0-9])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex DecimalPair();

    [GeneratedRegex(@"(?:(?<![\p{L}0-9])[NS] ?)?(?<![0-9])5[0-3](?:° ?[0-9]{1,2}(?:[.,][0-9]{1,6})?(?: ?' ?(?:[0-9]{1,2}(?:[.,][0-9]{1,4})? ?(?:""|'')?)?)?| [0-9]{1,2}[.,][0-9]{2,6}| [0-9]{1,2} [0-9]{1,2}(?:[.,][0-9]{1,4})?(?= ?[NS]))[ ]?(?:NB|[NS])?[ ,;/]{0,4}(?:[EO]|OL)? ?0{0,2}[3-7](?:° ?| )[0-9]{1,2}", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Degrees();

    [GeneratedRegex(@"(?<![0-9.,])(?:x ?[=:]? ?)?[0-9]{4,6}(?:[.,][0-9]{1,3})?[ ,;/en]{1,4}(?:y ?[=:]? ?)?(?:3[0-9]{5}|4[0-9]{5}|5[0-9]{5}|6[0-2][0-9]{4})(?:[.,][0-9]{1,3})?(?![0-9])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Grid();

    [GeneratedRegex(@"(?<![0-9.,])(?:5[0-3]|0?[3-7])[.,][0-9]{4,10}(?![0-9])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Single();

    [GeneratedRegex(@"(?<![\p{L}0-9/:])///[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}|(?<![\p{L}0-9])(?:9F|9C)[2-9CFGHJMPQRVWX]{2,6}\+[2-9CFGHJMPQRVWX]{2,3}|geo: ?5[0-3]\.[0-9]{2,}", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Code();
}
