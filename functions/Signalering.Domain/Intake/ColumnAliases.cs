using System.Text.Json;

namespace Signalering.Domain.Intake;

/// <summary>Which headers mean which field: <c>seeds/kolommen.json</c>.</summary>
public sealed class ColumnAliases
{
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Field> _weak = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);
    private readonly HashSet<string> _personal = new(StringComparer.Ordinal);

    private ColumnAliases()
    {
    }

    /// <summary>The field that a header stands for; null when it stands for none that we read.</summary>
    public Field? Find(string header) =>
        _fields.TryGetValue(PlainText.Fold(header), out var field) ? field : null;

    /// <summary>The field that a header can stand in for when no other column has it: the day of entry for the day of
    /// the activity.</summary>
    public Field? FindWeak(string header) =>
        _weak.TryGetValue(PlainText.Fold(header), out var field) ? field : null;

    /// <summary>Whether a header is known and means nothing that we read.</summary>
    public bool IsIgnored(string header) => _ignored.Contains(PlainText.Fold(header));

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
            var field = FieldNames.Parse(entry.Veld);
            foreach (var alias in entry.Aliassen)
                aliases._fields.TryAdd(PlainText.Fold(alias), field);
            foreach (var alias in entry.ZwakkeAliassen ?? [])
                aliases._weak.TryAdd(PlainText.Fold(alias), field);
        }

        foreach (var alias in file.Genegeerd ?? [])
            aliases._ignored.Add(PlainText.Fold(alias));
        foreach (var entry in file.Persoonlijk)
            aliases._personal.Add(PlainText.Fold(entry.Alias));
        return aliases;
    }

    private sealed record AliasFile(
        IReadOnlyList<FieldAliases> Velden, IReadOnlyList<string>? Genegeerd, IReadOnlyList<PersonalHeader> Persoonlijk);

    private sealed record FieldAliases(
        string Veld, IReadOnlyList<string> Aliassen, IReadOnlyList<string>? ZwakkeAliassen);

    private sealed record PersonalHeader(string Alias);
}

/// <summary>Names of fields as they stand in <c>seeds/</c>: <c>duurMinuten</c>.</summary>
public static class FieldNames
{
    /// <summary>Reads a name, whatever its capitals.</summary>
    /// <exception cref="JsonException">Not a field: the deployment is wrong.</exception>
    public static Field Parse(string name) =>
        Enum.TryParse<Field>(name, ignoreCase: true, out var field) && Enum.IsDefined(field)
            ? field
            : throw new JsonException("A field of the column aliases or profiles is not known.");

    /// <summary>The name as it stands in <c>seeds/</c>.</summary>
    public static string Of(Field field)
    {
        var name = field.ToString();
        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }
}
