using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>Addresses of devices, user names and passwords.</summary>
internal sealed partial class DeviceRecognizer : IRecognizer
{
    private static readonly WordsNearby VersionWords = new("versie", "version", "v.", "release", "build", "art", "paragraaf", "hoofdstuk");

    public bool MayFind(in CellShape shape) => shape.Digits >= 4 || shape.HasTrigger;

    public void Find(in CellText cell, CellFindings found)
    {
        if (cell.Shape.Digits >= 4)
        {
            foreach (var match in Ip().EnumerateMatches(cell.Text))
            {
                if (!found.IsTaken(match.Index, match.Length) && !VersionWords.Before(cell.Text, match.Index, 15))
                    found.Add(PersonalDataKind.Device, FindingLevel.Midden, "ip.adres", match.Index, match.Length);
            }
        }

        if (!cell.Shape.HasTrigger)
            return;
        foreach (var match in Login().EnumerateMatches(cell.Text))
        {
            if (!found.IsTaken(match.Index, match.Length))
                found.Add(PersonalDataKind.Login, FindingLevel.Hoog, "login.gegevens", match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"(?<![\p{L}0-9.,])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![0-9]|[.,][0-9])|(?<![\p{L}0-9])(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}(?![\p{L}0-9])|(?<![\p{L}0-9:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\p{L}0-9:])", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Ip();

    [GeneratedRegex(@"\b(?:wachtwoord|password|pincode|gebruikersnaam|inlognaam|inlogcode)(?: (?:is|van|digid|voor|\p{L}{2,12})){0,2} ?[:=] ?[^\s,;]{3,40}|\b(?:wachtwoord|password|pincode)(?: is)? (?=[^\s]{0,30}[0-9])[^\s,;]{4,40}", Patterns.Options | RegexOptions.IgnoreCase, Patterns.Timeout)]
    private static partial Regex Login();
}
