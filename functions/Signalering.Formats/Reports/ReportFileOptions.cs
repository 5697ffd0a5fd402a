namespace Signalering.Formats.Reports;

/// <summary>How the files of a report are written.</summary>
public sealed record ReportFileOptions
{
    /// <summary>Separators of the CSV files. Default Dutch Excel: advisors open them with a double click.</summary>
    public CijfersFormat Csv { get; init; } = CijfersFormat.Excel;

    /// <summary>Licence under which a CSV file may be used again once it is published, as an address. Default CC0,
    /// which the Dutch government asks for open data.</summary>
    public string Licentie { get; init; } = "https://creativecommons.org/publicdomain/zero/1.0/";

    /// <summary>Who may have the CSV files, as an address of the European list of access rights. Default not public: a
    /// report is talked about before it is published.</summary>
    public string Toegang { get; init; } = "http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC";
}
