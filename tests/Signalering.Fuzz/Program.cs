using System.Globalization;
using Signalering.Fuzz;

#pragma warning disable RS0030 // the terminal of a program for developers
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["score", .. var rest] => Score.Run(rest, Console.Out),
    ["scan", var folder] => Scan.Run(folder, Console.Out),
    ["speed", var folder, .. var rest] => Speed.Run(folder, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1_000_000, Console.Out),
    ["files", var count, .. var rest] => FileFuzz.Run(
        int.Parse(count, CultureInfo.InvariantCulture), rest.Length > 0 ? ulong.Parse(rest[0], CultureInfo.InvariantCulture) : 1, Console.Out),
    ["gate", var count, .. var rest] => GateFuzz.Run(
        int.Parse(count, CultureInfo.InvariantCulture), rest.Length > 0 ? ulong.Parse(rest[0], CultureInfo.InvariantCulture) : 1, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: score [--show] [--half even|odd] FILE.tsv … | scan FOLDER | speed DELIVERY.csv [ROWS] | gate COUNT [SEED] | files COUNT [SEED]");
    return 2;
}
