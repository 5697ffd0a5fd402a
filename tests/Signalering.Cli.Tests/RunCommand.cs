using System.Globalization;

namespace Signalering.Cli.Tests;

/// <summary>Runs a verb in this process and keeps what it said.</summary>
/// <param name="Exit">Exit code.</param>
/// <param name="Output">Stdout.</param>
/// <param name="Error">Stderr.</param>
internal sealed record RunCommand(int Exit, string Output, string Error)
{
    public static async Task<RunCommand> Of(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var exit = await SignaleringCommand.Run(args, output, error);
        return new RunCommand(exit, output.ToString(), error.ToString());
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("signalering-cli-").FullName;

    public string File(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
