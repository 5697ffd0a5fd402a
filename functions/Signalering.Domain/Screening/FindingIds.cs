using System.Globalization;
using System.Text;

namespace Signalering.Domain.Screening;

/// <summary>Names findings by part, row, column, first character and rule. One per reading of a file.</summary>
internal sealed class FindingIds
{
    // Comments, properties and other texts outside the rows have no place of their own: they are numbered.
    private readonly Dictionary<string, int> _numbered = new(StringComparer.Ordinal);

    /// <summary>Id of the next finding, in order of the file.</summary>
    /// <param name="finding">Without its id.</param>
    /// <param name="letter">Column as Excel names it; null for a text outside the columns.</param>
    /// <param name="start">First character in the cell.</param>
    public string Next(GateFinding finding, string? letter, int start)
    {
        var id = new StringBuilder();
        if (finding.Part is { } part)
            id.Append(part.Replace(' ', '-').ToLowerInvariant()).Append('-');
        if (finding.Row > 0)
            id.Append(CultureInfo.InvariantCulture, $"r{finding.Row}");
        id.Append(letter?.ToLowerInvariant()).Append(CultureInfo.InvariantCulture, $".{start}-{finding.Rule}");
        var text = id.ToString();
        if (finding.Row > 0 && start > 0)
            return text;
        var number = _numbered[text] = _numbered.GetValueOrDefault(text) + 1;
        return number == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}-{number}");
    }
}
