using System.Globalization;

namespace Signalering.Formats.Tests;

/// <summary>Runs something under the cultures that change decimals, dates and sorting.</summary>
internal static class Cultures
{
    public static IReadOnlyList<T> InEach<T>(Func<T> make)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            return [.. new[] { "nl-NL", "en-US", "", "tr-TR" }.Select(name =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                return make();
            })];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
