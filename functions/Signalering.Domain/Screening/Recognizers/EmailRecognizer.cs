using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>E-mail addresses, and the ways in which people hide them.</summary>
internal sealed partial class EmailRecognizer : IRecognizer
{
    public bool MayFind(in CellShape shape) => shape.HasAt || shape.HasTrigger;

    public void Find(in CellText cell, CellFindings found)
    {
        if (cell.Shape.HasAt)
        {
            foreach (var match in Address().EnumerateMatches(cell.Text))
                found.Add(PersonalDataKind.Email, FindingLevel.Hoog, "email.adres", match.Index, match.Length);
            foreach (var match in KnownHost().EnumerateMatches(cell.Text))
            {
                if (!found.IsTaken(match.Index, match.Length))
                    found.Add(PersonalDataKind.Email, FindingLevel.Midden, "email.zonder-domein", match.Index, match.Length);
            }
        }

        foreach (var match in Spelled().EnumerateMatches(cell.Text))
        {
            if (!found.IsTaken(match.Index, match.Length))
                found.Add(PersonalDataKind.Email, FindingLevel.Midden, "email.verhuld", match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}._%+'&=-]{1,64} ?@ ?(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]{2,64} ?@ ?(?:gmail|hotmail|outlook|live|ziggo|kpnmail|yahoo|icloud|planet|xs4all|quicknet|home|casema|upcmail|msn|proton(?:mail)?)(?:com|nl)?\b", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex KnownHost();

    [GeneratedRegex(@"[\p{L}\p{N}._+-]{2,64} ?(?:[\(\[\{<] ?(?:at|@|apenstaart(?:je)?) ?[\)\]\}>]|\bapenstaart(?:je)?\b|_at_|\bat\b(?= ?(?:gmail|hotmail|outlook|live|ziggo|kpn|yahoo|icloud|planet|xs4all|proton))) ?[\p{L}\p{N}-]{2,63}(?: ?(?:\.|[\(\[\{] ?(?:dot|punt) ?[\)\]\}]|\bpunt\b|\bdot\b) ?\p{L}{2,24}){1,3}", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Spelled();
}
