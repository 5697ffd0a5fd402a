using System.Text.Json;

namespace Signalering.Domain.Intake;

/// <summary>Which headers mean which field: <c>seeds/kolommen.json</c>.</summary>
public sealed class ColumnAliases
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _personal = new(StringComparer.Ordinal);

    private ColumnAliases()
    {
    }

    /// <summary>The field that a header stands for; null when it stands for none that we read.</summary>
    public Field? Find(string header) =>
        _fields.TryGetValue(PlainText.Fold(header), out var field) ? field : null;

    /// <summary>Whether a header announces personal data: a name, BSN, address or birth date.</summary>
    public bool IsPersonal(string header) => _personal.Contains(PlainText.Fold(header));

    /// <summary>Reads <c>kolommen.json</c>.</summary>
    /// <exception cref="JsonException">Not of that shape, or an unknown field: the deployment is wrong.</exception>
    public static ColumnAliases Parse(ReadOnlySpan<byte> json)
    {
        var file = JsonSerializer.Deserialize<AliasFile>(json, JsonSerializerOptions.Web)
            ?? throw new JsonException("The column aliases are empty.");
        var aliases = new ColumnAliases();
        foreach (var entry in file.Velden)
        {
            if (!Enum.TryParse<Field>(entry.Veld, ignoreCase: true, out var field))
                throw new JsonException("A field of kolommen.json is not known.");
            foreach (var alias in entry.Aliassen)
                aliases._fields.TryAdd(PlainText.Fold(alias), field);
        }

        foreach (var entry in file.Persoonlijk)
            aliases._personal.Add(PlainText.Fold(entry.Alias));
        return aliases;
    }

    private sealed record AliasFile(IReadOnlyList<FieldAliases> Velden, IReadOnlyList<PersonalHeader> Persoonlijk);

    private sealed record FieldAliases(string Veld, IReadOnlyList<string> Aliassen);

    private sealed record PersonalHeader(string Alias);
}
