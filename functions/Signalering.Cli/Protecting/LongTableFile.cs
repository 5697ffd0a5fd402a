using System.Text;

namespace Signalering.Cli.Protecting;

/// <summary>A CSV file of which every field can be written back as it was.</summary>
/// <param name="Name">For faults.</param>
/// <param name="Separator"><c>,</c>, <c>;</c> or tab.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Rows">Rows, as many fields as the header.</param>
/// <param name="RawHeader">Header as it stands in the file.</param>
/// <param name="LineEnd">Of the file.</param>
/// <param name="HasByteOrderMark">Whether the file starts with one.</param>
internal sealed record LongTableFile(
    string Name, char Separator, string[] Header, IReadOnlyList<LongTableRow> Rows, string RawHeader, string LineEnd,
    bool HasByteOrderMark)
{
    private const string ByteOrderMark = "\uFEFF";

    /// <summary>Reads a file.</summary>
    /// <exception cref="UserFaultException">It is not there or not a table.</exception>
    public static LongTableFile Read(FileInfo file)
    {
        if (!file.Exists)
            throw new UserFaultException($"Het bestand {file} bestaat niet.");
        return Parse(file.Name, Decode(File.ReadAllBytes(file.FullName)));
    }

    /// <summary>Reads the text of a file.</summary>
    public static LongTableFile Parse(string name, string text)
    {
        var hasMark = text.StartsWith(ByteOrderMark, StringComparison.Ordinal);
        if (hasMark)
            text = text[1..];
        var separator = SeparatorOf(text);
        var records = Records(name, text, separator);
        if (records.Count == 0)
            throw new UserFaultException($"{name}: het bestand is leeg. Verwacht: een kopregel en daaronder de rijen.");
        var header = Array.ConvertAll(records[0].Fields, field => Value(field).Trim());
        var twice = header.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new UserFaultException($"{name}: de kolom '{twice.Key}' komt twee keer voor. Geef elke kolom een eigen naam.");
        var rows = new List<LongTableRow>(records.Count - 1);
        foreach (var (line, fields) in records.Skip(1))
        {
            if (fields.Length != header.Length)
            {
                throw new UserFaultException(
                    $"{name}, regel {line}: {fields.Length} velden. Verwacht: {header.Length}, zoals in de kopregel.");
            }

            rows.Add(new LongTableRow(line, fields, Array.ConvertAll(fields, field => Value(field).Trim())));
        }

        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return new LongTableFile(
            name, separator, header, rows, string.Join(separator, records[0].Fields), lineEnd, hasMark);
    }

    /// <summary>Position of a column, or null when there is none.</summary>
    public int? Column(string name)
    {
        var position = Array.IndexOf(Header, name);
        return position < 0 ? null : position;
    }

    /// <summary>The text of a file with the same columns and rows and other fields.</summary>
    /// <param name="fields">Fields of a row, raw.</param>
    public string Write(Func<LongTableRow, int, string[]> fields)
    {
        var text = new StringBuilder(HasByteOrderMark ? ByteOrderMark : string.Empty);
        text.Append(RawHeader).Append(LineEnd);
        for (var row = 0; row < Rows.Count; row++)
            text.AppendJoin(Separator, fields(Rows[row], row)).Append(LineEnd);
        return text.ToString();
    }

    /// <summary>A value as a field of this file.</summary>
    public string Quote(string value) =>
        value.AsSpan().IndexOfAny(Separator, '"', '\n') < 0
            ? value
            : '"' + value.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static char SeparatorOf(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOf('\n');
        if (end >= 0)
            line = line[..end];
        var (best, most) = (',', -1);
        foreach (var candidate in (ReadOnlySpan<char>)[';', ',', '\t'])
        {
            var (count, quoted) = (0, false);
            foreach (var c in line)
            {
                quoted ^= c == '"';
                count += c == candidate && !quoted ? 1 : 0;
            }

            if (count > most)
                (best, most) = (candidate, count);
        }

        return best;
    }

    private static List<(int Line, string[] Fields)> Records(string name, string text, char separator)
    {
        var records = new List<(int, string[])>();
        var fields = new List<string>();
        var (start, line, firstLine, quoted) = (0, 1, 1, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '"' && i < text.Length)
            {
                quoted = !quoted;
            }
            else if (quoted && i < text.Length)
            {
                line += c == '\n' ? 1 : 0;
            }
            else if (c == separator && i < text.Length)
            {
                fields.Add(text[start..i]);
                start = i + 1;
            }
            else if (c == '\n')
            {
                fields.Add(text[Math.Min(start, text.Length)..i].TrimEnd('\r'));
                if (fields.Count > 1 || fields[0].Length > 0)
                    records.Add((firstLine, [.. fields]));
                fields.Clear();
                (start, firstLine) = (i + 1, ++line);
            }
        }

        return quoted
            ? throw new UserFaultException($"{name}: een aanhalingsteken wordt niet gesloten. Sluit het veld met een aanhalingsteken.")
            : records;
    }

    private static string Value(string field)
    {
        var trimmed = field.Trim();
        return trimmed.Length >= 2 && trimmed[0] == '"' && trimmed[^1] == '"'
            ? trimmed[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : field;
    }
}

/// <summary>A row of a long table.</summary>
/// <param name="Line">Line in the file on which it starts, from 1.</param>
/// <param name="Raw">Fields as they stand in the file.</param>
/// <param name="Values">Fields without quotes and outer spaces.</param>
internal sealed record LongTableRow(int Line, string[] Raw, string[] Values);
