using System.Text.Json;
using Signalering.Domain.Disclosure;

namespace Signalering.Cli.Tests.Disclosure;

/// <summary>Four wijken with one team, and reports made of an invented export.</summary>
internal sealed class InventedMunicipality : IDisposable
{
    public static readonly string[] Wijken = ["Noord", "Oost", "Zuid", "West"];

    public static readonly string[] Vragen =
        ["Financiën;Schulden", "Sociaal netwerk;Eenzaamheid", "Gezin en opvoeding;Opvoeding", "Wonen;Huisvesting", "Sociaal netwerk;Mantelzorg"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    /// <param name="raster">Tables that its reports publish; none for all.</param>
    public InventedMunicipality(params string[] raster) => _file = _folder.File("gemeente.json", JsonSerializer.Serialize(new
    {
        gemeente = new { code = "GM9902", naam = "Verzonnen" },
        wijken = Wijken.Select((naam, i) => new { code = $"WK99020{i + 1}", naam, aliassen = Array.Empty<string>(), inwoners = 6000 }),
        wijkteams = new[]
        {
            new { sleutel = "team", naam = "Wijkteam", wijken = Wijken.Select((_, i) => $"WK99020{i + 1}"), vanaf = "2026-07" },
        },
        publicatieraster = raster.Length > 0 ? raster : null,
    }));

    public string Path => _folder.Path;

    /// <summary>Its configuration file.</summary>
    public string Configuration => _file;

    /// <summary>A report over the third quarter of 2026.</summary>
    /// <returns>What was said, and the folder with the files.</returns>
    public async Task<(RunCommand Run, string Folder)> Report(string name, InventedExport export, params string[] more)
    {
        _folder.File($"{name}/exports/team/2026-10-02.csv", export.ToString());
        var target = System.IO.Path.Combine(Path, name, "uit");
        var run = await RunCommand.Of(
            ["report", "--exports", System.IO.Path.Combine(Path, name, "exports"), "--period", "2026-Q3", "--gemeente", _file,
            "--out", target, .. more]);
        Assert.Equal(SignaleringCommand.Done, run.Exit);
        return (run, System.IO.Path.Combine(target, "2026-Q3"));
    }

    /// <summary>Published figures by table and codes; null when withheld.</summary>
    public static SortedDictionary<string, decimal?> Figures(string folder)
    {
        var tables = PublishedTables.Parse(File.ReadAllBytes(System.IO.Path.Combine(folder, "gepubliceerd.json")));
        return new SortedDictionary<string, decimal?>(
            tables.Names.SelectMany(name => tables.Find(name)!.Cells.Select(
                cell => KeyValuePair.Create($"{name}: {string.Join(" × ", cell.Codes)}", cell.Value))).ToDictionary(),
            StringComparer.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
