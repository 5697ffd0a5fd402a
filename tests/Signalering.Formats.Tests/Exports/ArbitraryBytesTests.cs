using System.Diagnostics;
using CsCheck;

namespace Signalering.Formats.Tests.Exports;

/// <summary>No bytes make the reader throw, hang or show what is in a file.</summary>
public class ArbitraryBytesTests
{
    private const string Good =
        "\uFEFFDatum;Duur;Omschrijving\r\n1-3-2026;45;\"cliënt; belt \"\"terug\"\"\"\r\n\r\n2-3-2026;0,75;één\r\n";

    private static readonly byte[] GoodText = System.Text.Encoding.UTF8.GetBytes(Good);
    private static readonly (string Name, string Content)[] GoodParts = Package.Parts(
        "<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"inlineStr\"><is><t>Datum</t></is></c><c r=\"B1\" s=\"1\"><v>45747.5</v></c>" +
        "<c r=\"C1\" t=\"b\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" t=\"str\"><f>1+1</f><v>x</v></c></row>",
        "<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"dd-mm-yyyy\"/></numFmts>" +
        "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>",
        "<dimension ref=\"A1:C3\"/>");

    private static readonly byte[] GoodZip = WorkbookReadTests.Make(sheet =>
    {
        for (var i = 1; i < 20; i++)
            sheet.Cell(i, 1).SetValue("tekst " + i).CellRight().SetValue(i * 0.5).CellRight().SetValue(new DateTime(2026, 3, i));
    });

    [Fact]
    public void Random_bytes_are_read_or_refused() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            Inspect(bytes, "a.csv");
            Inspect(bytes, "a.xlsx");
            Inspect([.. "PK\u0003\u0004"u8, .. bytes], "a.xlsx");
            Inspect([0xFF, 0xFE, .. bytes], "a.txt");
        }, iter: 3000);

    [Fact]
    public void Random_characters_of_CSV_are_read_or_refused() =>
        Gen.Int[0, 8].Select(i => "\";,\n\ra \u00C3\u00AB"[i]).Select(c => (byte)c).Array[0, 200].Sample(bytes => Inspect(bytes, "a.csv"), iter: 5000);

    [Fact]
    public void A_good_file_with_a_few_changed_bytes_is_read_or_refused() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte, (at, value) => (at, value)).Array[1, 6].Sample(changes =>
        {
            Inspect(Change(GoodText, changes), "a.csv");
            Inspect(Change(GoodZip, changes), "a.xlsx");
            Inspect(Change(GoodZip, changes)[..^(changes[0].at % GoodZip.Length)], "a.xlsx");
        }, iter: 1500);

    [Fact]
    public void A_workbook_with_changed_parts_is_read_or_refused() =>
        Gen.Select(Gen.Int[0, GoodParts.Length - 1], Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte[0x20, 0x7E]).Array[1, 5])
            .Sample((part, changes) =>
            {
                var parts = GoodParts.ToArray();
                var content = System.Text.Encoding.UTF8.GetBytes(parts[part].Content);
                parts[part].Content = System.Text.Encoding.UTF8.GetString(Change(content, changes));
                Inspect(Package.Zip(parts), "a.xlsx");
            }, iter: 1500);

    [Fact]
    public void Problems_do_not_repeat_what_is_in_the_file()
    {
        foreach (var (name, bytes) in new (string, byte[])[]
        {
            ("geheim.csv", "a;b\n1;\"geheim"u8.ToArray()), ("geheim.dat", "geheim;geheim"u8.ToArray()),
            ("geheim.xls", "<html>geheim"u8.ToArray()), ("x.geheim", "geheim"u8.ToArray()),
            ("geheim.xlsx", Package.Zip(("geheim", "geheim"))),
        })
        {
            var export = ReadExport.From(bytes, name);
            Assert.DoesNotContain("geheim", (export.Refusal ?? export.Failure)!.ToString(), StringComparison.Ordinal);
        }
    }

    private static byte[] Change(byte[] good, (int At, byte Value)[] changes)
    {
        var bytes = good.ToArray();
        foreach (var (at, value) in changes)
            bytes[at % bytes.Length] = value;
        return bytes;
    }

    private static void Inspect(byte[] bytes, string name)
    {
        var clock = Stopwatch.StartNew();
        var export = ReadExport.From(bytes, name);
        if (export.Refusal is null)
            Assert.All(export.Numbers.Zip(export.Numbers.Skip(1)), pair => Assert.True(pair.Second == pair.First + 1 || pair.Second == 1));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
    }
}
