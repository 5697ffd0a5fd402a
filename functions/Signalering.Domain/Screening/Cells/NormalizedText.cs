using System.Globalization;
using System.Text;

namespace Signalering.Domain.Screening;

/// <summary>A cell as the detectors read it: one way to write a space, a digit, a dash, a quote and a letter that looks like
/// another; hidden characters removed, <c>&amp;#64;</c> and <c>%40</c> decoded once.</summary>
/// <remarks>Plain ASCII and Latin-1 letters, which is nearly every cell, are read where they stand and copied nowhere.</remarks>
public sealed class NormalizedText
{
    private const int LongestEntity = 8;

    private char[] _buffer = new char[512];
    private int[] _offsets = new int[513];
    private int _length;
    private bool _copied;

    /// <summary>Number of characters that did not show and were left out.</summary>
    public int Hidden { get; private set; }

    /// <summary>The text to match on; valid until the next call.</summary>
    public ReadOnlySpan<char> Read(ReadOnlySpan<char> cell)
    {
        Hidden = 0;
        _copied = !IsPlain(cell);
        if (!_copied)
            return cell;
        _length = 0;
        for (var i = 0; i < cell.Length;)
            i += Step(cell, i);
        Room(1);
        _offsets[_length] = cell.Length;
        return _buffer.AsSpan(0, _length);
    }

    /// <summary>Where a part of the normalised text stands in the cell.</summary>
    public (int Start, int Length) Original(int start, int length) => _copied
        ? (_offsets[start], _offsets[Math.Min(start + length, _length)] - _offsets[start])
        : (start, length);

    private static bool IsPlain(ReadOnlySpan<char> cell)
    {
        if (cell.IndexOfAny('&', '%', '|') < 0 && cell.IndexOfAnyExceptInRange(' ', '~') < 0)
            return true;
        foreach (var c in cell)
        {
            if (c is < ' ' or '&' or '%' or '|' || (c > '~' && c is not (>= 'À' and <= 'ÿ') and not '€'))
                return false;
        }

        return true;
    }

    // Reads one character (or entity, or combining pair) and says how many it took.
    private int Step(ReadOnlySpan<char> cell, int i)
    {
        var c = cell[i];
        if (c == '&' && TryEntity(cell[i..], out var decoded, out var taken))
        {
            Append(decoded, i);
            return taken;
        }

        if (c == '%' && TryPercent(cell, i, out decoded))
        {
            Append(decoded, i);
            return 3;
        }

        if (char.IsSurrogate(c))
            return Surrogates(cell, i);
        if (c is >= '\u0300' and <= '\u036F')
            return Combine(c);
        AppendPlain(c, i);
        return 1;
    }

