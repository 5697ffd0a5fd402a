using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Signalering.Azure;
using Signalering.Domain.Deliveries;

namespace Signalering.Functions;

/// <summary>The pipeline on our own host: the command line, the tests and <c>Program.Local.cs</c> start it here.</summary>
public static class LocalPipeline
{
    /// <summary>Queues that the senders need; the host makes those that it listens to.</summary>
    private static readonly string[] Queues = [Routes.Leveringen, Routes.Rapportages, StorageQueueMessages.PlannerQueue];

    /// <summary>Builds the host.</summary>
    /// <param name="args">Command line; <c>--Opslag …</c> names the storage account.</param>
    /// <param name="settings">Settings that stand above those of the command line; null for none.</param>
    /// <param name="configureHost">Settings of the local host; null for its defaults.</param>
    /// <param name="replaceServices">Runs after everything is registered; tests put faulty ports here.</param>
    public static IHost Build(
        string[] args,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<LocalHostOptions>? configureHost = null,
        Action<IServiceCollection>? replaceServices = null) =>
        LocalFunctionsHost.Build(
            args,
            typeof(LocalPipeline).Assembly,
            builder =>
            {
                Configure(builder, settings);
                replaceServices?.Invoke(builder.Services);
            },
            configureHost);

    private static void Configure(IHostApplicationBuilder builder, IReadOnlyDictionary<string, string?>? settings)
    {
        if (settings is not null)
            builder.Configuration.AddInMemoryCollection(settings);
        var configuration = builder.Configuration;
        configuration[Routes.Opslag] ??= "UseDevelopmentStorage=true";
        configuration["Signalering:Casussleutel"] ??= CaseKey.Development;

        var pipeline = SignaleringSettings.From(configuration);
        var account = StorageAccount.FromConnectionString(configuration[Routes.Opslag]!);
        builder.Services
            .AddSignalering(pipeline)
            .AddBlobPorts(account, pipeline)
            .AddSingleton<IMessageQueue, StorageQueueMessages>()
            .AddHostedService<StoragePreparation>();
    }

    /// <summary>Makes the containers and queues before the first function runs.</summary>
    private sealed class StoragePreparation(StorageAccount account) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) =>
            account.Prepare(Routes.Containers, Queues, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
