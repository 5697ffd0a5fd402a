using System.Globalization;
using BenchmarkDotNet.Running;
using Signalering.Benchmarks.Detection;

namespace Signalering.Benchmarks;

/// <summary>Speed is measured here and never asserted in a test.</summary>
/// <remarks><c>dotnet run -c Release --project tests/Signalering.Benchmarks -- intake [rows]</c> compares whole processes;
/// <c>-- classify</c> compares the classifier with a regex; <c>-- detection-study</c> measures what the methods of
/// detection find and miss; anything else goes to BenchmarkDotNet (<c>--filter '*'</c>).</remarks>
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
            case ["detection-study", .. var rest]:
                DetectionStudy.Run(rest);
                break;
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                break;
        }
    }
}
