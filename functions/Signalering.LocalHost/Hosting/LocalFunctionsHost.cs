using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Signalering.LocalHost;

/// <summary>An application that runs functions without Azure: a Program.cs of five lines.</summary>
/// <example><code>
/// using var host = LocalFunctionsHost.Build(
///     args, typeof(ReceiveExport).Assembly, builder => builder.AddSignalering());
/// await host.RunAsync();
/// </code></example>
public static class LocalFunctionsHost
{
    /// <summary>Builds the application: configuration, logging and services of the generic host, the functions, and
    /// Kestrel when there are HTTP functions.</summary>
    /// <param name="args">Command line; <c>--Opslag …</c> and <c>--LocalHost:HttpUrl …</c> are settings.</param>
    /// <param name="functions">Assembly with the function classes.</param>
    /// <param name="configureServices">The app's own services. The builder is of the same type as the worker's in
    /// Azure, so that one method can serve both.</param>
    /// <param name="configure">Settings of the local host.</param>
    /// <exception cref="InvalidOperationException">The functions break the rules, see <see cref="FunctionRules"/>.
    /// </exception>
    public static IHost Build(
        string[] args, Assembly functions, Action<IHostApplicationBuilder> configureServices,
        Action<LocalHostOptions>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(args);
        configureServices(builder);
        builder.Services.AddLocalFunctions(functions, configure);

        // A stop waits for running functions; the host's own limit must not cut that short.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        return builder.Build();
    }
}
