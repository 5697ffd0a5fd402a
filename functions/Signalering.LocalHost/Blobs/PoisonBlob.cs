namespace Signalering.LocalHost;

/// <summary>Message on <see cref="LocalQueues.PoisonBlobs"/>: a blob version that failed too often.</summary>
/// <param name="FunctionId">Name of the function.</param>
/// <param name="ContainerName">Container.</param>
/// <param name="BlobName">Name in the container.</param>
/// <param name="ETag">The version, quoted as in a header.</param>
/// <param name="Attempts">How often it was run.</param>
public sealed record PoisonBlob(string FunctionId, string ContainerName, string BlobName, string ETag, int Attempts);
