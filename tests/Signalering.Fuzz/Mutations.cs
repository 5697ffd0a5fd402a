using System.Text;

namespace Signalering.Fuzz;

/// <summary>A seeded stream of small damages to texts: what typing, copying, encodings and attackers do.</summary>
/// <param name="seed">The same seed gives the same texts.</param>
public sealed class Mutations(ulong seed)
{
    private static readonly string[] Pieces =
    [
        "\u200B", "\u00AD", "\uFEFF", "\u202E", "\u0301", "\u00A0", "\t", "\n", "\0", "&#64;", "%40", "&#x41;", "👍", "\uD83D", "\uDC4D", "ﬁ", "Ａ", "１", "٣", "ĳ",
        "@", ".", "-", "/", ",", ";", "\"", "'", "(", "€", "06", "NL", "bsn ", "mw. ", "dhr ", "van der ", "https://", "www.", "geb ", "1-1-1980 ", "52.123", "ааа",
        "0000000000", "aaaaaaaaaaaaaaaaaaaaaaaa", "((((((((((((((((", "................", "@@@@@@@@", "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ",
    ];

    private ulong _state = seed;

    /// <summary>A number from 0 to, but not including, a limit.</summary>
    public int Next(int limit)
    {
        unchecked
        {
            // splitmix64
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)limit);
        }
    }

    /// <summary>One to six damages; now and then a long text of repetitions.</summary>
    public string Of(IReadOnlyList<string> corpus)
    {
        var text = new StringBuilder(corpus[Next(corpus.Count)]);
        var damages = 1 + Next(6);
        for (var i = 0; i < damages; i++)
            Damage(text, corpus);
        return text.ToString();
    }

    private void Damage(StringBuilder text, IReadOnlyList<string> corpus)
    {
        var at = Next(text.Length + 1);
        switch (Next(10))
        {
            case 0 when text.Length > 0:
                text.Remove(Next(text.Length), 1);
                break;
            case 1 when text.Length > 0:
                text[Next(text.Length)] = (char)Next(0x10000);
                break;
            case 2 when text.Length > 0:
                text[Next(text.Length)] = (char)(' ' + Next(95));
                break;
            case 3:
                text.Insert(at, corpus[Next(corpus.Count)]);
                break;
            case 4 when text.Length > 1:
                (text[0], text[^1]) = (text[^1], text[0]);
                break;
            case 5:
                text.Insert(at, Pieces[Next(Pieces.Length)], 1 + Next(40));
                break;
            case 6 when text.Length > 4:
                text.Length = Next(text.Length);
                break;
            case 7 when text.Length is > 0 and < 4000:
                text.Append(text.ToString(), 0, Math.Min(text.Length, 2000));
                break;
            case 8:
                Shout(text);
                break;
            default:
                text.Insert(at, Pieces[Next(Pieces.Length)]);
                break;
        }
    }

    private static void Shout(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = char.ToUpperInvariant(text[i]);
    }
}
