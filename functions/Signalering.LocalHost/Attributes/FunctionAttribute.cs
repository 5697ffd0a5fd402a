namespace Signalering.LocalHost;

/// <summary>Marks a method as a function. Same shape as the isolated worker's attribute of this name.</summary>
/// <param name="name">Name, unique regardless of case within the app.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>Name, unique regardless of case within the app.</summary>
    public string Name { get; } = name;
}
