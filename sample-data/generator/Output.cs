namespace Signalering.SampleData;

/// <summary>The files on disk: the exports, and beside their folder the two files with what must come out.</summary>
internal sealed class Output(string folder)
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Size of everything.</summary>
    public long Bytes => _files.Values.Sum(content => (long)content.Length);

    /// <summary>Takes what the generator made.</summary>
    public void Add(Deliveries deliveries, Municipality municipality)
    {
        foreach (var file in deliveries.Files)
            _files.Add(Path.Combine([folder, .. file.Path.Split('/')]), file.Content);
        var beside = Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder;
        _files.Add(Path.Combine(beside, "waarheid.csv"), deliveries.Truth.Teams());
        _files.Add(Path.Combine(beside, "waarheid-verhalen.csv"), deliveries.Truth.StoryLines(municipality));
    }

    /// <summary>Writes all files and removes deliveries that an earlier run left.</summary>
    /// <remarks>Other files in the folder are not ours to remove.</remarks>
    public void Write()
    {
        foreach (var left in OnDisk().Except(_files.Keys).Where(IsDelivery).ToList())
            File.Delete(left);
        foreach (var (path, content) in _files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    /// <summary>Whether the disk holds exactly these files; says what differs.</summary>
    public bool Compare(TextWriter report)
    {
        var differences = 0;
        foreach (var (path, content) in _files)
        {
            var what = !File.Exists(path) ? "ontbreekt"
                : File.ReadAllBytes(path).AsSpan().SequenceEqual(content) ? null : "is anders";
            if (what is null)
                continue;
            report.WriteLine($"{path}: {what}");
            differences++;
        }

        foreach (var extra in OnDisk().Except(_files.Keys))
        {
            report.WriteLine($"{extra}: hoort er niet");
            differences++;
        }

        report.WriteLine(differences == 0 ? $"{_files.Count} bestanden gelijk" : $"{differences} verschillen");
        return differences == 0;
    }

    private static bool IsDelivery(string path) =>
        DateOnly.TryParseExact(Path.GetFileName(path).Split('_')[0], "yyyy-MM-dd", out _);

    private IEnumerable<string> OnDisk() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];
}
