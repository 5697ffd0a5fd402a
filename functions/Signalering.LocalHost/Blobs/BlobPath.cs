using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Signalering.LocalHost;

/// <summary>A trigger's path: <c>container/prefix/{a}/{b}</c>.</summary>
internal sealed partial class BlobPath
{
    private readonly Regex _pattern;

    private BlobPath(string container, string prefix, IReadOnlyList<string> tokens, Regex pattern) =>
        (Container, Prefix, Tokens, _pattern) = (container, prefix, tokens, pattern);

    /// <summary>Container.</summary>
    public string Container { get; }

    /// <summary>What all names start with: the part before the first token. Storage lists by it.</summary>
    public string Prefix { get; }

    /// <summary>Names of the tokens.</summary>
    public IReadOnlyList<string> Tokens { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out BlobPath? path)
    {
        path = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1)
            return false;

        var name = text[(slash + 1)..];
        var found = Token().Matches(name);
        var tokens = found.Select(match => match.Groups[1].Value).ToList();
        if (tokens.Distinct(StringComparer.OrdinalIgnoreCase).Count() != tokens.Count)
            return false;

        var prefix = found.Count == 0 ? name : name[..found[0].Index];
        path = new BlobPath(text[..slash], prefix, tokens, Pattern(name, found));
        return true;
    }

    /// <summary>The values of the tokens in a blob's name, or null when the name does not fit.</summary>
    public IReadOnlyDictionary<string, string>? Match(string name)
    {
        var match = _pattern.Match(name);
        return match.Success
            ? Tokens.Select((token, i) => (token, match.Groups[i + 1].Value))
                .ToDictionary(pair => pair.token, pair => pair.Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    private static Regex Pattern(string name, MatchCollection tokens)
    {
        var pattern = new StringBuilder("^");
        var position = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            pattern.Append(Regex.Escape(name[position..tokens[i].Index]));
            pattern.Append(i == tokens.Count - 1 ? "(.+)" : "([^/]+)");   // only the last may contain slashes
            position = tokens[i].Index + tokens[i].Length;
        }

        pattern.Append(Regex.Escape(name[position..])).Append("\\z");
        return new Regex(pattern.ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Token();
}
