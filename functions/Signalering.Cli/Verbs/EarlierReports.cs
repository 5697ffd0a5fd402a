using System.Text.Json;
using Signalering.Domain.Disclosure;
using Signalering.Domain.Reporting;
using Signalering.Formats.Reports;

namespace Signalering.Cli.Verbs;

/// <summary>Reads what was published before from a file or from a folder with reports.</summary>
internal static class EarlierReports
{
    /// <summary>All tables; those of a folder in the order of the paths, so that a later period or version counts.</summary>
    /// <exception cref="UserFaultException">There is nothing to read, or it is something else.</exception>
    public static PublishedTables Read(FileSystemInfo place)
    {
        string[] files = Directory.Exists(place.FullName)
            ? [.. Directory.EnumerateFiles(place.FullName, ReportFiles.GepubliceerdName, SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : File.Exists(place.FullName)
                ? [place.FullName]
                : throw new UserFaultException($"{place} bestaat niet. Verwacht: een map met eerdere rapporten, of een {ReportFiles.GepubliceerdName}.");
        return files.Length > 0
            ? files.Aggregate(PublishedTables.None, (all, file) => all.With(Parse(file)))
            : throw new UserFaultException(
                $"In {place} staat geen {ReportFiles.GepubliceerdName}. Verwacht: de map die een eerder 'report' schreef.");
    }

    /// <summary>The folder with the last report about a period; null when there is none.</summary>
    public static string? Of(FileSystemInfo place, Quarter period) => Directory.Exists(place.FullName)
        ? Directory.EnumerateFiles(place.FullName, ReportFiles.ManifestName, SearchOption.AllDirectories)
            .Where(file => ManifestWriter.Read(File.ReadAllBytes(file))?.Periode == period.ToString())
            .Order(StringComparer.Ordinal)
            .Select(Path.GetDirectoryName)
            .LastOrDefault()
        : null;

    private static PublishedTables Parse(string file)
    {
        try
        {
            return PublishedTables.Parse(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new UserFaultException(
                $"{Path.GetFileName(file)}: geen gepubliceerde tabellen van deze versie. Neem het bestand van een eerder rapport, onveranderd.");
        }
    }
}
