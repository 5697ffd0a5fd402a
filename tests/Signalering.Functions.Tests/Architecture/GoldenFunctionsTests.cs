using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Signalering.Functions.Tests.Storage;
using Signalering.LocalHost;

namespace Signalering.Functions.Tests.Architecture;

public sealed class GoldenFunctionsTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string Golden =
        Path.Combine(AzuriteFixture.RepositoryRoot, "functions", "Signalering.Functions", "functions.golden.json");

    [Fact]
    public void The_functions_and_their_bindings_are_those_of_the_committed_list()
    {
        var found = Describe();
        var committed = File.Exists(Golden) ? File.ReadAllText(Golden).ReplaceLineEndings("\n") : string.Empty;
        if (found == committed)
            return;

        var received = Golden.Replace(".golden.", ".golden.received.", StringComparison.Ordinal);
        File.WriteAllText(received, found);
        Assert.Fail(
            $"The functions changed. If that was meant: mv {Path.GetFileName(received)} {Path.GetFileName(Golden)}");
    }

    // The words of function.json, so that it can be laid beside what the worker's build makes, and the parameters.
    private static string Describe()
    {
        var functions = FunctionCatalog.Find(typeof(LocalPipeline).Assembly);
        var list = JsonNode.Parse(FunctionCatalog.Describe(typeof(LocalPipeline).Assembly))!.AsArray();
        foreach (var (json, function) in list.Zip(functions))
        {
            var parameters = function.Parameters.Select(parameter => $"{parameter.Type.Name} {parameter.Name}");
            json!["parameters"] = new JsonArray([.. parameters.Select(text => JsonValue.Create(text))]);
        }

        return list.ToJsonString(Indented) + "\n";
    }
}
