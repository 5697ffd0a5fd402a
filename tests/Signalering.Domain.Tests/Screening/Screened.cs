using System.Reflection;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Tests.Screening;

/// <summary>The committed lexicon, allow lists and corpora.</summary>
internal static class Screened
{
    public const int Year = 2026;

    public static readonly string Root = typeof(Screened).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public static readonly NameLexicon Lexicon = NameLexicon.Parse(Bytes("seeds/namen/namen.txt"), Bytes("seeds/namen/woorden.bloom"));

    public static readonly AllowList[] Allowed =
    [
        AllowList.OfPlaces(File.ReadLines(Path.Combine(Root, "seeds/namen/organisaties.txt")).Where(line => line.Length > 0 && line[0] != '#')),
        AllowList.OfPlaces(Gemeente.Parse(Bytes("sample-data/gemeente.json")).Plaatsnamen),
    ];

    public static PersonalDataDetector Detector() => new(Lexicon, Allowed);

    /// <summary>Kinds and levels found in a text.</summary>
    public static IReadOnlyList<CellFinding> Find(string text, int year = Year) => [.. Detector().Find(text, year)];

    public static IReadOnlyList<(string Text, string[] Kinds)> Corpus(string name) =>
    [
        .. File.ReadLines(Path.Combine(Root, "tests/Signalering.Domain.Tests/Screening/Corpus", name))
            .Select(line => line.Split('\t'))
            .Select(parts => (parts[0], parts[1] == "none" ? [] : parts[1].Split(';'))),
    ];

    private static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));
}
