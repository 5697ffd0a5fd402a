using System.Buffers;
using System.Text;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Puts right letters that were written as UTF-8 and read as Windows-1252: <c>cliÃ«nt</c>,
/// <c>â‚¬</c>.</summary>
/// <remarks>Only where the characters are the very bytes of one letter, and start with a letter that Dutch text does
/// not have in that company (Ã, Â, â followed by € or ‚, ð followed by Ÿ, Ä or Å before a sign): <c>CAFÉ”</c> stays
/// what it is. Text that went through it twice or thrice is put right too. A replacement character (U+FFFD) cannot
/// be: it is counted.</remarks>
internal sealed class LetterRepair
{
    private const int MostRounds = 3;
    private const char Lost = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create("\u00C2\u00C3\u00C4\u00C5\u00E2\u00F0\uFFFD");

    private int _repaired;
    private int _lost;

    /// <summary>What was found, for the receipt.</summary>
    public IEnumerable<Problem> Notes
    {
        get
        {
            if (_repaired > 0)
                yield return IntakeMessages.LettersHersteld(_repaired);
            if (_lost > 0)
                yield return IntakeMessages.LettersKwijt(_lost);
        }
    }

    /// <summary>Repairs the characters of one cell in place; returns how many are left.</summary>
    public int Repair(Span<char> text)
    {
        var first = text.IndexOfAny(Suspects);
        if (first < 0)
            return text.Length;
        var length = text.Length;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = length;
            length = RepairOnce(text[..length], first);
            if (length == before)
                break;
        }

        _repaired += length < text.Length ? 1 : 0;
        _lost += text[..length].Contains(Lost) ? 1 : 0;
        return length;
    }

    /// <summary>The text, or a repaired copy of it.</summary>
    public string Repair(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0)
            return text;
        var copy = text.ToCharArray();
        var length = Repair(copy);
        return length == text.Length ? text : new string(copy, 0, length);
    }

    private static int RepairOnce(Span<char> text, int from)
    {
        Span<byte> bytes = stackalloc byte[4];
        var write = from;
        var isAfterRepair = false;
        for (var read = from; read < text.Length;)
        {
            var taken = Sequence(text[read..], bytes, isAfterRepair);
            isAfterRepair = false;
            if (taken > 0 && Rune.DecodeFromUtf8(bytes[..taken], out var letter, out _) == OperationStatus.Done)
            {
                write += letter.EncodeToUtf16(text[write..]);
                read += taken;
                isAfterRepair = true;
            }
            else
            {
                text[write++] = text[read++];
            }
        }

        return write;
    }

    // Length of the UTF-8 sequence that these characters are the Windows-1252 reading of; 0 when they are none.
    private static int Sequence(ReadOnlySpan<char> text, Span<byte> bytes, bool isAfterRepair)
    {
        var length = text[0] switch { '\u00C2' or '\u00C3' or '\u00C4' or '\u00C5' => 2, '\u00E2' => 3, '\u00F0' => 4, _ => 0 };
        if (length == 0 || text.Length < length)
            return 0;
        for (var i = 0; i < length; i++)
        {
            if (!CellDecoder.TryWindows1252(text[i], out bytes[i]) || (i > 0 && bytes[i] is < 0x80 or > 0xBF))
                return 0;
        }

        return text[0] switch
        {
            // A closing quote, dash or ellipsis may really stand behind these two, though not behind a broken letter.
            '\u00C4' or '\u00C5' when !isAfterRepair => bytes[1] is 0x85 or 0x92 or 0x94 or 0x96 or 0x97 ? 0 : length,
            '\u00E2' => bytes[1] is 0x80 or 0x82 or 0x84 or 0x86 or 0x88 or 0x89 or 0x94 or 0x98 or 0x9C ? length : 0,
            '\u00F0' => bytes[1] == 0x9F ? length : 0,
            _ => length,
        };
    }
}
