namespace Signalering.Cli.InMemory;

/// <summary>The files of a folder of exports.</summary>
public static class ExportFolder
{
    /// <summary>Every file below the folder, in the order in which teams delivered: by file name, then by path.</summary>
    /// <param name="folder">Folder with a folder per team.</param>
    public static IReadOnlyList<ExportFile> Files(string folder) =>
    [
        .. new DirectoryInfo(folder)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => new ExportFile(
                Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.Name, file.Length))
            .OrderBy(file => file.FileName, StringComparer.Ordinal)
            .ThenBy(file => file.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A file to deliver.</summary>
/// <param name="Name">Path below the folder, with slashes.</param>
/// <param name="FileName">Last part of it.</param>
/// <param name="Bytes">Size.</param>
public sealed record ExportFile(string Name, string FileName, long Bytes);
