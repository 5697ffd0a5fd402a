using System.Security.Cryptography;
using System.Text;
using Azure;

namespace Signalering.LocalHost;

/// <summary>One content of one blob: overwritten, it is another version.</summary>
/// <param name="Name">Name in its container. May be personal: never logged.</param>
/// <param name="ETag">The content's ETag; a listing gives it without quotes, its header form (<c>H</c>) has them.
/// </param>
internal sealed record BlobVersion(string Name, ETag ETag)
{
    /// <summary>32 hexadecimal digits that stand for the version in markers and logs.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{ETag.ToString("H")}")).AsSpan(0, 16));

    /// <summary>The hash: a version is printed without its name.</summary>
    public override string ToString() => Hash;
}
