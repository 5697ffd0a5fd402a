using Signalering.Domain.Intake;
using Signalering.Functions.Tests.Storage;

namespace Signalering.Functions.Tests;

/// <summary>A receipt names codes; a team looks them up.</summary>
public sealed class ProblemPagesTests
{
    private static readonly string Folder = Path.Combine(AzuriteFixture.RepositoryRoot, "docs", "problemen");

    public static TheoryData<string> Codes { get; } = [.. ProblemCode.All.Select(code => code.Value)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_with_cause_example_and_remedy(string code)
    {
        var title = ProblemCode.All.Single(known => known.Value == code).Titel;
        var lines = File.ReadAllLines(Path.Combine(Folder, code + ".md"));

        Assert.Equal($"# {code} {title}", lines[0]);
        foreach (var heading in (string[])["## Oorzaak", "## Voorbeeld", "## Wat te doen"])
        {
            var text = lines.SkipWhile(line => line != heading).Skip(1)
                .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));
            Assert.True(text.Sum(line => line.Trim().Length) >= 20, $"{code}: '{heading}' says nothing.");
        }

        var list = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Assert.Contains($"[{code}]({code}.md) | {title} |", list, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_belongs_to_a_code()
    {
        var pages = Directory.GetFiles(Folder, "SIG*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(
            ProblemCode.All.Select(code => code.Value).Order(StringComparer.Ordinal),
            pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_that_exist_are_all_listed()
    {
        var declared = typeof(ProblemCode).GetFields()
            .Select(field => field.GetValue(null)).OfType<ProblemCode>().ToList();

        Assert.All(declared, code => Assert.Contains(code, ProblemCode.All));
        Assert.Equal(ProblemCode.All.Count, ProblemCode.All.Select(code => code.Value).Distinct(StringComparer.Ordinal).Count());
    }
}
