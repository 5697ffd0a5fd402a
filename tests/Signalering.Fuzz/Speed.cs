using System.Text;
using Signalering.Domain;
using Signalering.Domain.Counting;
using Signalering.Domain.Intake;
using Signalering.Domain.Screening;
using Signalering.Formats.Exports;

namespace Signalering.Fuzz;

/// <summary>Processor time of reading, of reading and screening, and of the whole intake pass, over one sample delivery repeated.</summary>
internal static class Speed
{
    public static int Run(string delivery, int count, TextWriter output)
    {
        var lines = File.ReadAllLines(delivery, Encoding.Latin1);
        using var file = new MemoryStream();
        using (var writer = new StreamWriter(file, Encoding.Latin1, leaveOpen: true))
        {
            writer.WriteLine(lines[0]);
            for (var i = 0; i < count; i++)
                writer.WriteLine(lines[1 + (i % (lines.Length - 1))]);
        }

        output.WriteLine($"{count} rows, {file.Length / 1e6:F0} MB");
        Time("reading", () => Read(file, _ => { }));
        var knowledge = Seeds.Knowledge();
        var gate = new PrivacyGate(Seeds.Lexicon, Seeds.Allowed, 2026, new ProblemList());
        ColumnMap? map = null;
        Time("reading and screening", () => Read(file, rows =>
        {
            if (map is not null)
                gate.Inspect(rows);
            else
                gate.Begin(rows, map = ColumnMap.Of(rows, knowledge.HeadersOf(null), [], []));
        }));
        var pass = new IntakePass(knowledge, new IntakeOptions());
        Time("whole intake pass", () => Intake(pass, file));
        return 0;

        void Time(string what, Action action)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var start = Environment.CpuUsage.TotalTime;
            action();
            output.WriteLine(
                $"  {what,-22} {(Environment.CpuUsage.TotalTime - start).TotalSeconds:F2} s, " +
                $"{(GC.GetTotalAllocatedBytes() - allocated) / (double)count:F0} bytes a row");
        }
    }

    private static void Read(MemoryStream file, Action<IExportRows> look)
    {
        file.Position = 0;
        using var rows = ((OpenedExport.Table)new ExportReader().Open(file, "levering.csv")).Rows;
        while (rows.Read())
            look(rows);
    }

    private static void Intake(IntakePass pass, MemoryStream file)
    {
        file.Position = 0;
        var team = Seeds.Knowledge().Gemeente.Wijkteams[1];
        var stamp = new DeliveryStamp(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), "snelheid");
        pass.Run(
            new ExportReader().Open(file, "levering.csv"), team, stamp, new CaseHasher("sleutel voor een meting"u8, team.Sleutel),
            CancellationToken.None);
    }
}
