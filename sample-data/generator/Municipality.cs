using System.Text.Json;

namespace Signalering.SampleData;

/// <summary>A wijk of <c>gemeente.json</c>.</summary>
internal sealed record Wijk(string Code, string Naam, IReadOnlyList<string> Aliassen, int Inwoners);

/// <summary>A team of <c>gemeente.json</c>.</summary>
internal sealed record Wijkteam(string Sleutel, string Naam, IReadOnlyList<string> Wijken);

/// <summary>Lindewaard, as the product itself reads it: one source for wijken, inhabitants and teams.</summary>
internal sealed record Municipality(IReadOnlyList<Wijk> Wijken, IReadOnlyList<Wijkteam> Wijkteams)
{
    public static Municipality Load() =>
        JsonSerializer.Deserialize<Municipality>(Resources.Text("gemeente"), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("gemeente.json is empty");

    public Wijk Wijk(string code) => Wijken.First(wijk => wijk.Code == code);
}

/// <summary>Texts compiled into the program.</summary>
internal static class Resources
{
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"no resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Lines that are not empty, whatever the line ends of the checkout.</summary>
    public static string[] Lines(string name) =>
        Text(name).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
