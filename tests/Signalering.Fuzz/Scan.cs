using Signalering.Domain.Intake;
using Signalering.Domain.Screening;
using Signalering.Formats.Exports;

namespace Signalering.Fuzz;

/// <summary>What the detectors say of every cell of a folder of exports: for invented data only, it prints what was found.</summary>
internal static class Scan
{
    public static int Run(string folder, TextWriter output)
    {
        var detector = new PersonalDataDetector(Seeds.Lexicon, Seeds.Allowed);
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        var (rows, flagged, sure) = (0, 0, 0);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var content = File.OpenRead(path);
            if (new ExportReader().Open(content, Path.GetFileName(path)) is not OpenedExport.Table table)
                continue;
            while (table.Rows.Read())
            {
                var found = Look(table.Rows, detector, hits);
                (rows, flagged, sure) = (rows + 1, flagged + (found >= 0 ? 1 : 0), sure + (found > 0 ? 1 : 0));
            }
        }

        foreach (var (what, count) in hits.OrderByDescending(hit => hit.Value))
            output.WriteLine($"{count,6} {what}");
        output.WriteLine($"{rows} rows, flagged {(double)flagged / rows:P2}, midden+ {(double)sure / rows:P2}");
        return 0;
    }

    // Highest level in the row; −1 when nothing was found.
    private static int Look(IExportRows rows, PersonalDataDetector detector, Dictionary<string, int> hits)
    {
        var highest = -1;
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column).ToString();
            foreach (var finding in detector.Find(cell, 2026))
            {
                highest = Math.Max(highest, (int)finding.Level);
                var what = $"{finding.Rule}:{PersonalDataNames.Key(finding.Level)} [{cell.Substring(finding.Start, finding.Length)}]";
                hits[what] = hits.GetValueOrDefault(what) + 1;
            }
        }

        return highest;
    }
}
