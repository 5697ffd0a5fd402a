namespace Signalering.SampleData;

/// <summary>What a cell of a workbook is; in a text file everything is text.</summary>
internal enum CellKind
{
    Text,
    Number,
    Date,
}

/// <summary>A column of an export.</summary>
/// <param name="Header">As the registration system names it.</param>
/// <param name="Cell">What it writes.</param>
/// <param name="Kind">In a workbook: text, number, or date (then <paramref name="Cell"/> gives the serial).</param>
internal sealed record Column(string Header, Func<Activity, string> Cell, CellKind Kind = CellKind.Text);

/// <summary>How a registration system writes a file.</summary>
internal interface IExport
{
    /// <summary>With the point.</summary>
    string Extension { get; }

    /// <summary>The file.</summary>
    /// <param name="rows">In order.</param>
    /// <param name="delivered">Day of delivery, for a footer.</param>
    /// <param name="period">For a title.</param>
    byte[] Write(IReadOnlyList<Activity> rows, DateOnly delivered, string period);
}
