using BenchmarkDotNet.Running;
using Signalering.Benchmarks.Detection;

namespace Signalering.Benchmarks;

/// <summary>Speed is measured here, never asserted in a test: <c>dotnet run -c Release --project tests/Signalering.Benchmarks</c>.</summary>
/// <remarks><c>-- detection-study</c> measures what the methods of detection find and miss.</remarks>
public static class Program
{
    public static void Main(string[] args)
    {
        if (args is ["detection-study", ..])
            DetectionStudy.Run(args[1..]);
        else
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
    }
}
