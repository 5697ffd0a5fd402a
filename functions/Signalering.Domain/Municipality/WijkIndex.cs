using Signalering.Domain.Intake;

namespace Signalering.Domain.Municipality;

/// <summary>From what a registration system writes to the wijk that it means.</summary>
/// <remarks>Code, name and aliases, without regard to case, diacritics, punctuation or double spaces.
/// <see cref="Elders"/> and <see cref="Onbekend"/> are places too: the share without a wijk is always shown.</remarks>
public sealed class WijkIndex
{
    /// <summary>Outside the municipality.</summary>
    public const string Elders = "elders";

    /// <summary>The team did not say.</summary>
    public const string Onbekend = "onbekend";

    private static readonly string[] EldersWords =
        ["elders", "buiten gemeente", "buiten de gemeente", "andere gemeente", "regio", "bovenlokaal", "buiten de wijk"];

    private static readonly string[] OnbekendWords =
        ["", "onbekend", "nvt", "n v t", "leeg", "geen", "niet bekend", "9999", "0"];

    private readonly List<string> _codes = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Places of this municipality; the index of a place is its position in <see cref="Codes"/>.</summary>
    public WijkIndex(Gemeente gemeente)
    {
        _lookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var wijk in gemeente.Wijken)
            Add(wijk.Code, [wijk.Code, wijk.Naam, .. wijk.Aliassen]);
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
        return _lookup.TryGetValue(key, out var index) ? index : -1;
    }

    private void Add(string code, IEnumerable<string> names)
    {
        var index = _codes.Count;
        _codes.Add(code);
        foreach (var name in names)
            _byName.TryAdd(PlainText.Fold(name), index);
    }
}
