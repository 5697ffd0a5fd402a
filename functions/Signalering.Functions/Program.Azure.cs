using Azure.Core;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Signalering.Azure;
using Signalering.Domain.Deliveries;
using Signalering.Functions;

// Azure flavour: the isolated worker. Compiled with -p:FunctionsHost=Azure only.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

var settings = SignaleringSettings.From(builder.Configuration);
builder.Services.AddSignalering(settings);
builder.Services.AddBlobPorts(Storage(builder.Configuration), settings);
builder.Services.AddSingleton(Bus(builder.Configuration));
builder.Services.AddSingleton<IMessageQueue, ServiceBusMessages>();
builder.Build().Run();

static StorageAccount Storage(IConfiguration configuration)
{
    if (configuration[Routes.Opslag] is { Length: > 0 } connectionString)
        return StorageAccount.FromConnectionString(connectionString);
    var account = configuration.GetSection(Routes.Opslag);
    return StorageAccount.FromIdentity(
        new Uri(Required(account, "blobServiceUri")), new Uri(Required(account, "queueServiceUri")), account["clientId"]);
}

static ServiceBusClient Bus(IConfiguration configuration)
{
    if (configuration[Routes.ServiceBus] is { Length: > 0 } connectionString)
        return new ServiceBusClient(connectionString);
    var bus = configuration.GetSection(Routes.ServiceBus);
    TokenCredential credential = bus["clientId"] is { Length: > 0 } clientId
        ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new DefaultAzureCredential();
    return new ServiceBusClient(Required(bus, "fullyQualifiedNamespace"), credential);
}

static string Required(IConfigurationSection section, string key) =>
    section[key] ?? throw new InvalidOperationException($"Setting {section.Key}__{key} is missing.");
