using System.Text;
using Signalering.Domain.Intake;
using Signalering.Formats.Exports;

namespace Signalering.Formats.Tests.Exports;

public class KindTests
{
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
    private static readonly byte[] Workbook = WorkbookReadTests.Make(sheet =>
    {
        sheet.Cell(1, 1).SetValue("Datum");
        sheet.Cell(2, 1).SetValue("1-3-2026");
    });

    public static TheoryData<string, byte[], string, string> Refused => new()
    {
        { "oud.xls", OldExcel, "SIG1007", "oude versie" },
        { "oud.csv", OldExcel, "SIG1007", "oude versie" },
        { "dicht.xlsx", [.. OldExcel, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "SIG1007", "wachtwoord" },
        { "a.pdf", "%PDF-1.7 …"u8.ToArray(), "SIG1007", "PDF" },
        { "a.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "SIG1007", "afbeelding" },
        { "a.xls", "\r\n<html><table><tr><td>Datum"u8.ToArray(), "SIG1007", "HTML" },
        { "a.csv", Encoding.UTF8.GetBytes("\uFEFF<!DOCTYPE html><p>"), "SIG1007", "HTML" },
        { "a.xlsx", "<?xml version=\"1.0\"?><Workbook/>"u8.ToArray(), "SIG1007", "XML" },
        { "a.xlsx", "Datum;Tekst\n1-3-2026;x\n"u8.ToArray(), "SIG1007", "tekstbestand" },
        { "a.csv", Workbook, "SIG1007", "Excel-bestand (.xlsx)" },
        { "a.dat", "Datum;Tekst\n1-3-2026;x\n"u8.ToArray(), "SIG1007", ".csv, .tsv, .txt of .xlsx" },
        { "zonder", Workbook, "SIG1007", ".csv, .tsv, .txt of .xlsx" },
        { "a.xlsm", Package.Zip(("xl/workbook.xml", "x"), ("xl/vbaProject.bin", "x")), "SIG1007", "macro" },
        { "a.xlsx", Package.Zip(("xl/workbook.xml", "x"), ("xl/vbaProject.bin", "x")), "SIG1007", "macro" },
        { "a.xlsx", Package.Zip(("xl/workbook.bin", "x")), "SIG1007", "binair" },
        { "a.xlsx", Package.Zip(("word/document.xml", "x")), "SIG1007", "Word" },
        { "a.xlsx", Package.Zip(("mimetype", "x"), ("content.xml", "x")), "SIG1007", "OpenDocument" },
        { "a.zip", Package.Zip(("a.csv", "x")), "SIG1007", "zip" },
        { "a.xlsx", Workbook[..(Workbook.Length / 2)], "SIG1011", "beschadigd" },
        { "a.xlsx", Package.Zip(("xl/workbook.xml", "<geen xml")), "SIG1011", "beschadigd" },
        { "a.xlsx", [1, 2, 3, 4, 0, 0, 0, 9], "SIG1011", "beschadigd" },
        { "a.csv", [], "SIG1003", "leeg" },
        { "a.xlsx", [], "SIG1003", "leeg" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_read_says_what_it_is_and_what_to_do(string name, byte[] bytes, string code, string word)
    {
        var refusal = ReadExport.From(bytes, name).Refusal;

        Assert.Equal(code, refusal?.Code.Value);
        Assert.Equal(Place.Bestand, refusal?.Waar);
        Assert.Contains(word, refusal?.Uitleg, StringComparison.Ordinal);
        Assert.Contains("Verwacht: ", refusal?.Uitleg, StringComparison.Ordinal);
        Assert.Contains("opnieuw aan", refusal?.Uitleg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.TSV")]
    [InlineData("map/a.txt")]
    public void Text_may_have_any_of_the_three_extensions(string name) =>
        Assert.Equal(2, ReadExport.From("a\tb\n1\t2\n", name).Rows.Count);

    [Fact]
    public void A_text_that_starts_with_a_smaller_than_sign_is_no_web_page() =>
        Assert.Equal(2, ReadExport.From("<18 jaar;>18 jaar\n1;2\n").Rows.Count);

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_read()
    {
        var stream = new SlowStream(new byte[2001]) { FailAfterReads = 0 };
        var refusal = ReadExport.From(stream, "a.csv", new ExportLimits { MaxBytes = 2000 }).Refusal;
        Assert.Equal(ProblemCode.TeGroot, refusal?.Code);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        // 40 million times the same letter packs a thousand to one; the limit on the sum is not needed to see it.
        var bomb = Package.Zip(("xl/workbook.xml", "x"), ("xl/worksheets/sheet1.xml", new string(' ', 40_000_000)));
        Assert.True(bomb.Length < 100_000);
        Assert.Equal(ProblemCode.TeGroot, ReadExport.From(bomb, "a.xlsx").Refusal?.Code);

        var large = Package.Zip(("xl/workbook.xml", "x"), ("xl/a.xml", new string(' ', 10_000)));
        Assert.Equal(ProblemCode.TeGroot, ReadExport.From(
            large, "a.xlsx", new ExportLimits { MaxUnpackedBytes = 9_000 }).Refusal?.Code);
    }

    [Fact]
    public void The_list_of_texts_has_a_limit_of_its_own()
    {
        var zip = Package.Zip(("xl/workbook.xml", "x"), ("xl/sharedStrings.xml", new string(' ', 10_000)));
        Assert.Equal(ProblemCode.TeGroot, ReadExport.From(
            zip, "a.xlsx", new ExportLimits { MaxSharedTextBytes = 9_000 }).Refusal?.Code);
    }

    [Theory]
    [InlineData("EncryptedPackage", "wachtwoord")]
    [InlineData("Workbook", ".xls")]
    [InlineData("Book", ".xls")]
    [InlineData("WordDocument", ".doc")]
    [InlineData("__substg1.0_001A001E", "Outlook")]
    [InlineData("Iets anders", ".xls, .doc")]
    public void An_old_container_is_named_for_what_its_directory_holds(string entry, string word)
    {
        foreach (var bytes in (byte[][])[Container(entry, far: false), Container(entry, far: true)])
        {
            var refusal = ReadExport.From(bytes, "a.xlsx").Refusal;
            Assert.Equal("SIG1007", refusal?.Code.Value);
            Assert.Contains(word, refusal?.Uitleg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_part_that_unpacks_to_more_than_it_claims_is_not_unpacked_on()
    {
        var rows = string.Concat(Enumerable.Range(1, 400_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>"));
        var zip = Package.Sheet(rows);
        var sheet = Package.Parts(rows)[^1].Content.Length;
        Claim(zip, (uint)sheet, 1000);

        var export = ReadExport.From(zip, "a.xlsx");
        Assert.Equal(ProblemCode.Beschadigd, (export.Refusal ?? export.Failure)?.Code);
        Assert.True(export.Rows.Count < 1000);
    }

    // A container of which the directory stands in one sector, or in two of which the second lies after 200 KB.
    private static byte[] Container(string entry, bool far)
    {
        const int Sector = 512;
        var farSector = far ? 400 : 2;
        var bytes = new byte[(farSector + 2) * Sector];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(bytes, 0);
        BitConverter.TryWriteBytes(bytes.AsSpan(30), (ushort)9);
        BitConverter.TryWriteBytes(bytes.AsSpan(48), 1u); // first directory sector
        for (var i = 0; i < 109; i++)
            BitConverter.TryWriteBytes(bytes.AsSpan(76 + (i * 4)), i == farSector / 128 || i == 0 ? 0u : uint.MaxValue);
        Array.Fill(bytes, (byte)0xFF, Sector, Sector); // allocation table, sector 0
        BitConverter.TryWriteBytes(bytes.AsSpan(Sector + 4), (uint)farSector);
        Entry(2 * Sector, "Root Entry");
        Entry((farSector + 1) * Sector, entry);
        return bytes;

        void Entry(int at, string name)
        {
            Encoding.Unicode.GetBytes(name).CopyTo(bytes, at);
            BitConverter.TryWriteBytes(bytes.AsSpan(at + 64), (ushort)((name.Length + 1) * 2));
        }
    }

    // Writes another unpacked size wherever the zip has this one.
    private static void Claim(byte[] zip, uint size, uint claim)
    {
        var found = 0;
        for (var i = 0; i + 4 <= zip.Length; i++)
        {
            if (BitConverter.ToUInt32(zip, i) != size)
                continue;
            BitConverter.TryWriteBytes(zip.AsSpan(i), claim);
            found++;
        }

        Assert.True(found >= 1);
    }
}
