namespace Signalering.LocalHost;

/// <summary>One run of a function. The part of the isolated worker's type of this name that both hosts have.</summary>
public abstract class FunctionContext
{
    /// <summary>The function; the same in every run.</summary>
    public abstract string FunctionId { get; }

    /// <summary>This run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The function's name and entry point.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Cancelled when the host has waited long enough for the function while stopping.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Services of this run: a scope of their own.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }
}

/// <summary>A function's name and entry point.</summary>
public abstract class FunctionDefinition
{
    /// <summary>Name.</summary>
    public abstract string Name { get; }

    /// <summary><c>Namespace.Type.Method</c>.</summary>
    public abstract string EntryPoint { get; }
}
