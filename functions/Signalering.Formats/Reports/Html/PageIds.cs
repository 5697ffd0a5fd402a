using System.Globalization;
using System.Text;

namespace Signalering.Formats.Reports.Html;

/// <summary>Ids of a page: readable, and each used once.</summary>
internal sealed class PageIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>An id of lower-case letters, digits and hyphens.</summary>
    public string Of(string prefix, string name)
    {
        var id = new StringBuilder(prefix);
        foreach (var c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                id.Append(c);
            else if (id[^1] != '-')
                id.Append('-');
        }

        var wanted = id.ToString().TrimEnd('-');
        var unique = wanted;
        for (var number = 2; !_taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        return unique;
    }
}
