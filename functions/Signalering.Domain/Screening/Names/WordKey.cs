using System.Globalization;
using System.Text;

namespace Signalering.Domain.Screening;

/// <summary>Words as the lexicon compares them: lower case, without diacritics, letters only.</summary>
public static class WordKey
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Folded letter per character below U+0250; '\0' is no letter.
    private static readonly char[] Letters = BuildTable();

    /// <summary>Start of a hash.</summary>
    public static ulong Seed => Offset;

    /// <summary>Folded letter; <c>'\0'</c> when the character is no letter.</summary>
    public static char Fold(char c)
    {
        if (c < Letters.Length)
            return Letters[c];
        return char.IsLetter(c) ? char.ToLowerInvariant(c) : '\0';
    }

    /// <summary>FNV-1a, 64 bits, one folded letter further.</summary>
    public static ulong Add(ulong hash, char folded) => unchecked((hash ^ folded) * Prime);

    /// <summary>Hash of a word; characters that are no letters do not count.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
        {
            var folded = Fold(c);
            if (folded != '\0')
                hash = Add(hash, folded);
        }

        return hash;
    }

    /// <summary>The folded word: <c>"Öztürk"</c> becomes <c>"ozturk"</c>.</summary>
    public static string Of(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormC))
        {
            if (c is 'ĳ' or 'Ĳ')
                key.Append("ij");
            else if (Fold(c) is not '\0' and var folded)
                key.Append(folded);
        }

        return key.ToString();
    }

    private static char[] BuildTable()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            if (!char.IsLetter(c))
                continue;
            var plain = c switch
            {
                'ł' or 'Ł' => 'l',
                'đ' or 'Đ' or 'ð' or 'Ð' => 'd',
                'ø' or 'Ø' => 'o',
                'ı' => 'i',
                'ß' => 's',
                'æ' or 'Æ' => 'a',
                'œ' or 'Œ' => 'o',
                _ => c.ToString().Normalize(NormalizationForm.FormD)[0],
            };
            table[i] = CharUnicodeInfo.GetUnicodeCategory(plain) == UnicodeCategory.NonSpacingMark
                ? '\0'
                : char.ToLowerInvariant(plain);
        }

        return table;
    }
}
