using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Signalering.Domain.Disclosure;

/// <summary>The ledger of a product that publishes several tables: what was shown and what was withheld, by the name of the
/// table. Holds published figures only, so that it may be kept and published itself.</summary>
public sealed class PublishedTables
{
    /// <summary>Nothing was published before.</summary>
    public static readonly PublishedTables None = new(new SortedDictionary<string, PublishedTable>(StringComparer.Ordinal));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, PublishedTable> _tables;

    private PublishedTables(SortedDictionary<string, PublishedTable> tables) => _tables = tables;

    /// <summary>Whether later editions have to agree with this one: all deliveries that were expected are in it.</summary>
    public bool IsDefinitive { get; private init; }

    /// <summary>Names of the tables, in order.</summary>
    public IReadOnlyCollection<string> Names => _tables.Keys;

    /// <summary>A table by name; null when it was not published before.</summary>
    public PublishedTable? Find(string name) => _tables.GetValueOrDefault(name);

    /// <summary>With a table; of cells that were there already the later figure counts.</summary>
    /// <exception cref="ArgumentException">It has other dimensions than the earlier table of this name.</exception>
    public PublishedTables With(string name, PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var earlier = _tables.GetValueOrDefault(name);
        if (earlier is not null && !earlier.Dimensions.SequenceEqual(table.Dimensions))
            throw new ArgumentException($"The dimensions of '{name}' changed.", nameof(table));
        var cells = new Dictionary<string, PublishedCell>(StringComparer.Ordinal);
        foreach (var cell in (earlier?.Cells ?? []).Concat(table.Cells))
            cells[Ledger.Key(cell.Codes)] = cell;
        return new PublishedTables(new SortedDictionary<string, PublishedTable>(_tables, StringComparer.Ordinal)
        {
            [name] = PublishedTable.FromPublication(table.Dimensions, [.. cells.Values]),
        });
    }

    /// <summary>With every table of a later edition.</summary>
    public PublishedTables With(PublishedTables later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return later._tables.Aggregate(this, (all, table) => all.With(table.Key, table.Value));
    }

    /// <summary>The same tables, marked as definitive or provisional.</summary>
    public PublishedTables As(bool definitive) => new(_tables) { IsDefinitive = definitive };

    /// <summary>UTF-8 JSON, a cell per line: its codes and then its figure, or null when it is withheld.</summary>
    public byte[] ToJson()
    {
        var text = new StringBuilder($"{{\"schema\":1,\"uitgave\":\"{(IsDefinitive ? "definitief" : "voorlopig")}\",\"tabellen\":[");
        var between = "\n";
        foreach (var (name, table) in _tables)
        {
            text.Append(between).Append("{\"naam\":").Append(Json(name)).Append(",\"dimensies\":").Append(Json(table.Dimensions))
                .Append(",\"cellen\":[\n")
                .AppendJoin(",\n", table.Cells.Select(cell => Json(cell.Codes.Append<object?>(cell.Value))))
                .Append("]}");
            between = ",\n";
        }

        return Encoding.UTF8.GetBytes(text.Append("]}\n").ToString());
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not of this shape.</exception>
    public static PublishedTables Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            var root = document.RootElement;
            if (root.GetProperty("schema").GetInt32() != 1)
                throw new JsonException("An unknown schema.");
            var tables = None;
            foreach (var table in root.GetProperty("tabellen").EnumerateArray())
            {
                string[] dimensions = [.. table.GetProperty("dimensies").EnumerateArray().Select(d => d.GetString()!)];
                tables = tables.With(
                    table.GetProperty("naam").GetString()!,
                    PublishedTable.FromPublication(
                        dimensions, [.. table.GetProperty("cellen").EnumerateArray().Select(c => Cell(c, dimensions.Length))]));
            }

            return tables.As(root.GetProperty("uitgave").GetString() == "definitief");
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("Not a ledger of published tables.", fault);
        }
    }

    private static PublishedCell Cell(JsonElement cell, int dimensions)
    {
        if (cell.GetArrayLength() != dimensions + 1)
            throw new JsonException("A cell with too many or too few codes.");
        var figure = cell[dimensions];
        return new PublishedCell(
            [.. Enumerable.Range(0, dimensions).Select(d => cell[d].GetString()!)],
            figure.ValueKind == JsonValueKind.Null ? null : figure.GetDecimal());
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
