using BenchmarkDotNet.Running;

namespace Signalering.Benchmarks;

/// <summary>Speed is measured here, never asserted in a test: <c>dotnet run -c Release --project tests/Signalering.Benchmarks</c>.</summary>
public static class Program
{
    public static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
