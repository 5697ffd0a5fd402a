using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Signalering.LocalHost;

/// <summary>What keeps one set of functions true for both hosts (docs/besluiten/0001).</summary>
public static partial class FunctionRules
{
    /// <summary>What an assembly's functions break.</summary>
    /// <returns>One line per breach, in ordinal order: where, what is wrong, what is expected. Empty when all is
    /// well.</returns>
    public static IReadOnlyList<string> Check(Assembly functions) => Check(functions.GetTypes());

    /// <inheritdoc cref="Check(Assembly)"/>
    public static IReadOnlyList<string> Check(IEnumerable<Type> types)
    {
        var all = types.ToList();
        var methods = FunctionCatalog.Methods(all).ToList();
        return
        [
            .. methods.SelectMany(CheckMethod)
                .Concat(CheckNames(methods))
                .Concat(ForbiddenTypes.Declared(all))
                .Concat(ForbiddenTypes.Used(methods.Select(method => method.DeclaringType!).Distinct()))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> CheckNames(IEnumerable<MethodInfo> methods)
    {
        foreach (var same in methods.GroupBy(Name, StringComparer.OrdinalIgnoreCase))
        {
            if (!FunctionName().IsMatch(same.Key))
                yield return $"{Where(same.First())}: the name is not a letter followed by letters, digits, - or _.";
            if (same.Count() > 1)
            {
                var places = string.Join(", ", same.Select(Where).Order(StringComparer.Ordinal));
                yield return $"{places}: the name '{same.Key}' is used more than once; case does not count.";
            }
        }
    }

    private static IEnumerable<string> CheckMethod(MethodInfo method)
    {
        var type = method.DeclaringType!;
        var where = Where(method);
        if (!type.IsVisible || type.IsAbstract || type.IsGenericTypeDefinition)
            yield return $"{where}: the class is not a public class that can be made; Azure would not find it.";
        if (!method.IsPublic || method.IsStatic || method.IsGenericMethodDefinition)
            yield return $"{where}: the method is not a public instance method.";
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
            yield return $"{where}: async void; the host would not wait for it. Return Task.";

        var parameters = method.GetParameters();
        foreach (var parameter in parameters)
        {
            if (parameter.GetCustomAttributes<TriggerBindingAttribute>().Count() > 1)
                yield return $"{where}: parameter '{parameter.Name}' has more than one binding; a parameter has one.";
        }

        var triggers = parameters.Count(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)));
        if (triggers != 1)
        {
            yield return $"{where}: {triggers} triggers; a function has exactly one.";
            yield break;
        }

        foreach (var breach in TriggerRules.Check(FunctionCatalog.Descriptor(method)))
            yield return $"{where}: {breach}";
    }

    private static string Name(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static string Where(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$")]
    private static partial Regex FunctionName();
}
