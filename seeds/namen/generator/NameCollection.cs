using System.Text.RegularExpressions;
using Signalering.Domain.Screening;

namespace Signalering.Namen;

/// <summary>Collects names from the sources and decides what each one is beside a name.</summary>
internal sealed partial class NameCollection
{
    // Languages whose names one meets in a Dutch wijk and whose lists are in Latin script.
    private static readonly string[] Locales =
    [
        "nl_NL", "nl_BE", "tr_TR", "pl_PL", "de_DE", "fr_FR", "es_ES", "pt_PT", "it_IT", "ro_RO", "hr_HR", "sr_Latn_RS",
        "id_ID", "en_GB",
    ];

    private readonly SortedDictionary<string, NameFlags> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lowerWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _otherWords = new(StringComparer.Ordinal);
    private readonly string[] _dictionary;

    public NameCollection(string[] words, string[] dictionary)
    {
        _dictionary = dictionary;
        foreach (var word in words.Where(word => word.Length > 1))
        {
            // Only a word without a capital makes a name ambiguous; a place or a brand is a known word all the same.
            (char.IsLower(word[0]) ? _lowerWords : _otherWords).Add(WordKey.Of(word));
        }
    }

    /// <summary>Entries with flag PN (proper name); inhabitants (a plural with -en or -s, flags Za to Zi) are none.</summary>
    public void AddDictionary()
    {
        foreach (var line in _dictionary.Skip(1))
        {
            var slash = line.IndexOf('/', StringComparison.Ordinal);
            var word = slash < 0 ? line : line[..slash];
            var flags = slash < 0 ? [] : line[(slash + 1)..].Chunk(2).Select(pair => new string(pair)).ToHashSet();
            if (flags.Contains("Fw") || word.Length == 0 || !char.IsUpper(word[0]))
                continue;
            if (!flags.Contains("PN") || flags.Any(flag => flag[0] == 'Z') || !PlainName().IsMatch(word))
                _otherWords.Add(WordKey.Of(word));
            else
                Add(word, flags.Contains("PI") || flags.Contains("PK") ? NameFlags.Place : NameFlags.None);
        }
    }

    /// <summary>The arrays of Faker's providers whose names begin with firstName or lastName.</summary>
    public void AddFaker(string folder)
    {
        foreach (var locale in Locales)
        {
            var source = File.ReadAllText(Path.Combine(folder, locale, "Person.php"));
            foreach (Match array in NameArray().Matches(source))
            {
                var kind = array.Groups[1].Value.StartsWith("first", StringComparison.Ordinal) ? NameFlags.First : NameFlags.Surname;
                foreach (Match name in Quoted().Matches(array.Groups[2].Value))
                {
                    var text = (name.Groups[1].Success ? name.Groups[1] : name.Groups[2]).Value;
                    // "van der Berg": the last part is the name, the rest are prefixes.
                    var last = text.Split(' ')[^1];
                    if (PlainName().IsMatch(last))
                        Add(last, kind);
                }
            }
        }
    }

    /// <summary>Our own list, with what we know better than the sources.</summary>
    public void AddOwn(string[] lines)
    {
        var section = string.Empty;
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
                continue;
            }

            foreach (var name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                AddOwn(section, name);
        }
    }

    /// <summary>One line per name, in ordinal order of the key.</summary>
    public IEnumerable<string> Lines() => _names.Select(pair => $"{pair.Key}\t{Letters(pair.Key, pair.Value)}");

    /// <summary>Keys of all words that are no names, or names that are words as well.</summary>
    public IReadOnlyCollection<string> OrdinaryWords() =>
    [
        .. _lowerWords.Concat(_otherWords.Where(word => !_names.ContainsKey(word))).Where(word => word.Length > 1)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private void AddOwn(string section, string name)
    {
        switch (section)
        {
            case "voornamen":
                Add(name, NameFlags.First);
                break;
            case "achternamen":
                Add(name, NameFlags.Surname);
                break;
            case "sterk":
                Add(name, NameFlags.First | NameFlags.Strong);
                break;
            case "niet":
                if (_names.ContainsKey(WordKey.Of(name)))
                    Add(name, NameFlags.Weak);
                break;
            case "woorden":
                _otherWords.Add(WordKey.Of(name));
                break;
            default:
                throw new InvalidDataException($"Unknown section [{section}].");
        }
    }

    private void Add(string name, NameFlags flags)
    {
        var key = WordKey.Of(name);
        if (key.Length < 2)
            return;
        _names[key] = _names.GetValueOrDefault(key) | NameFlags.Name | flags;
    }

    private string Letters(string key, NameFlags flags)
    {
        var letters = string.Concat(
            flags.HasFlag(NameFlags.First) ? "V" : "",
            flags.HasFlag(NameFlags.Surname) ? "A" : "",
            _lowerWords.Contains(key) ? "W" : "",
            flags.HasFlag(NameFlags.Place) ? "P" : "",
            flags.HasFlag(NameFlags.Strong) ? "S" : "",
            flags.HasFlag(NameFlags.Weak) ? "X" : "");
        return letters.Length == 0 ? "-" : letters;
    }

    [GeneratedRegex(@"^\p{Lu}\p{L}*[\p{Ll}]\p{L}*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\$(firstName\w*|lastName\w*)\s*=\s*(?:array\(|\[)(.*?)(?:\)|\]);", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex NameArray();

    [GeneratedRegex(@"'((?:[^'\\]|\\.)+)'|""([^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
