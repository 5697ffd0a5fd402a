using Signalering.Cli.InMemory;
using Signalering.Cli.Tests.Sample;
using Signalering.Domain.Counting;

[assembly: AssemblyFixture(typeof(SampleFixture))]

namespace Signalering.Cli.Tests.Sample;

/// <summary>The sample exports through the intake pass, once for all tests.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    public InMemoryPipeline Pipeline { get; } =
        new(Repository.Exports, Repository.Municipality, new DateOnly(2026, 10, 31));

    public IReadOnlyList<Cube> Cubes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await Pipeline.ReadAll(null, cancellation);
        var cubes = new List<Cube>();
        foreach (var entry in await Pipeline.Cubes.List(new Month(0), new Month(int.MaxValue), cancellation))
            cubes.Add((await Pipeline.Cubes.Read(entry, cancellation))!);
        Cubes = cubes;
    }

    public ValueTask DisposeAsync()
    {
        Pipeline.Dispose();
        return ValueTask.CompletedTask;
    }
}
