using System.Text.Json;
using System.Text.Json.Nodes;
using Signalering.Domain.Detection;

namespace Signalering.Cli.Series;

/// <summary>Reads options of a golden run.</summary>
internal static class GoldenControl
{
    /// <summary>Options of <c>farringtonFlexible</c>; what is not there has the package's default.</summary>
    public static FarringtonControl Farrington(JsonElement control)
    {
        var package = FarringtonControl.Package;
        var w = (int)control.Number("w", package.Reference.HalfWindow);
        var limit = control.Numbers("limit54");
        return package with
        {
            Reference = new ReferenceMonths(
                (int)control.Number("b", package.Reference.YearsBack),
                w,
                (int)control.Number("noPeriods", package.Reference.Levels),
                (int)control.Number("pastWeeksNotIncluded", w)),
            Trend = control.Flag("trend", true),
            TrendThreshold = control.Number("pThresholdTrend", package.TrendThreshold),
            Reweight = control.Flag("reweight", true),
            WeightsThreshold = control.Number("weightsThreshold", package.WeightsThreshold),
            Alpha = control.Number("alpha", package.Alpha),
            LowCountCases = limit.Length > 0 ? limit[0] : package.LowCountCases,
            LowCountMonths = limit.Length > 1 ? (int)limit[1] : package.LowCountMonths,
            Power = Power(control),
        };
    }

    private static PowerTransform Power(JsonElement control)
    {
        var text = control.ValueKind == JsonValueKind.Object && control.TryGetProperty("powertrans", out var value)
            ? value.ToString()
            : "2/3";
        return text switch
        {
            "none" => PowerTransform.None,
            "1/2" => PowerTransform.Half,
            "2/3" => PowerTransform.TwoThirds,
            _ => throw new UserFaultException($"Onbekende powertrans '{text}'. Verwacht: none, 1/2 of 2/3."),
        };
    }

    /// <summary>A number, or <paramref name="otherwise"/> when it is absent or null.</summary>
    public static double Number(this JsonElement element, string name, double otherwise) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : otherwise;

    /// <summary>A flag; 0 and 1 will do.</summary>
    public static bool Flag(this JsonElement element, string name, bool otherwise) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Number => value.GetDouble() != 0,
                _ => otherwise,
            }
            : otherwise;

    /// <summary>Numbers, null as NaN; empty when absent.</summary>
    public static double[] Numbers(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number ? v.GetDouble() : double.NaN)]
            : [];

    /// <summary>Months to test, 1-based; a single number will do.</summary>
    public static int[] Range(this JsonElement element, IEnumerable<int> otherwise)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("range", out var value))
            return [.. otherwise];
        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Select(v => (int)v.GetDouble())],
            JsonValueKind.Number => [(int)value.GetDouble()],
            _ => [.. otherwise],
        };
    }

    /// <summary>The run without its results.</summary>
    public static JsonObject Copy(this JsonElement run, params string[] results)
    {
        var copy = new JsonObject();
        foreach (var property in run.EnumerateObject())
        {
            if (!results.Contains(property.Name, StringComparer.Ordinal))
                copy[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return copy;
    }
}

/// <summary>Makes columns of results.</summary>
internal static class Columns
{
    /// <summary>NaN and null become null, infinity "Infinity".</summary>
    public static JsonArray Of(IEnumerable<double?> values)
    {
        var array = new JsonArray();
        foreach (var value in values)
        {
            array.Add(value is not { } number || double.IsNaN(number) ? null
                : double.IsInfinity(number) ? JsonValue.Create(number > 0 ? "Infinity" : "-Infinity")
                : JsonValue.Create(number));
        }

        return array;
    }

    /// <inheritdoc cref="Of(IEnumerable{double?})"/>
    public static JsonArray Of(IEnumerable<double> values) => Of(values.Select(v => (double?)v));

    /// <summary>Whole numbers.</summary>
    public static JsonArray Of(IEnumerable<int> values) => Of(values.Select(v => (double?)v));

    /// <summary>1, 0 or null.</summary>
    public static JsonArray Of(IEnumerable<bool?> values) =>
        Of(values.Select(v => v is null ? null : v.Value ? 1 : (double?)0));

    /// <summary>Whether y is above the bound; null when either is missing.</summary>
    public static bool? Above(double y, double bound) =>
        double.IsNaN(y) || double.IsNaN(bound) ? null : y > bound;
}
