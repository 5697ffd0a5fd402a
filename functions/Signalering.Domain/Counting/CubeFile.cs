using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Signalering.Domain.Counting;

/// <summary>Cubes as bytes: compact, compressed, with the version of the schema in front.</summary>
/// <remarks>
/// <para>Layout: the ASCII letters <c>SKUB</c>, one byte schema version, then Brotli over: header; table of all key
/// strings; case hashes (8 bytes each, big endian); cells, totals and pairs; from schema 2 on also frictions, their
/// number plus one, 0 when they were not counted. Whole numbers are LEB128 (7 bits a byte), keys are positions in the
/// string table, case positions are differences to the one before.</para>
/// <para>The same cube gives the same bytes. Schema 1 stays readable: its frictions were not counted. A newer schema
/// than <see cref="Schema"/> is refused, not guessed at.</para>
/// </remarks>
public static class CubeFile
{
    /// <summary>Version that is written; older versions stay readable.</summary>
    public const int Schema = 2;

    private const long LargestFile = 256L << 20;
    private static readonly byte[] Magic = "SKUB"u8.ToArray();

    /// <summary>Writes a cube.</summary>
    public static byte[] Write(Cube cube)
    {
        using var file = new MemoryStream();
        file.Write(Magic);
        file.WriteByte(Schema);
        using (var brotli = new BrotliStream(file, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli, Encoding.UTF8))
            WriteBody(writer, cube);
        return file.ToArray();
    }

