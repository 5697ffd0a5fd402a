namespace Signalering.Domain.Counting;

/// <summary>What a store says of a cube without reading it.</summary>
/// <param name="Header">Where its counts come from.</param>
/// <param name="Replaced">What it took the place of; null when it is the first for its team and month.</param>
/// <param name="Version">Version of the stored bytes (ETag).</param>
public sealed record CubeEntry(CubeHeader Header, ReplacedCube? Replaced, string Version);

/// <summary>What was there before.</summary>
/// <param name="Activities">Activities that it counted.</param>
/// <param name="ContentSha256">SHA-256 of the file that it came from.</param>
public sealed record ReplacedCube(int Activities, string ContentSha256);

/// <summary>What became of an attempt to replace a cube.</summary>
/// <param name="Month">Month of the cube.</param>
/// <param name="Stored">False when a newer delivery was there already.</param>
/// <param name="Replaced">What it took the place of; null when it is the first.</param>
public sealed record CubeReplacement(Month Month, bool Stored, ReplacedCube? Replaced)
{
    /// <summary>The rule for every store: the later delivery stays, and the same delivery again changes nothing.</summary>
    /// <param name="existing">What is there; null when nothing is.</param>
    /// <param name="offered">What comes.</param>
    public static CubeReplacement Decide(CubeEntry? existing, CubeHeader offered)
    {
        if (existing is null)
            return new CubeReplacement(offered.Month, Stored: true, null);
        if (existing.Header.Delivery.Id == offered.Delivery.Id)
            return new CubeReplacement(offered.Month, Stored: true, existing.Replaced);
        if (existing.Header.Delivery > offered.Delivery)
            return new CubeReplacement(offered.Month, Stored: false, null);
        return new CubeReplacement(
            offered.Month, Stored: true, new ReplacedCube(existing.Header.Activities, existing.Header.ContentSha256));
    }
}
