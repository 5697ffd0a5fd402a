using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Signalering.LocalHost;

/// <summary>The three ports of an Azurite.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    // The account that every Azurite has; public by design, and good for nothing else.
    public const string Account = "devstoreaccount1";
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reaches an account; all have the same key.</summary>
    public string ConnectionString(string account) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{Blob}/{account};QueueEndpoint=http://127.0.0.1:{Queue}/{account};" +
        $"TableEndpoint=http://127.0.0.1:{Table}/{account};");

    /// <summary>The accounts as Azurite reads them: <c>name:key;name:key</c>.</summary>
    public static string Accounts(IEnumerable<string> more) =>
        string.Join(';', more.Prepend(Account).Select(account => $"{account}:{Key}"));

    /// <summary>The asked ports, with free ones for zeros. Another process may take one before Azurite does; then
    /// Azurite stops, and the caller chooses again.</summary>
    public static AzuritePorts Choose(AzuriteOptions options)
    {
        // Held together until all are chosen, so that no two are the same.
        using var a = new TcpListener(IPAddress.Loopback, 0);
        using var b = new TcpListener(IPAddress.Loopback, 0);
        using var c = new TcpListener(IPAddress.Loopback, 0);
        return new AzuritePorts(Port(options.BlobPort, a), Port(options.QueuePort, b), Port(options.TablePort, c));
    }

    private static int Port(int asked, TcpListener free)
    {
        if (asked != 0)
            return asked;
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
