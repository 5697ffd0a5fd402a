namespace Signalering.LocalHost;

/// <summary>Runs for each version (path and ETag) of each blob that fits the path.</summary>
/// <param name="blobPath"><c>container/prefix/{a}/{b}</c>; the last token may match slashes, the others do not;
/// <c>%Setting%</c> is replaced from configuration.</param>
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>Path with tokens in braces.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Prefix of the settings with the storage account; the local host has one account for everything and
    /// keeps this for <c>functions.golden.json</c>.</summary>
    public string? Connection { get; set; }

    /// <summary>How Azure notices a blob. The local host always lists the container.</summary>
    public BlobTriggerSource Source { get; set; }
}

/// <summary>How Azure notices a blob.</summary>
public enum BlobTriggerSource
{
    /// <summary>By scanning the logs and the container.</summary>
    LogsAndContainerScan,

    /// <summary>By an Event Grid subscription.</summary>
    EventGrid,
}
