using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Signalering.LocalHost;

/// <summary>From a blob version to the values of a function's parameters.</summary>
internal static class BlobBinding
{
    /// <summary>Name of the parameter that receives the blob's address.</summary>
    public const string Uri = "uri";

    /// <summary>Whether a blob can become this type.</summary>
    public static bool IsTrigger(Type type) =>
        type == typeof(string) || type == typeof(Stream) || type == typeof(byte[]) ||
        type == typeof(BlobClient) || type == typeof(BlobBaseClient);

    /// <summary>The value of a parameter. Only the types that carry content read the blob.</summary>
    /// <exception cref="BlobGoneException">The blob has another content by now, or none.</exception>
    public static async ValueTask<object?> Bind(
        FunctionParameter parameter, BlobClient blob, BlobVersion version,
        IReadOnlyDictionary<string, string> tokens, CancellationToken cancellationToken)
    {
        if (parameter.Trigger is null)
            return parameter.Type == typeof(Uri) ? blob.Uri : tokens[parameter.Name];
        if (parameter.Type.IsAssignableFrom(typeof(BlobClient)))
            return blob;

        var conditions = new BlobRequestConditions { IfMatch = version.ETag };
        try
        {
            if (parameter.Type == typeof(Stream))
            {
                return await blob.OpenReadAsync(
                    new BlobOpenReadOptions(allowModifications: false) { Conditions = conditions }, cancellationToken);
            }

            BlobDownloadResult download = await blob.DownloadContentAsync(
                new BlobDownloadOptions { Conditions = conditions }, cancellationToken);
            return parameter.Type == typeof(string) ? download.Content.ToString() : download.Content.ToArray();
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            throw new BlobGoneException();
        }
    }
}

/// <summary>The version was overwritten or deleted before it was read: the new one, if any, runs by itself.</summary>
internal sealed class BlobGoneException : Exception;
