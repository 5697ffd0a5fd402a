using System.Reflection;
using Signalering.Cli.InMemory;
using Signalering.Domain.Counting;
using Signalering.Domain.Detection;
using Signalering.Domain.Municipality;
using Signalering.Domain.Taxonomy;

namespace Signalering.Cli.Tests.Detection;

/// <summary>Reads all deliveries of sample-data once, and looks for signals in the counts.</summary>
public sealed class SampleStory : IAsyncLifetime
{
    internal static string Root { get; } = typeof(SampleStory).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public List<Cube> Cubes { get; } = [];

    public Gemeente Gemeente { get; } = Gemeente.Parse(File.ReadAllBytes(Path.Combine(Root, "sample-data", "gemeente.json")));

    public SocialWorkTaxonomy Taxonomie { get; } =
        SocialWorkTaxonomy.Parse(File.ReadAllBytes(Path.Combine(Root, "seeds", "taxonomie.json")));

    /// <summary>Signals at the end of the story, every month assessed that can be.</summary>
    public SignalOutcome Outcome { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var data = Path.Combine(Root, "sample-data");
        using var pipeline = new InMemoryPipeline(
            Path.Combine(data, "exports"), Path.Combine(data, "gemeente.json"), new DateOnly(2026, 10, 15));
        await pipeline.ReadAll(null, CancellationToken.None);
        var entries = await pipeline.Cubes.List(new Month(2021, 1), new Month(2026, 12), CancellationToken.None);
        foreach (var entry in entries)
            Cubes.Add((await pipeline.Cubes.Read(entry, CancellationToken.None))!);
        var input = SignalInput.FromCubes(Cubes, Gemeente, Taxonomie, new Month(2026, 9));
        Outcome = SignalDetection.Run(input, new SignalOptions { AssessedMonths = 60 });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
