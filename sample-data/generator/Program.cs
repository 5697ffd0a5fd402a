using Signalering.SampleData;

// dotnet run --project sample-data/generator -- [--out sample-data/exports] [--check]
var check = args.Contains("--check");
var at = Array.IndexOf(args, "--out");
var folder = at >= 0 && at + 1 < args.Length ? args[at + 1] : Path.Combine("sample-data", "exports");
var known = args.Where((arg, i) => arg == "--check" || arg == "--out" || (i > 0 && args[i - 1] == "--out")).Count();
if (known != args.Length || (at >= 0 && at + 1 == args.Length))
{
    Console.Error.WriteLine("Gebruik: dotnet run --project sample-data/generator -- [--out MAP] [--check]");
    return 2;
}

var municipality = Municipality.Load();
var deliveries = new Deliveries(municipality);
var output = new Output(folder);
output.Add(deliveries, municipality);
if (check)
    return output.Compare(Console.Out) ? 0 : 1;
output.Write();
Console.Out.WriteLine(
    $"{deliveries.Files.Count} leveringen, {deliveries.Truth.Rows} activiteiten, {output.Bytes} bytes in {folder}");
return 0;
