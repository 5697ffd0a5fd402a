using Signalering.Domain.Intake;

namespace Signalering.Domain.Municipality;

/// <summary>From what a registration system writes to the wijk that it means.</summary>
/// <remarks>Code, name and aliases, without regard to case, diacritics, punctuation or double spaces; the code of a
/// buurt (<c>BU</c>) for its wijk, a code of another municipality for elsewhere, four digits of a postcode where the
/// municipality's file knows them (else unknown).
/// <see cref="Elders"/> and <see cref="Onbekend"/> are places too: the share without a wijk is always shown.</remarks>
public sealed class WijkIndex
{
    /// <summary>Outside the municipality.</summary>
    public const string Elders = "elders";

    /// <summary>The team did not say.</summary>
    public const string Onbekend = "onbekend";

    private static readonly string[] EldersWords =
    [
        "elders", "buiten gemeente", "buiten de gemeente", "andere gemeente", "buitengemeente", "regio", "bovenlokaal",
        "buiten de wijk", "buiten gemeentegrens", "buiten werkgebied", "elders in de regio", "regionaal",
    ];

    private static readonly string[] OnbekendWords =
    [
        "", "onbekend", "nvt", "n v t", "leeg", "geen", "niet bekend", "9999", "0", "n n b", "nnb", "n b", "null",
        "niet ingevuld", "geen wijk", "wijk onbekend", "blanco", "hele gemeente", "gemeentebreed", "wijkoverstijgend",
    ];

    private readonly string _gemeente;
    private readonly List<string> _codes = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Places of this municipality; the index of a place is its position in <see cref="Codes"/>.</summary>
    public WijkIndex(Gemeente gemeente)
    {
        _gemeente = Digits(gemeente.Code);
        _lookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var wijk in gemeente.Wijken)
            Add(wijk.Code, [wijk.Code, Digits(wijk.Code), wijk.Naam, .. wijk.Aliassen, .. Numbered(wijk), .. wijk.Postcodes]);
        Add(Elders, EldersWords);
        Add(Onbekend, OnbekendWords);
    }

    /// <summary>Codes of all places: the wijken, then <see cref="Elders"/> and <see cref="Onbekend"/>.</summary>
    public IReadOnlyList<string> Codes => _codes;

    /// <summary>Position of <see cref="Onbekend"/>.</summary>
    public int OnbekendIndex => _codes.Count - 1;

    /// <summary>Position in <see cref="Codes"/> of a wijk's code; −1 when it is not a place here.</summary>
    public int IndexOfCode(string code) => _codes.IndexOf(code);

    /// <summary>Position in <see cref="Codes"/>; −1 when no place is written like this.</summary>
    public int Find(ReadOnlySpan<char> written)
    {
        if (written.Length > 200)
            return -1;
        Span<char> buffer = stackalloc char[written.Length];
        var key = PlainText.Fold(written, buffer);
        return _lookup.TryGetValue(key, out var index) ? index : FindCode(key);
    }

    /// <summary>Position in <see cref="Codes"/> of the wijk in which a postcode lies; <see cref="OnbekendIndex"/>
    /// when the municipality's file does not say.</summary>
    /// <param name="written">A postcode; only its first four digits are looked at.</param>
    public int FindPostcode(ReadOnlySpan<char> written)
    {
        var digits = written.Trim();
        return digits.Length >= 4 && IsPostcode(digits[..4]) && _lookup.TryGetValue(digits[..4], out var index)
            ? index
            : OnbekendIndex;
    }

    // WK990103, BU99010301 (a buurt of that wijk), GM9901, with or without spaces; four digits are a postcode.
    private int FindCode(ReadOnlySpan<char> key)
    {
        if (IsPostcode(key))
            return OnbekendIndex;
        if (key.Length is < 6 or > 14 || !(key.StartsWith("wk") || key.StartsWith("bu") || key.StartsWith("gm")))
            return -1;
        Span<char> digits = stackalloc char[key.Length];
        var count = 0;
        foreach (var c in key[2..])
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
            else if (c != ' ')
                return -1;
        }

        if (count is not (4 or 6 or 8) || count == 4 != (key[0] == 'g'))
            return -1;
        if (!digits[..4].SequenceEqual(_gemeente))
            return IndexOfCode(Elders);
        return count == 4 ? OnbekendIndex : _lookup.TryGetValue(digits[..6], out var index) ? index : -1;
    }

    // Wijk 03 of the CBS is written in as many ways as there are systems.
    private static IEnumerable<string> Numbered(Wijk wijk)
    {
        var digits = Digits(wijk.Code);
        if (digits.Length != 6)
            return [];
        var (two, one) = (digits[4..], digits[4..].TrimStart('0'));
        return one.Length == 0
            ? [$"wijk {two}", $"wijk {two} {wijk.Naam}"]
            : [$"wijk {two}", $"wijk {one}", $"wijk {two} {wijk.Naam}", $"wijk {one} {wijk.Naam}", $"{two} {wijk.Naam}",
                $"{wijk.Naam} wijk {two}", $"{wijk.Code} {wijk.Naam}", $"wijk {wijk.Naam}"];
    }

    private static bool IsPostcode(ReadOnlySpan<char> text) =>
        text.Length == 4 && text[0] is >= '1' and <= '9' && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));

    private void Add(string code, IEnumerable<string> names)
    {
        var index = _codes.Count;
        _codes.Add(code);
        foreach (var name in names)
            _byName.TryAdd(PlainText.Fold(name), index);
    }
}
