using System.Reflection;

namespace Signalering.LocalHost;

/// <summary>Types that one of the two hosts does not have, and names that would stand in for a host's own types.
/// </summary>
internal static class ForbiddenTypes
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static |
        BindingFlags.DeclaredOnly;

    private static readonly HashSet<string> OneHostOnly =
        new(["HttpRequestData", "HttpResponseData", "ServiceBusReceivedMessage"], StringComparer.Ordinal);

    private static readonly HashSet<string> HostsOwn =
        new(["FunctionContext", "BindingContext", "RetryContext", "TraceContext"], StringComparer.Ordinal);

    /// <summary>Types declared under a host's name: a using alias would pick the wrong one.</summary>
    public static IEnumerable<string> Declared(IEnumerable<Type> types) =>
        from type in types
        where HostsOwn.Contains(type.Name) && type.Namespace != typeof(FunctionContext).Namespace
        select $"{type.FullName}: '{type.Name}' is the host's name; call it something else.";

    /// <summary>Types used in the signatures, fields and properties of function classes.</summary>
    public static IEnumerable<string> Used(IEnumerable<Type> classes) =>
        from type in classes
        from used in Signatures(type).SelectMany(Parts)
        where OneHostOnly.Contains(used.Name)
        select $"{type.FullName}: uses '{used.Name}', which one of the hosts does not have.";

    private static IEnumerable<Type> Signatures(Type type) =>
        type.GetMembers(Everything).SelectMany(member => member switch
        {
            MethodBase method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append(method is MethodInfo { ReturnType: var returned } ? returned : typeof(void)),
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            _ => Enumerable.Empty<Type>(),
        });

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
