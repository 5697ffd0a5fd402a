using System.Reflection;

namespace Signalering.LocalHost;

/// <summary>Finds the functions of an assembly and describes them.</summary>
public static class FunctionCatalog
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static |
        BindingFlags.DeclaredOnly;

    /// <summary>The functions of an assembly, in ordinal order of name.</summary>
    /// <exception cref="InvalidOperationException">A function has no trigger, or more than one.</exception>
    public static IReadOnlyList<FunctionDescriptor> Find(Assembly functions) => Find(functions.GetTypes());

    /// <summary>The functions of these types, in ordinal order of name.</summary>
    /// <exception cref="InvalidOperationException">A function has no trigger, or more than one.</exception>
    public static IReadOnlyList<FunctionDescriptor> Find(IEnumerable<Type> types) =>
        [.. Methods(types).Select(Descriptor).OrderBy(function => function.Name, StringComparer.Ordinal)];

    /// <summary>The functions and their bindings as JSON: the same text for the same code, so that a committed list
    /// shows every change of a name or binding in a review.</summary>
    public static string Describe(Assembly functions) => FunctionListing.Write(Find(functions));

    /// <inheritdoc cref="Describe(Assembly)"/>
    public static string Describe(IEnumerable<Type> types) => FunctionListing.Write(Find(types));

    internal static IEnumerable<MethodInfo> Methods(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetMethods(AnyMethod))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    internal static IReadOnlyList<FunctionParameter> Parameters(MethodInfo method) =>
        [.. method.GetParameters().Select(parameter => new FunctionParameter(
            parameter.Name!,
            parameter.ParameterType,
            parameter.GetCustomAttributes<TriggerBindingAttribute>().FirstOrDefault()))];

    internal static FunctionDescriptor Descriptor(MethodInfo method)
    {
        var parameters = Parameters(method);
        var triggers = parameters.Where(parameter => parameter.Trigger is not null).ToList();
        if (triggers is not [var trigger])
        {
            throw new InvalidOperationException(
                $"{method.DeclaringType}.{method.Name} has {triggers.Count} triggers; a function has exactly one.");
        }

        return new FunctionDescriptor(
            method.GetCustomAttribute<FunctionAttribute>()!.Name,
            method.DeclaringType!,
            method,
            trigger,
            parameters,
            method.GetCustomAttribute<RetryAttribute>());
    }
}
