using System.Text;
using Signalering.Domain.Screening;

namespace Signalering.Namen;

/// <summary>Source folders in, <c>namen.txt</c> and <c>woorden.bloom</c> out; or a comparison with what is committed.</summary>
internal static class LexiconProgram
{
    private const int BitsPerWord = 24;
    private const int Probes = 16;

    /// <summary>Runs.</summary>
    /// <param name="args"><c>--dic FILE --woorden FILE --faker DIR --eigen FILE --out DIR [--check]</c>.</param>
    /// <param name="output">Says what was made.</param>
    /// <param name="error">Says what is wrong.</param>
    /// <returns>0 made, or the same; 1 different; 2 wrong use.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var (dic, words, faker, own, folder) =
            (Value("--dic"), Value("--woorden"), Value("--faker"), Value("--eigen"), Value("--out"));
        if (dic is null || words is null || faker is null || own is null || folder is null)
        {
            error.WriteLine("Gebruik: --dic nl.dic --woorden dutch --faker Provider --eigen eigen-namen.txt --out seeds/namen [--check]");
            return 2;
        }

        var names = new NameCollection(File.ReadAllLines(words), File.ReadAllLines(dic));
        names.AddDictionary();
        names.AddFaker(faker);
        names.AddOwn(File.ReadAllLines(own));
        var lines = names.Lines().ToList();
        var text = new UTF8Encoding(false).GetBytes(
            "# Made by seeds/namen/generator; sources and licences: seeds/namen/README.md\n" + string.Concat(lines.Select(l => l + "\n")));
        var filter = NameLexicon.BuildFilter(names.OrdinaryWords(), BitsPerWord, Probes);
        output.WriteLine($"{lines.Count} names, {names.OrdinaryWords().Count} words, filter {filter.Length} bytes");
        return Put("namen.txt", text) & Put("woorden.bloom", filter) ? 0 : 1;

        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

        bool Put(string name, byte[] bytes)
        {
            var path = Path.Combine(folder, name);
            if (!args.Contains("--check"))
                File.WriteAllBytes(path, bytes);
            return File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        }
    }
}