    /// <summary>Reads a cube.</summary>
    /// <exception cref="InvalidDataException">Not a cube, damaged, or of a newer schema.</exception>
    public static Cube Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < Magic.Length + 1 || !bytes.Span.StartsWith(Magic))
            throw new InvalidDataException("Not a cube.");
        var schema = bytes.Span[Magic.Length];
        if (schema is < 1 or > Schema)
            throw new InvalidDataException($"Cube schema {schema} is not known to this version ({Schema}).");
        try
        {
            using var file = new MemoryStream(bytes[(Magic.Length + 1)..].ToArray(), writable: false);
            using var brotli = new BrotliStream(file, CompressionMode.Decompress);
            using var reader = new BinaryReader(brotli, Encoding.UTF8);
            return ReadBody(reader, schema);
        }
        catch (Exception damage) when (damage is EndOfStreamException or FormatException or ArgumentException
            or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException("A damaged cube.", damage);
        }
    }

    private static void WriteBody(BinaryWriter writer, Cube cube)
    {
        var keys = new KeyTable(cube);
        var header = cube.Header;
        writer.Write(header.Wijkteam);
        writer.Write7BitEncodedInt(header.Month.Index);
        writer.Write(header.Delivery.Received.ToString("O", CultureInfo.InvariantCulture));
        writer.Write(header.Delivery.Id);
        writer.Write(header.ContentSha256);
        writer.Write(header.Taxonomie);
        writer.Write(header.Regels);
        writer.Write7BitEncodedInt(header.Activities);

        writer.Write7BitEncodedInt(keys.Keys.Count);
        foreach (var key in keys.Keys)
            writer.Write(key);
        WriteCases(writer, cube.Cases);
        writer.Write7BitEncodedInt(cube.Cells.Count);
        foreach (var cell in cube.Cells)
            WriteEntry(writer, cell.Measures, keys[cell.Wijk], keys[cell.Kwadrant], keys[cell.Probleem]);
        writer.Write7BitEncodedInt(cube.Totals.Count);
        foreach (var total in cube.Totals)
            WriteEntry(writer, total.Measures, keys[total.Wijk], keys[total.Kwadrant], 0);
        writer.Write7BitEncodedInt(cube.Pairs.Count);
        foreach (var pair in cube.Pairs)
            WriteEntry(writer, pair.Measures, keys[pair.Wijk], keys[pair.Eerste], keys[pair.Tweede]);
        writer.Write7BitEncodedInt(cube.Frictions is null ? 0 : cube.Frictions.Count + 1);
        foreach (var friction in cube.Frictions ?? [])
            WriteEntry(writer, friction.Measures, keys[friction.Wijk], keys[friction.Beleid], keys[friction.Wrijving]);
    }

    private static void WriteCases(BinaryWriter writer, IReadOnlyList<ulong> cases)
    {
        writer.Write7BitEncodedInt(cases.Count);
        Span<byte> hash = stackalloc byte[8];
        foreach (var value in cases)
        {
            BinaryPrimitives.WriteUInt64BigEndian(hash, value);
            writer.Write(hash);
        }
    }

    private static void WriteEntry(BinaryWriter writer, CubeMeasures measures, int first, int second, int third)
    {
        writer.Write7BitEncodedInt(first);
        writer.Write7BitEncodedInt(second);
        writer.Write7BitEncodedInt(third);
        writer.Write7BitEncodedInt(measures.Activities);
        writer.Write7BitEncodedInt64(measures.Minutes);
        writer.Write7BitEncodedInt(measures.WithoutMinutes);
        writer.Write7BitEncodedInt64(measures.Participants);
        writer.Write7BitEncodedInt(measures.WithoutCase);
        writer.Write7BitEncodedInt(measures.Cases.Count);
        var previous = 0;
        foreach (var position in measures.Cases)
        {
            writer.Write7BitEncodedInt(position - previous);
            previous = position;
        }
    }

    private static Cube ReadBody(BinaryReader reader, int schema)
    {
        var wijkteam = reader.ReadString();
        var month = new Month(reader.Read7BitEncodedInt());
        var received = DateTimeOffset.ParseExact(reader.ReadString(), "O", CultureInfo.InvariantCulture);
        var stamp = new DeliveryStamp(received, reader.ReadString());
        var header = new CubeHeader(
            wijkteam, month, stamp, reader.ReadString(), reader.ReadString(), reader.ReadString(),
            reader.Read7BitEncodedInt());

        var keys = ReadList(reader, r => r.ReadString());
        var cases = ReadList(reader, r => BinaryPrimitives.ReverseEndianness(r.ReadUInt64()));
        var cells = ReadList(reader, r => ReadEntry(r, cases.Length, (a, b, c, m) => new CubeCell(Key(a), Key(b), Key(c), m)));
        var totals = ReadList(reader, r => ReadEntry(r, cases.Length, (a, b, _, m) => new CubeTotal(Key(a), Key(b), m)));
        var pairs = ReadList(reader, r => ReadEntry(r, cases.Length, (a, b, c, m) => new CubePair(Key(a), Key(b), Key(c), m)));
        var counted = schema == 1 ? 0 : reader.Read7BitEncodedInt();
        return new Cube(header, cases, cells, totals, pairs)
        {
            Frictions = counted == 0 ? null : ReadList(reader, counted - 1, r => ReadEntry(
                r, cases.Length, (a, b, c, m) => new CubeFriction(Key(a), Key(b), Key(c), m))),
        };

        string Key(int position) =>
            (uint)position < (uint)keys.Length ? keys[position] : throw new FormatException("A key that is not there.");
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read) =>
        ReadList(reader, reader.Read7BitEncodedInt(), read);

    private static T[] ReadList<T>(BinaryReader reader, int count, Func<BinaryReader, T> read)
    {
        if (count is < 0 || count > LargestFile / 8)
            throw new FormatException("An impossible number of entries.");
        var list = new List<T>(Math.Min(count, 65_536));
        for (var i = 0; i < count; i++)
            list.Add(read(reader));
        return [.. list];
    }

    private static T ReadEntry<T>(BinaryReader reader, int caseCount, Func<int, int, int, CubeMeasures, T> make)
    {
        var first = reader.Read7BitEncodedInt();
        var second = reader.Read7BitEncodedInt();
        var third = reader.Read7BitEncodedInt();
        var activities = reader.Read7BitEncodedInt();
        var minutes = reader.Read7BitEncodedInt64();
        var withoutMinutes = reader.Read7BitEncodedInt();
        var participants = reader.Read7BitEncodedInt64();
        var withoutCase = reader.Read7BitEncodedInt();
        var count = reader.Read7BitEncodedInt();
        if (count < 0 || count > caseCount)
            throw new FormatException("An impossible number of cases.");
        var positions = new int[count];
        var position = 0;
        for (var i = 0; i < count; i++)
        {
            position += reader.Read7BitEncodedInt();
            positions[i] = (uint)position < (uint)caseCount ? position : throw new FormatException("A case that is not there.");
        }

        return make(first, second, third, new CubeMeasures(
            activities, minutes, withoutMinutes, participants, withoutCase, positions));
    }

    /// <summary>Every key once, in ordinal order; position 0 is the empty key.</summary>
    private sealed class KeyTable
    {
        private readonly Dictionary<string, int> _positions;

        public KeyTable(Cube cube)
        {
            var keys = cube.Cells.SelectMany(c => new[] { c.Wijk, c.Kwadrant, c.Probleem })
                .Concat(cube.Totals.SelectMany(t => new[] { t.Wijk, t.Kwadrant }))
                .Concat(cube.Pairs.SelectMany(p => new[] { p.Wijk, p.Eerste, p.Tweede }))
                .Concat((cube.Frictions ?? []).SelectMany(f => new[] { f.Wijk, f.Beleid, f.Wrijving }));
            Keys = [string.Empty, .. keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            _positions = Keys.Select((key, i) => (key, i)).ToDictionary(k => k.key, k => k.i, StringComparer.Ordinal);
        }

        public IReadOnlyList<string> Keys { get; }

        public int this[string key] => _positions[key];
    }
}
