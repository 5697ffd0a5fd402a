using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Signalering.Domain.Reporting;

/// <summary>Tells whether two reports rest on the same deliveries, versions and parameters.</summary>
public static class ReportFingerprint
{
    /// <summary>SHA-256 over all parts in a fixed order, first 16 hex digits.</summary>
    /// <remarks>Ids and times of deliveries are left out: the same files through another storage account, or through
    /// no storage at all, give the same report.</remarks>
    public static string Of(
        Quarter period, string gemeente, ReportVersions versies, IReadOnlyDictionary<string, string> parameters,
        IEnumerable<ReportInput> invoer)
    {
        var text = new StringBuilder();
        text.Append(period).Append('\n').Append(gemeente).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{versies}\n");
        foreach (var (name, value) in parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append(name).Append('=').Append(value).Append('\n');
        foreach (var input in Sorted(invoer))
            text.Append(CultureInfo.InvariantCulture, $"{input}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>Inputs in the order in which they are written: by team, then month.</summary>
    public static IReadOnlyList<ReportInput> Sorted(IEnumerable<ReportInput> invoer) =>
    [
        .. invoer
            .OrderBy(i => i.Wijkteam, StringComparer.Ordinal)
            .ThenBy(i => i.Maand, StringComparer.Ordinal),
    ];
}
