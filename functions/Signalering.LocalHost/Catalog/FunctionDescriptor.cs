using System.Reflection;

namespace Signalering.LocalHost;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Name in the code; tells what a parameter without a trigger receives.</param>
/// <param name="Type">Type in the code.</param>
/// <param name="Trigger">The trigger that stands on it; null for all parameters but one.</param>
public sealed record FunctionParameter(string Name, Type Type, TriggerBindingAttribute? Trigger);

/// <summary>A function as reflection finds it.</summary>
/// <param name="Name">Name by its attribute.</param>
/// <param name="DeclaringType">Class; resolved anew for each run.</param>
/// <param name="Method">Method.</param>
/// <param name="TriggerParameter">The parameter that the trigger stands on.</param>
/// <param name="Parameters">All parameters, in the order of the code.</param>
/// <param name="Retry">Retries of a timer; null when it has none.</param>
public sealed record FunctionDescriptor(
    string Name,
    Type DeclaringType,
    MethodInfo Method,
    FunctionParameter TriggerParameter,
    IReadOnlyList<FunctionParameter> Parameters,
    RetryAttribute? Retry)
{
    /// <summary>What makes the function run.</summary>
    public TriggerBindingAttribute Trigger => TriggerParameter.Trigger!;

    /// <summary><c>Namespace.Type.Method</c>.</summary>
    public string EntryPoint => $"{DeclaringType.FullName}.{Method.Name}";
}
