using System.Text.Json;

namespace Signalering.Infra.Tests;

/// <summary>What would be deployed: the committed result of <c>bicep snapshot</c>.</summary>
internal static class Snapshot
{
    private static readonly JsonElement Root = Repository.Json("infra/main.snapshot.json");

    public static IReadOnlyList<Resource> Resources { get; } =
        [.. Root.GetProperty("predictedResources").EnumerateArray().Select(json => new Resource(json))];

    public static IReadOnlyDictionary<string, string> Outputs { get; } =
        Root.GetProperty("outputs").EnumerateObject().ToDictionary(
            output => output.Name, output => output.Value.ToString(), StringComparer.Ordinal);

    /// <summary>The account with the inbox and the reports.</summary>
    public static Resource DataAccount =>
        OfType("Microsoft.Storage/storageAccounts").Single(account => account.Name == Outputs["opslagaccount"]);

    /// <summary>Resources of this type; never none, so that a test over all of them cannot pass on nothing.</summary>
    public static IReadOnlyList<Resource> OfType(string type)
    {
        Resource[] found = [.. Resources.Where(resource => resource.Type == type)];
        Assert.True(found.Length > 0, $"The snapshot has no {type}.");
        return found;
    }

    /// <summary>The function app's settings.</summary>
    public static Dictionary<string, string> Settings =>
        OfType("Microsoft.Web/sites").Single().Json
            .GetProperty("properties").GetProperty("siteConfig").GetProperty("appSettings").EnumerateArray()
            .ToDictionary(
                setting => setting.GetProperty("name").GetString()!,
                setting => setting.GetProperty("value").GetString()!,
                StringComparer.Ordinal);
}

/// <summary>One resource of the snapshot.</summary>
internal sealed record Resource(JsonElement Json)
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Type => Json.GetProperty("type").GetString()!;

    public string Name => Json.GetProperty("name").GetString()!;

    /// <summary>The last part of the name: <c>exports</c> of <c>account/default/exports</c>.</summary>
    public string OwnName => Name.Split('/')[^1];

    /// <summary>The value at a path as text (<c>properties.sku.name</c>); null when it is not there.</summary>
    public string? this[string path]
    {
        get
        {
            var json = Json;
            foreach (var part in path.Split('.'))
                if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(part, out json))
                    return null;
            return json.ToString();
        }
    }

    /// <summary>For an extension (role, lock, diagnostic setting): the id of what it is on.</summary>
    public string Scope => Id[..Id.LastIndexOf("/providers/", StringComparison.Ordinal)];

    public bool IsBelow(Resource parent) => Id.StartsWith(parent.Id + "/", StringComparison.Ordinal);
}
