using System.Diagnostics.CodeAnalysis;

namespace Signalering.LocalHost;

/// <summary>Runs for a request at <c>/api/{route}</c>.</summary>
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Any method, level <see cref="AuthorizationLevel.Function"/>.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>Level <see cref="AuthorizationLevel.Function"/>.</summary>
    /// <param name="methods">HTTP methods; none means any.</param>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Any method.</summary>
    /// <param name="authLevel">Key that Azure asks for.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, [])
    {
    }

    /// <summary>These methods.</summary>
    /// <param name="authLevel">Key that Azure asks for.</param>
    /// <param name="methods">HTTP methods; none means any.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) =>
        (AuthLevel, Methods) = (authLevel, methods);

    /// <summary>Key that Azure asks for. The local host asks for none and listens on this machine only, unless it is
    /// told otherwise.</summary>
    public AuthorizationLevel AuthLevel { get; }

    /// <summary>HTTP methods; empty means any.</summary>
    [SuppressMessage("Performance", "CA1819", Justification = "The shape of the isolated worker's attribute.")]
    public string[] Methods { get; }

    /// <summary>Route below <c>/api/</c>, with tokens; null means the function's name.</summary>
    public string? Route { get; set; }
}

/// <summary>Key that Azure asks of a caller.</summary>
public enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>A signed-in user.</summary>
    User,

    /// <summary>A key of the function or the app.</summary>
    Function,

    /// <summary>The system key.</summary>
    System,

    /// <summary>The master key.</summary>
    Admin,
}
