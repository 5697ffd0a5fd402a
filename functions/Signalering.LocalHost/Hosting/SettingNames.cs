using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Signalering.LocalHost;

/// <summary><c>%Setting%</c> in the name of a queue, container or schedule.</summary>
internal static partial class SettingNames
{
    /// <summary>The text with every setting replaced by its value.</summary>
    /// <exception cref="InvalidOperationException">A setting has no value.</exception>
    public static string Resolve(string text, IConfiguration configuration) => Setting().Replace(text, match =>
    {
        // In Azure a setting is an environment variable, with __ for the colon of configuration.
        var name = match.Groups[1].Value;
        return configuration[name.Replace("__", ":", StringComparison.Ordinal)]
            ?? throw new InvalidOperationException($"Setting '{name}', named by a trigger, has no value.");
    });

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
