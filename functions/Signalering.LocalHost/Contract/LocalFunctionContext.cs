using System.Diagnostics;

namespace Signalering.LocalHost;

internal sealed class LocalFunctionContext(
    FunctionDescriptor function, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    public override string FunctionId => function.Name;

    public override string InvocationId { get; } = ActivityTraceId.CreateRandom().ToHexString();

    public override FunctionDefinition FunctionDefinition { get; } = new LocalFunctionDefinition(function);

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    public override IServiceProvider InstanceServices { get; set; } = services;

    private sealed class LocalFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
    {
        public override string Name => function.Name;

        public override string EntryPoint => function.EntryPoint;
    }
}
