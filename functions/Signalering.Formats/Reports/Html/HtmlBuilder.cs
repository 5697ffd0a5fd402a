using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Signalering.Formats.Reports.Html;

/// <summary>Writes well-formed HTML: every element is closed, every text and attribute encoded.</summary>
/// <remarks>The result can be read as XML too. There is no way to write markup that came from outside.</remarks>
internal sealed class HtmlBuilder
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    public HtmlBuilder Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _html.Append('>');
        _open.Push(name);
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public HtmlBuilder Close()
    {
        var name = _open.Pop();
        _html.Append("</").Append(name).Append('>');
        if (IsBlock(name))
            _html.Append('\n');
        return this;
    }

    /// <summary>An element without content.</summary>
    public HtmlBuilder Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _html.Append(" />");
        return this;
    }

    /// <summary>An element that holds text alone.</summary>
    public HtmlBuilder Element(
        string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close();

    /// <summary>Text; a line end becomes a break.</summary>
    public HtmlBuilder Text(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                _html.Append("<br />");
            _html.Append(Encode(lines[i].TrimEnd('\r')));
        }

        return this;
    }

    /// <summary>The style sheet: our own text, not encoded.</summary>
    public HtmlBuilder Style(string css)
    {
        _html.Append("<style>").Append(css).Append("</style>\n");
        return this;
    }

    /// <summary>The document so far.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public string Finish() =>
        _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    private static string Encode(string text) => Encoder.Encode(SafeText.WithoutControls(text));

    private static bool IsBlock(string name) => name is not ("a" or "span" or "td" or "th" or "text");

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                _html.Append(' ').Append(attribute).Append("=\"").Append(Encode(value)).Append('"');
        }
    }
}
