namespace Signalering.Cli.Tests.Disclosure;

public class DocumentenVerbTests
{
    [Fact]
    public async Task Three_documents_are_filled_in_from_the_configuration_that_runs()
    {
        using var folder = new TemporaryFolder();
        var run = await RunCommand.Of("documenten", "--out", folder.Path, "--gemeente", Repository.Municipality);

        // The development key is in use here, which has to be mended first.
        Assert.Equal(SignaleringCommand.Found, run.Exit);
        Assert.Contains("ontwikkelsleutel", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["algoritmeregister.md", "dpia.md", "verwerkingsregister.md"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var path in Directory.GetFiles(folder.Path))
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.Contains("Lindewaard (GM9901)", text, StringComparison.Ordinal);
            Assert.Contains("minder dan 10 unieke casussen", text, StringComparison.Ordinal);
            Assert.Contains("[in te vullen: ", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
        }
    }
}
