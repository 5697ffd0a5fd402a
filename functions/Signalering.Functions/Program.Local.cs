using Microsoft.Extensions.Hosting;
using Signalering.Functions;

// Local flavour: the same functions on our own host, on the storage account named by Opslag (Azurite by default).
await LocalPipeline.Build(args).RunAsync();
