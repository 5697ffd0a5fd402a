using System.Globalization;

namespace Signalering.Functions.Tests.Leaks;

/// <summary>A seeded stream of invented personal data: numbers pass their checks, and nobody has them.</summary>
/// <param name="seed">The same seed gives the same data.</param>
public sealed class InventedPerson(int seed)
{
    private static readonly string[] FirstNames =
        ["Annemieke", "Priscilla", "Fatima", "Mohammed", "Willemijn", "Jurriaan", "Roderick", "Ludovica", "Hendrikje", "Oksana"];

    private static readonly string[] LastNames =
        ["van der Zwaluwenburg", "Hoogerheijde", "Kloosterziel", "de Wildeboer", "Terpstrawinkel", "van Quakkelaar", "Bruggenwirth"];

    private static readonly string[] Streets = ["Merelsnavelstraat", "Vlierbesgracht", "Oude Kanariedijk", "Zilverreigerlaan", "Torenvalkplein"];

    private readonly Random _random = new(seed);

    /// <summary>Kinds that <see cref="Next"/> knows.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "bsn", "email", "phone", "iban", "postcode6", "address", "birthdate", "name", "plate", "document", "url", "dossier", "gps",
    ];

    /// <summary>A text as it stands in a cell, and what nobody may ever read of it.</summary>
    public Planted Next(string kind) => kind switch
    {
        "bsn" => Number(kind, "bsn ", Bsn(), [3, 3], ["", ".", " "]),
        "email" => Whole(kind, "mail {0} gestuurd", Mail()),
        "phone" => Number(kind, "tel ", "06" + Digits(8), [2], ["", "-", " "]),
        "iban" => Whole(kind, "rek {0}", Iban()),
        "postcode6" => Whole(kind, "woont op {0}", Pick(["3417", "9284", "6071", "1935"]) + Pick([" ", ""]) + Pick(["XV", "KR", "ZT", "HB"])),
        "address" => Whole(kind, "langs geweest op {0}", Pick(Streets) + " " + _random.Next(3, 399).ToString(CultureInfo.InvariantCulture)),
        "birthdate" => Whole(kind, "geb. {0}", string.Create(
            CultureInfo.InvariantCulture, $"{_random.Next(10, 28)}-{_random.Next(10, 12)}-{_random.Next(1938, 1999)}")),
        "name" => Name(),
        "plate" => Whole(kind, "kenteken {0} weggesleept", $"{Letters(2)}-{_random.Next(100, 999)}-{Letters(1)}"),
        "document" => Whole(kind, "paspoort {0} kwijt", "N" + Letters(1) + Digits(1) + Letters(2) + Digits(4)),
        "url" => Whole(kind, "zie {0}", $"facebook.com/{Pick(FirstNames).ToLowerInvariant()}.{Digits(6)}"),
        "dossier" => Whole(kind, "dossiernummer {0}", "D" + Digits(7)),
        _ => Whole(kind, "gevonden bij {0}", string.Create(
            CultureInfo.InvariantCulture, $"52.{_random.Next(10000, 99999)}, 5.{_random.Next(10000, 99999)}")),
    };

    /// <summary>A word of letters that means nothing and stands nowhere else.</summary>
    public string Marker() => "zq" + Letters(9).ToLowerInvariant() + "qx";

    private Planted Name()
    {
        var last = Pick(LastNames);
        return new Planted("name", $"gesproken met mw. {Pick(FirstNames)} {last}", [last[(last.LastIndexOf(' ') + 1)..]]);
    }

    private static Planted Whole(string kind, string text, string value) =>
        new(kind, string.Format(CultureInfo.InvariantCulture, text, value), [value, value.Replace(" ", "", StringComparison.Ordinal)]);

    // A number with something between its groups; as one number too.
    private Planted Number(string kind, string before, string digits, int[] groups, string[] gaps)
    {
        var gap = Pick(gaps);
        var written = digits;
        var at = 0;
        foreach (var group in groups)
        {
            at += group;
            written = written.Insert(at, gap);
            at += gap.Length;
        }

        return new Planted(kind, before + written, [written, digits]);
    }

    private string Mail() => $"{Pick(FirstNames)}.{Letters(5)}{Digits(2)}@voorbeeldpost.nl".ToLowerInvariant();

    private string Bsn()
    {
        while (true)
        {
            var digits = Digits(8);
            var sum = digits.Select((digit, i) => (digit - '0') * (9 - i)).Sum() % 11;
            if (sum < 10 && digits[0] != '0')
                return digits + sum.ToString(CultureInfo.InvariantCulture);
        }
    }

    // Netherlands: BBAN of four letters and ten digits; check digits by ISO 13616.
    private string Iban()
    {
        var bank = Pick(["INGB", "RABO", "ABNA", "TRIO"]);
        var account = "0" + Digits(9);
        var number = string.Concat((bank + account + "NL00").Select(c =>
            char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var rest = number.Aggregate(0, (sum, c) => ((sum * 10) + (c - '0')) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"NL{98 - rest:00}{bank}{account}");
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(1, 10))));

    // The letters that plates and documents have.
    private string Letters(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Pick(["G", "H", "J", "K", "N", "P", "R", "S", "T", "X", "Z"])));

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}

/// <summary>Something personal in a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands in the file.</param>
/// <param name="Secrets">What may be read nowhere else.</param>
public sealed record Planted(string Kind, string Text, IReadOnlyList<string> Secrets);
