using System.Globalization;
using Signalering.Fuzz;

#pragma warning disable RS0030 // the terminal of a program for developers
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["score", .. var rest] => Score.Run(rest, Console.Out),
    ["scan", var folder] => Scan.Run(folder, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: score [--show] [--half even|odd] FILE.tsv … | scan FOLDER");
    return 2;
}
