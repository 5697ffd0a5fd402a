using System.Text.Json;
using Signalering.Domain.Disclosure;

namespace Signalering.Cli.Protecting;

/// <summary>What a SPEC.json says of a long table.</summary>
/// <param name="ValueColumn">The column to protect.</param>
/// <param name="Marker">Stands for every withheld value.</param>
/// <param name="Dimensions">Hierarchies.</param>
/// <param name="Options">What is too small and how well it has to be hidden.</param>
internal sealed record ProtectionSpec(
    string ValueColumn, string Marker, IReadOnlyList<Dimension> Dimensions, ProtectionOptions Options)
{
    /// <summary>Names that a spec may have.</summary>
    private static readonly string[] Known =
    [
        "dimensions", "value", "marker", "threshold", "min_width", "rounding", "lower", "unit", "dominance", "group",
        "sensitive", "hidden", "threshold_known",
    ];

    /// <summary>Reads a spec.</summary>
    /// <param name="name">Of the file, for faults.</param>
    /// <param name="json">Its text.</param>
    /// <param name="warn">Takes a line about what was not understood.</param>
    /// <exception cref="UserFaultException">It is no spec.</exception>
    public static ProtectionSpec Parse(string name, string json, Action<string> warn)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
            var root = Expect(name, document.RootElement, JsonValueKind.Object, "het bestand", "een object { … }");
            foreach (var property in root.EnumerateObject().Where(p => !Known.Contains(p.Name)))
                warn($"{name}: '{property.Name}' is onbekend en doet niets. Bekend zijn: {string.Join(", ", Known)}.");
            return new ProtectionSpec(
                Text(name, root, "value") ?? "aantal",
                Text(name, root, "marker") ?? "x",
                Hierarchies(name, root),
                OptionsOf(name, root));
        }
        catch (JsonException fault)
        {
            throw new UserFaultException(
                $"{name}: geen geldige JSON (regel {fault.LineNumber + 1}). Controleer komma's, haken en aanhalingstekens.");
        }
    }

    private static ProtectionOptions OptionsOf(string name, JsonElement root)
    {
        var defaults = new ProtectionOptions();
        var threshold = Whole(name, root, "threshold") ?? defaults.Threshold;
        var group = root.TryGetProperty("group", out var g)
            ? Expect(name, g, JsonValueKind.Object, "'group'", "{\"share\": 0.9, \"below\": 100}")
            : default;
        return new ProtectionOptions
        {
            Threshold = threshold,
            ThresholdWithoutCases = Text(name, root, "unit") switch
            {
                null or "casussen" => threshold,
                "activiteiten" => 3 * threshold,
                _ => throw new UserFaultException($"{name}: 'unit' is onbekend. Verwacht: \"casussen\" of \"activiteiten\"."),
            },
            MinimumWidth = Number(name, root, "min_width") ?? threshold,
            RoundingBase = RoundingBase(name, root) ?? defaults.RoundingBase,
            Lower = Number(name, root, "lower") ?? 0,
            ThresholdIsKnown = root.TryGetProperty("threshold_known", out var known)
                && Expect(name, known, known.ValueKind == JsonValueKind.False ? JsonValueKind.False : JsonValueKind.True,
                    "'threshold_known'", "true of false").GetBoolean(),
            DominanceShare = Number(name, root, "dominance") ?? defaults.DominanceShare,
            GroupShare = g.ValueKind == JsonValueKind.Object ? Number(name, group, "share") ?? defaults.GroupShare : null,
            GroupBelow = g.ValueKind == JsonValueKind.Object
                ? Number(name, group, "below") ?? defaults.GroupBelow
                : defaults.GroupBelow,
            SensitiveCodes = CodesPerDimension(name, root, "sensitive"),
            HiddenCodes = CodesPerDimension(name, root, "hidden"),
        };
    }

    private static decimal? RoundingBase(string name, JsonElement root)
    {
        if (!root.TryGetProperty("rounding", out var rounding))
            return null;
        Expect(name, rounding, JsonValueKind.Object, "'rounding'", "{\"base\": 5, \"type\": \"conventional\"}");
        if (Text(name, rounding, "type") is not (null or "conventional"))
            throw new UserFaultException($"{name}: 'rounding.type' is onbekend. Verwacht: \"conventional\" (half omhoog).");
        return Number(name, rounding, "base");
    }

    private static List<Dimension> Hierarchies(string name, JsonElement root)
    {
        if (!root.TryGetProperty("dimensions", out var all))
            return [];
        Expect(name, all, JsonValueKind.Object, "'dimensions'", "een object met een onderdeel per kolom");
        return [.. all.EnumerateObject().Select(property => DimensionOf(name, property))];
    }

    private static Dimension DimensionOf(string name, JsonProperty property)
    {
        var place = $"'dimensions.{property.Name}'";
        var value = Expect(name, property.Value, JsonValueKind.Object, place, "{\"children\": {…}, \"relation\": \"sum\"}");
        RelationKind? relation = Text(name, value, "relation") switch
        {
            null => null,
            "sum" => RelationKind.Sum,
            "distinct" => RelationKind.Distinct,
            _ => throw new UserFaultException($"{name}: de 'relation' van {place} is onbekend. Verwacht: \"sum\" of \"distinct\"."),
        };
        var breakdowns = new List<Breakdown>();
        if (value.TryGetProperty("children", out var children))
        {
            Expect(name, children, JsonValueKind.Object, place + " 'children'", "een object: {\"totaal\": [\"deel\", …]}");
            AddBreakdowns(name, place, children, breakdowns);
        }

        return new Dimension(property.Name, relation, breakdowns);
    }

    /// <summary>Lists, lists of lists, and objects in which the parts are parents again.</summary>
    private static void AddBreakdowns(string name, string place, JsonElement children, List<Breakdown> breakdowns)
    {
        foreach (var parent in children.EnumerateObject())
        {
            if (parent.Value.ValueKind == JsonValueKind.Object)
            {
                breakdowns.Add(new Breakdown(parent.Name, [.. parent.Value.EnumerateObject().Select(p => p.Name)]));
                AddBreakdowns(name, place, parent.Value, breakdowns);
                continue;
            }

            Expect(name, parent.Value, JsonValueKind.Array, $"{place} '{parent.Name}'", "een lijst van codes");
            var parts = parent.Value.EnumerateArray().ToList();
            if (parts.Count == 0)
                continue;
            if (parts.TrueForAll(part => part.ValueKind == JsonValueKind.Array))
                breakdowns.AddRange(parts.Select(part => new Breakdown(parent.Name, Codes(name, place, part))));
            else
                breakdowns.Add(new Breakdown(parent.Name, Codes(name, place, parent.Value)));
        }
    }

    private static List<string> Codes(string name, string place, JsonElement list) =>
    [
        .. list.EnumerateArray().Select(code => code.ValueKind switch
        {
            JsonValueKind.String => code.GetString()!,
            JsonValueKind.Number => code.GetRawText(),
            _ => throw new UserFaultException($"{name}: een code van {place} is geen tekst. Verwacht: [\"A\", \"B\"]."),
        }),
    ];

    private static Dictionary<string, IReadOnlySet<string>> CodesPerDimension(string name, JsonElement root, string key)
    {
        var codes = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        if (!root.TryGetProperty(key, out var all))
            return codes;
        Expect(name, all, JsonValueKind.Object, $"'{key}'", "{\"kolom\": [\"code\", …]}");
        foreach (var property in all.EnumerateObject())
        {
            var list = Expect(name, property.Value, JsonValueKind.Array, $"'{key}.{property.Name}'", "een lijst van codes");
            codes[property.Name] = Codes(name, $"'{key}'", list).ToHashSet(StringComparer.Ordinal);
        }

        return codes;
    }

    private static JsonElement Expect(string name, JsonElement value, JsonValueKind kind, string place, string expected) =>
        value.ValueKind == kind
            ? value
            : throw new UserFaultException($"{name}: {place} heeft een andere vorm. Verwacht: {expected}.");

    private static string? Text(string name, JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value)
            ? Expect(name, value, JsonValueKind.String, $"'{key}'", "een tekst tussen aanhalingstekens").GetString()
            : null;

    private static decimal? Number(string name, JsonElement parent, string key)
    {
        if (!parent.TryGetProperty(key, out var value))
            return null;
        return Expect(name, value, JsonValueKind.Number, $"'{key}'", "een getal").TryGetDecimal(out var number)
            ? number
            : throw new UserFaultException($"{name}: '{key}' is te groot of te klein.");
    }

    private static int? Whole(string name, JsonElement parent, string key) =>
        Number(name, parent, key) switch
        {
            null => null,
            { } number when number == decimal.Truncate(number) && number is >= 0 and <= 1_000_000 => (int)number,
            _ => throw new UserFaultException($"{name}: '{key}' is geen heel getal van 0 of meer."),
        };
}
