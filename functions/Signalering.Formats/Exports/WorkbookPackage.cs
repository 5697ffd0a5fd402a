using System.IO.Compression;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Looks at a zip before anything in it is unpacked: is it a workbook, and does it stay within
/// bounds?</summary>
internal static class WorkbookPackage
{
    private const int MostParts = 10_000;
    private const long SmallPart = 16L << 20;

    /// <summary>Why this zip is not read; null when it is a workbook that can be tried.</summary>
    public static Problem? Inspect(SourceStream source, ExportLimits limits)
    {
        try
        {
            using var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            return Oversized(zip, limits) ?? Unreadable(zip) ?? Unscreenable(zip);
        }
        catch (Exception damage) when (source.Fault is null && damage is not OutOfMemoryException)
        {
            return Messages.Beschadigd(null);
        }
    }

    private static Problem? Oversized(ZipArchive zip, ExportLimits limits)
    {
        if (zip.Entries.Count > MostParts)
            return ExportMessages.TooManyParts();
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            // The sizes are claims of the file, but unpacking stops at the claimed size.
            if (entry.Length < 0 || entry.Length > limits.MaxUnpackedBytes - total)
                return ExportMessages.UnpacksTooLarge(limits.MaxUnpackedBytes);
            total += entry.Length;
            if (entry.Length > SmallPart && entry.Length / limits.MaxUnpackRatio > entry.CompressedLength)
                return ExportMessages.UnpacksTooLarge(limits.MaxUnpackedBytes);
            if (IsSharedText(entry.FullName) && entry.Length > limits.MaxSharedTextBytes)
                return ExportMessages.UnpacksTooLarge(limits.MaxSharedTextBytes);
        }

        return null;
    }

    private static Problem? Unreadable(ZipArchive zip)
    {
        if (Has(zip, "vbaProject.bin"))
            return Messages.Bestandssoort("dit Excel-bestand bevat macro's (.xlsm)");
        if (Has(zip, "xl/workbook.bin"))
            return Messages.Bestandssoort("dit is een binair Excel-bestand (.xlsb)");
        if (Starts(zip, "xl/"))
            return null;
        if (Starts(zip, "word/"))
            return Messages.Bestandssoort("dit is een Word-document");
        if (Starts(zip, "ppt/"))
            return Messages.Bestandssoort("dit is een presentatie");
        return Has(zip, "mimetype") && Has(zip, "content.xml")
            ? Messages.Bestandssoort("dit is een OpenDocument-bestand (zoals .ods)")
            : Messages.Bestandssoort("dit is een zip-bestand: pak het eerst uit");
    }

    // What has no text that can be screened, though a person may read it.
    private static Problem? Unscreenable(ZipArchive zip)
    {
        if (Starts(zip, "xl/embeddings/") || Starts(zip, "xl/activeX/") || Has(zip, "oleObject1.bin"))
            return IntakeMessages.NietTeControleren("een ingesloten document of object");
        return Starts(zip, "xl/media/") ? IntakeMessages.NietTeControleren("een afbeelding") : null;
    }

    private static bool IsSharedText(string part) =>
        part.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);

    private static bool Has(ZipArchive zip, string ending) =>
        zip.Entries.Any(entry => Name(entry).EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool Starts(ZipArchive zip, string start) =>
        zip.Entries.Any(entry => Name(entry).StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string Name(ZipArchiveEntry entry) => WorkbookInfo.NameOf(entry);
}
