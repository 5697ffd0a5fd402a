using System.Reflection;

namespace Signalering.Domain;

/// <summary>Version of the product, as named in every output.</summary>
public static class ProductVersion
{
    /// <summary><c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
