using System.Buffers;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Signalering.Functions.Tests.Leaks;

/// <summary>Looks for secrets in whatever a pipeline leaves: as they were written, without what stands between digits,
/// in base64, and behind the escapes of JSON, HTML and addresses.</summary>
internal sealed partial class Haystack
{
    private readonly SearchValues<string> _needles;
    private readonly string[] _secrets;

    public Haystack(IEnumerable<string> secrets)
    {
        _secrets = [.. secrets.Where(secret => secret.Length >= 6).Distinct(StringComparer.OrdinalIgnoreCase)];
        _needles = SearchValues.Create(
            [.. _secrets, .. _secrets.SelectMany(Base64), .. _secrets.Select(Dense).Where(dense => dense.Length >= 8)],
            StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Number of characters looked at.</summary>
    public long Characters { get; private set; }

    /// <summary>The places in which a secret stands.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Looks at a text.</summary>
    /// <param name="place">How the failure names it; not the text itself.</param>
    /// <param name="text">Anything.</param>
    public void Look(string place, string text)
    {
        Characters += text.Length;
        foreach (var form in (string[])[text, WebUtility.HtmlDecode(text), Uri.UnescapeDataString(text), Unescape(text), Dense(text)])
        {
            if (Find(form) is >= 0 and var at)
            {
                Found.Add($"{place}: '{form.Substring(Math.Max(0, at - 40), Math.Min(90, form.Length - Math.Max(0, at - 40)))}'");
                return;
            }
        }
    }

    /// <summary>Looks at bytes: as text, and when they are a zip, at its entries.</summary>
    public void Look(string place, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                    part.CopyTo(content);
                Look($"{place}!{entry.FullName}", entry.FullName + "\n" + Encoding.UTF8.GetString(content.ToArray()));
            }

            return;
        }

        Look(place, Encoding.UTF8.GetString(bytes));
        Look(place, Encoding.Unicode.GetString(bytes));
    }

    // A number inside a longer number or a hash is chance.
    private int Find(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOfAny(_needles) is >= 0 and var found; from += found + 1)
        {
            var at = from + found;
            var digits = text[at..].IndexOfAnyExceptInRange('0', '9');
            var end = digits < 0 ? text.Length : at + digits;
            if (end - at < 6 || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end]))))
                return at;
        }

        return -1;
    }

    // Bytes may begin at any of three places in a group of base64; the first and last characters depend on the neighbours.
    private static IEnumerable<string> Base64(string secret)
    {
        foreach (var form in (string[])[secret, secret.ToLowerInvariant()])
        {
            for (var shift = 0; shift < 3; shift++)
            {
                var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', shift) + form)).TrimEnd('=');
                var from = shift == 0 ? 0 : 4;
                if (encoded.Length - from - 2 >= 8)
                    yield return encoded[from..^2];
            }
        }
    }

    private static string Dense(string text) => BetweenDigits().Replace(text, string.Empty);

    private static string Unescape(string text) => Escape().Replace(
        text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"(?<=\d)[ .\-/](?=\d)")]
    private static partial Regex BetweenDigits();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}
