using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>Texts that were found clean before: categories, wijken and set phrases come thousands of times.</summary>
/// <remarks>
/// <para>Equal text in an equal year gives an equal answer. Holds hashes and no texts (see <see cref="TextHash"/> for how
/// seldom two share one), and lives as long as the gate, which is a pass over one file. Its size is fixed: what is
/// forgotten is looked at again.</para>
/// <para>Safe to share between threads: a place is one number, written at once.</para>
/// </remarks>
internal sealed class CleanTexts
{
    private const int Short = 48;
    private const int Ways = 4;

    // By themselves, so that a file full of different texts does not push out the categories.
    private readonly ulong[] _short = new ulong[1 << 12];
    private readonly ulong[] _long = new ulong[1 << 15];

    /// <summary>What a text is remembered by.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> text, int year) => TextHash.Add(TextHash.Of(text), (uint)year) | 1;

    /// <summary>Whether a text was found clean.</summary>
    /// <param name="key">From <see cref="KeyOf"/>.</param>
    /// <param name="length">Of the text.</param>
    public bool Contains(ulong key, int length) => Line(key, length).Contains(key);

    /// <summary>Remembers that nothing was found in a text.</summary>
    public void Add(ulong key, int length)
    {
        var line = Line(key, length);
        var free = line.IndexOf(0UL);
        line[free >= 0 ? free : (int)(key >> 8 & (Ways - 1))] = key;
    }

    private Span<ulong> Line(ulong key, int length)
    {
        var table = length <= Short ? _short : _long;
        return table.AsSpan((int)(key >> 40) & (table.Length - Ways), Ways);
    }
}
