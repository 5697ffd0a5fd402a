using System.Collections;

namespace Signalering.LocalHost;

/// <summary>The functions that this host runs; they keep the rules.</summary>
internal sealed class FunctionList : IReadOnlyList<FunctionDescriptor>
{
    private readonly IReadOnlyList<FunctionDescriptor> _functions;

    /// <exception cref="InvalidOperationException">A rule is broken: such functions would run here, and not in Azure.
    /// </exception>
    public FunctionList(IReadOnlyList<Type> types)
    {
        var breaches = FunctionRules.Check(types);
        if (breaches.Count > 0)
            throw new InvalidOperationException("The functions break the rules:\n" + string.Join('\n', breaches));
        _functions = FunctionCatalog.Find(types);
    }

    public int Count => _functions.Count;

    public FunctionDescriptor this[int index] => _functions[index];

    public IEnumerator<FunctionDescriptor> GetEnumerator() => _functions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
