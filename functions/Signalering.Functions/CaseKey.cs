using System.Text;

namespace Signalering.Functions;

/// <summary>The municipality's secret for case numbers; never printed.</summary>
public sealed class CaseKey
{
    /// <summary>Stands in on a developer's machine, where all data are invented. Public, so worthless as a secret.</summary>
    public const string Development = "alleen-voor-ontwikkeling-niet-geheim";

    private CaseKey(byte[] bytes) => Bytes = bytes;

    /// <summary>Key material.</summary>
    internal byte[] Bytes { get; }

    /// <summary>From a setting: base64 of at least 32 bytes, or plain text of at least 32 characters.</summary>
    /// <exception cref="ArgumentException">Shorter: a deployment fault.</exception>
    public static CaseKey Of(string setting)
    {
        var bytes = new byte[setting.Length];
        var key = Convert.TryFromBase64String(setting, bytes, out var written) && written >= 32
            ? bytes[..written]
            : Encoding.UTF8.GetBytes(setting);
        if (key.Length < 32)
            throw new ArgumentException("Signalering__Casussleutel has at least 32 bytes (base64) or characters.", nameof(setting));
        return new CaseKey(key);
    }

    /// <summary>Says nothing.</summary>
    public override string ToString() => nameof(CaseKey);
}
