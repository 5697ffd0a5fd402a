using System.Globalization;
using BenchmarkDotNet.Running;
using Signalering.Benchmarks.Detection;
using Signalering.Benchmarks.Disclosure;

namespace Signalering.Benchmarks;

/// <summary>Speed is measured here and never asserted in a test.</summary>
/// <remarks><c>dotnet run -c Release --project tests/Signalering.Benchmarks -- intake [rows]</c> compares whole processes;
/// <c>-- classify</c> compares the classifier with a regex; <c>-- report</c> makes a quarter report of a large municipality;
/// <c>-- detection-study</c> measures what the methods of detection find and miss;
/// <c>-- protect [dense sparse 5k 50k]</c> measures what disclosure control costs; anything else goes to BenchmarkDotNet
/// (<c>--filter '*'</c>).</remarks>
public static class Program
{
    public static void Main(string[] args)
    {
        switch (args)
        {
            case ["intake", .. var rest]:
                IntakeMeasurement.Compare(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000_000);
                break;
            case ["classify"]:
                ClassifierMeasurement.Run();
                break;
            case ["once", var name, var path]:
                IntakeMeasurement.Once(name, path);
                break;
            case ["report", .. var rest]:
                ReportMeasurement.Compare(
                    rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 40,
                    rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 100);
                break;
            case ["report-once", var folder]:
                ReportMeasurement.Once(folder);
                break;
            case ["detection-study", .. var rest]:
                DetectionStudy.Run(rest);
                break;
            case ["protect", .. var sets]:
                ProtectionStudy.Run(sets);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                break;
        }
    }
}
