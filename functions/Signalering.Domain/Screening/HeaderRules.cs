using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>Headers that announce data of persons; only for columns that are not one of ours.</summary>
internal static class HeaderRules
{
    private const int LeastForFuzzy = 6;

    private static readonly string[] Refused =
    [
        "naam", "voornaam", "achternaam", "roepnaam", "voornamen", "voorletters", "tussenvoegsel", "initialen", "client", "clientnaam", "naam client",
        "klant", "klantnaam", "naam klant", "burger", "inwoner", "contactpersoon", "ouder", "kind", "partner", "medewerker", "medewerkernaam",
        "naam medewerker", "behandelaar", "hulpverlener", "bsn", "burgerservicenummer", "sofi", "sofinummer", "bsn nummer", "bsn client", "geboortedatum", "geb",
        "geb datum", "gebdat", "gebdatum", "geboren", "dob", "date of birth", "adres", "straat", "straatnaam", "huisnummer", "huisnr", "toevoeging", "postcode",
        "postcode6", "pc6", "woonadres", "telefoon", "telefoonnummer", "tel", "telefoonnr", "mobiel", "gsm", "email", "mail", "e mail", "e mailadres", "mailadres",
        "emailadres", "iban", "rekening", "rekeningnummer", "bankrekening", "paspoort", "paspoortnummer", "idnummer", "documentnummer", "rijbewijs", "kenteken",
        "vnummer", "v nummer", "lat", "lon", "lng", "latitude", "longitude", "x coord", "y coord", "x coordinaat", "y coordinaat", "gps", "geo", "ip", "ip adres",
        "foto", "handtekening", "url", "profiel", "name", "first name", "last name", "surname", "phone", "address", "firstname", "lastname", "gezin", "gezinsnaam",
    ];

    private static readonly string[] Quarantined =
    [
        "dossier", "dossiernr", "dossiernummer", "clientnr", "clientnummer", "client id", "zaaknummer", "zaaknr", "casusid", "leeftijd", "age", "nationaliteit",
        "geboorteland", "etniciteit", "herkomstland", "geloof", "religie", "diagnose", "justitie", "opmerking", "opmerkingen", "notitie", "notities",
        "verslag", "toelichting", "memo", "aantekening", "aantekeningen", "beschikkingsnummer",
    ];

    /// <summary>Judges a header.</summary>
    /// <returns>Level and rule; null when it announces nothing.</returns>
    public static (FindingLevel Level, string Rule)? Judge(string header)
    {
        var plain = PlainText.Fold(header);
        if (plain.Length == 0)
            return null;
        var bare = plain.TrimEnd(' ', '0', '1', '2', '3', '4', '5', '7', '8', '9');
        if (IsOneOf(Refused, plain, bare))
            return (FindingLevel.Hoog, "kop.persoonsgegeven");
        return IsOneOf(Quarantined, plain, bare) ? (FindingLevel.Midden, "kop.gevoelig") : null;
    }

    private static bool IsOneOf(string[] words, string plain, string bare)
    {
        foreach (var word in words)
        {
            if (plain == word || bare == word || (word.Length >= LeastForFuzzy && IsOneEditAway(bare, word)))
                return true;
        }

        return false;
    }

    /// <summary>Damerau-Levenshtein distance of one: a letter more, less, other, or two swapped.</summary>
    internal static bool IsOneEditAway(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        var restA = a[same..];
        var restB = b[same..];
        if (restA.Length == restB.Length)
        {
            return restA.Length > 0 && (restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..])));
        }

        return restA.Length > restB.Length ? restA[1..].SequenceEqual(restB) : restA.SequenceEqual(restB[1..]);
    }
}
