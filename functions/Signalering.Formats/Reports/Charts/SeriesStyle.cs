namespace Signalering.Formats.Reports.Charts;

/// <summary>How a series is told from the others: by colour, by marker and by dash, so that colour is never needed.
/// </summary>
/// <param name="Color">RGB in hex without #; contrast with white at least 3 : 1 (WCAG 1.4.11).</param>
/// <param name="Marker">Shape of the points, in the words of DrawingML.</param>
/// <param name="Dash">Dash of the line, in the words of DrawingML.</param>
internal sealed record SeriesStyle(string Color, string Marker, string Dash)
{
    /// <summary>Line of a reference, which has no points.</summary>
    public static SeriesStyle Reference { get; } = new("404040", "none", "sysDash");

    // Okabe & Ito (2008), darkened where their colours are too light on white: told apart by the colour-blind too.
    private static readonly SeriesStyle[] All =
    [
        new("0072B2", "circle", "solid"),
        new("D55E00", "square", "dash"),
        new("007A5A", "triangle", "sysDot"),
        new("8F4A86", "diamond", "lgDash"),
        new("6B5B00", "x", "dashDot"),
        new("3D3D3D", "plus", "lgDashDot"),
    ];

    /// <summary>Style of the series at a position; after six they repeat with the next dash.</summary>
    public static SeriesStyle At(int position) =>
        All[position % All.Length] with { Dash = All[(position + (position / All.Length)) % All.Length].Dash };
}
