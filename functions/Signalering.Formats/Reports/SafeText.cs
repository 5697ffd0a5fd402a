using System.Text;
using System.Xml;

namespace Signalering.Formats.Reports;

/// <summary>Text that a spreadsheet shows and never runs.</summary>
internal static class SafeText
{
    /// <summary>Most characters that Excel takes in a cell.</summary>
    public const int LongestCell = 32_767;

    // OWASP's list, NUL (ASVS 1.2.10), and the full-width signs that Excel takes for their narrow ones.
    private const string FormulaStarts = "=+-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The first character would make a spreadsheet read a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>Without characters that XML cannot hold, and not longer than a cell.</summary>
    public static string ForCell(string text)
    {
        var clean = WithoutControls(text);
        if (clean.Length <= LongestCell)
            return clean;
        return clean[..(char.IsHighSurrogate(clean[LongestCell - 1]) ? LongestCell - 1 : LongestCell)];
    }

    /// <summary>Without characters that XML cannot hold.</summary>
    public static string WithoutControls(string text) => IsXml(text) ? text : Strip(text);

    private static bool IsXml(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }

        return true;
    }

    private static string Strip(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text, i++, 2);
        }

        return clean.ToString();
    }
}
