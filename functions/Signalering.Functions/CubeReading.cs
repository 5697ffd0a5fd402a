using Signalering.Domain.Counting;
using Signalering.Domain.Deliveries;

namespace Signalering.Functions;

/// <summary>Reads the cubes of a report.</summary>
internal static class CubeReading
{
    /// <summary>All cubes as they were listed; null when one has changed since.</summary>
    public static async Task<IReadOnlyList<Cube>?> ReadAll(
        this ICubeStore cubes, IReadOnlyList<CubeEntry> entries, CancellationToken cancellationToken)
    {
        var read = new List<Cube>(entries.Count);
        foreach (var entry in entries)
        {
            if (await cubes.Read(entry, cancellationToken) is not { } cube)
                return null;
            read.Add(cube);
        }

        return read;
    }
}
