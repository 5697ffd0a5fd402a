using System.Text;

namespace Signalering.Formats.Exports;

/// <summary>ExcelDataReader asks for Windows-1252 when it starts, which .NET only has after registration.</summary>
internal static class CodePages
{
    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Registers once, however often it is called.</summary>
    public static void Register()
    {
    }
}
