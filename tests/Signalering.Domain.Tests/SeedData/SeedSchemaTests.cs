using NJsonSchema;

namespace Signalering.Domain.Tests.SeedData;

public class SeedSchemaTests
{
    /// <summary>Every file in <c>seeds/</c> that has a schema beside it.</summary>
    public static TheoryData<string> WithSchema() =>
        [.. Directory.GetFiles(Path.Combine(SeedFiles.Folder, "schema"), "*.schema.json")
            .Select(path => Path.GetFileName(path).Replace(".schema.json", ".json", StringComparison.Ordinal))
            .Where(name => File.Exists(Path.Combine(SeedFiles.Folder, name)))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WithSchema))]
    public async Task A_seed_keeps_to_its_schema(string name)
    {
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(SeedFiles.Folder, "schema", name.Replace(".json", ".schema.json", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);

        var faults = schema.Validate(System.Text.Encoding.UTF8.GetString(SeedFiles.Bytes(name)));

        Assert.Empty(faults.Select(fault => $"{fault.Path}: {fault.Kind}"));
    }

    [Fact]
    public void The_taxonomy_has_a_schema() => Assert.Contains("taxonomie.json", WithSchema().Select(row => row.Data));
}