    private void AppendPlain(char c, int i)
    {
        if (c is (>= ' ' and <= '~') or (>= 'À' and <= 'ÿ'))
            Append(c == '|' ? ' ' : c, i);
        else if (IsHidden(c))
            Hidden++;
        else if (char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
            Append(' ', i);
        else if (char.IsDigit(c))
            Append((char)('0' + (int)char.GetNumericValue(c)), i);
        else if (LookAlike(c) is var plain && plain != c)
            Append(plain, i);
        else if (c is 'ĳ' or 'Ĳ')
            Append(c == 'ĳ' ? "ij" : "IJ", i);
        else if (c is >= '\u00A0' and < '\u0370')
            Append(c, i);
        else
            Compatible(c.ToString(), i);
    }

    // Letters in circles, ligatures, fullwidth forms: what Unicode itself calls the same character.
    private void Compatible(string text, int i) => Append(text.Normalize(NormalizationForm.FormKC), i);

    private int Surrogates(ReadOnlySpan<char> cell, int i)
    {
        if (Rune.DecodeFromUtf16(cell[i..], out var rune, out var taken) != System.Buffers.OperationStatus.Done)
        {
            Append(' ', i); // half a pair means nothing
            return 1;
        }

        if (rune.Value is >= 0xE0000 and <= 0xE01EF || (rune.Value & 0xFFFE) == 0xFFFE)
            Hidden++;
        else
            Compatible(rune.ToString(), i);
        return taken;
    }

    private int Combine(char mark)
    {
        if (_length == 0 || !char.IsLetter(_buffer[_length - 1]))
            return 1;
        var pair = string.Concat(_buffer.AsSpan(_length - 1, 1), [mark]).Normalize(NormalizationForm.FormC);
        _buffer[_length - 1] = pair[0];
        return 1;
    }

    private static bool TryEntity(ReadOnlySpan<char> text, out char decoded, out int taken)
    {
        decoded = default;
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        taken = end + 1;
        if (end < 2)
            return false;
        var name = text[1..end];
        if (name[0] == '#')
        {
            var isHex = name.Length > 1 && name[1] is 'x' or 'X';
            if (!int.TryParse(
                name[(isHex ? 2 : 1)..], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture, out var code) || code is < 32 or > 0x24F)
                return false;
            decoded = (char)code;
            return true;
        }

        decoded = name switch
        {
            "amp" => '&',
            "commat" => '@',
            "nbsp" => ' ',
            "period" => '.',
            "quot" => '"',
            "apos" => '\'',
            "shy" => ' ',
            _ => default,
        };
        return decoded != default;
    }

    // Only what hides a mark inside an address; "100%20" stays a percentage.
    private static bool TryPercent(ReadOnlySpan<char> cell, int i, out char decoded)
    {
        decoded = default;
        if (i + 2 >= cell.Length)
            return false;
        decoded = (char.ToUpperInvariant(cell[i + 1]), char.ToUpperInvariant(cell[i + 2])) switch
        {
            ('4', '0') => '@',
            ('2', 'E') => '.',
            ('2', 'D') => '-',
            ('5', 'F') => '_',
            ('3', 'A') => ':',
            ('2', 'F') => '/',
            ('2', '0') when i > 0 && char.IsLetter(cell[i - 1]) => ' ',
            _ => default,
        };
        return decoded != default && (decoded != '@' || i > 0);
    }

    private static bool IsHidden(char c) => c is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    // Cyrillic and Greek letters that look like Latin ones, and marks with many shapes.
    private static char LookAlike(char c) => c switch
    {
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹣' or '－' or '⁃' => '-',
        '‘' or '’' or '‚' or '‛' or '′' or '`' or '´' or 'ʼ' or 'ʹ' => '\'',
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => '"',
        '＠' or '﹫' => '@',
        '․' or '。' or '．' or '·' or '‧' or '∙' => '.',
        '⁄' or '∕' or '／' => '/',
        'º' or '˚' => '°',
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        'а' or 'α' => 'a',
        'с' => 'c',
        'е' or 'ε' => 'e',
        'һ' => 'h',
        'і' or 'ι' => 'i',
        'ј' => 'j',
        'к' or 'κ' => 'k',
        'о' or 'ο' => 'o',
        'р' or 'ρ' => 'p',
        'ѕ' => 's',
        'т' or 'τ' => 't',
        'у' or 'υ' => 'y',
        'х' or 'χ' => 'x',
        'А' or 'Α' => 'A',
        'В' or 'Β' => 'B',
        'С' => 'C',
        'Е' or 'Ε' => 'E',
        'Н' or 'Η' => 'H',
        'І' or 'Ι' => 'I',
        'Ј' => 'J',
        'К' or 'Κ' => 'K',
        'М' or 'Μ' => 'M',
        'О' or 'Ο' => 'O',
        'Р' or 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' or 'Τ' => 'T',
        'Х' or 'Χ' => 'X',
        'Ζ' => 'Z',
        'Ν' => 'N',
        _ => c,
    };

    private void Append(char c, int original)
    {
        Room(1);
        _offsets[_length] = original;
        _buffer[_length++] = c;
    }

    private void Append(string text, int original)
    {
        foreach (var c in text)
            Append(c, original);
    }

    private void Room(int more)
    {
        if (_length + more < _buffer.Length)
            return;
        Array.Resize(ref _buffer, _buffer.Length * 2);
        Array.Resize(ref _offsets, _buffer.Length + 1);
    }
}
