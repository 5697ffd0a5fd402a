using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Formats.Exports;

/// <summary>Opens delivered CSV and XLSX files as rows, whatever they turn out to be.</summary>
/// <remarks>
/// <para>One pass over the bytes gives the hash and the encoding, a second one the rows; both read forward in large
/// steps, so that a blob can be read by ranges. Content decides, the extension has to agree with it.</para>
/// <para>No bytes make it throw: what cannot be read becomes a <see cref="Problem"/>. An outage of the storage under
/// the stream does throw, so that the queue tries again.</para>
/// </remarks>
/// <param name="limits">How much is read.</param>
public sealed class ExportReader(ExportLimits limits) : IExportReader
{
    private const string TextContent = "een tekstbestand";
    private const string WorkbookContent = "een Excel-bestand (.xlsx)";

    /// <summary>With the default limits.</summary>
    public ExportReader()
        : this(new ExportLimits())
    {
    }

    /// <inheritdoc/>
    public OpenedExport Open(Stream content, string fileName)
    {
        var opened = OpenContent(content, fileName);
        return opened is OpenedExport.Table table ? table with { Bestandsnaam = FileNameWords.Of(fileName) } : opened;
    }

    private OpenedExport OpenContent(Stream content, string fileName)
    {
        var source = new SourceStream(content);
        if (source.Length == 0)
            return Refuse(Messages.LeegBestand());
        if (source.Length > limits.MaxBytes)
            return Refuse(Messages.TeGroot(source.Length, limits.MaxBytes));

        var scan = ContentScan.Run(source);
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (FileKind.IsZip(scan.Head.Span))
            return OpenWorkbook(source, scan, extension);
        if (FileKind.IsOldContainer(scan.Head.Span))
            return Refuse(Messages.Bestandssoort(OldContainer.Describe(source, scan.Head.Span)));
        return FileKind.Unreadable(scan.Head.Span) is { } kind
            ? Refuse(Messages.Bestandssoort(kind))
            : OpenText(source, scan, extension);
    }

    private OpenedExport OpenWorkbook(SourceStream source, ContentScan scan, string extension)
    {
        if (WorkbookPackage.Inspect(source, limits) is { } problem)
            return Refuse(problem);
        if (extension != ".xlsx")
        {
            return Refuse(extension is ".csv" or ".tsv" or ".txt"
                ? ExportMessages.OtherThanItsName(extension, WorkbookContent)
                : ExportMessages.OtherExtension());
        }

        return WorkbookRows.TryOpen(source, limits) is { } rows
            ? new OpenedExport.Table(rows, scan.Sha256)
            : Refuse(Messages.Beschadigd(null));
    }

    private OpenedExport OpenText(SourceStream source, ContentScan scan, string extension)
    {
        if (TextForms.Find(scan) is not { } form)
            return Refuse(extension == ".xlsx" ? Messages.Beschadigd(null) : Messages.GeenTabel());
        if (extension is ".xlsx" or ".xls")
            return Refuse(ExportMessages.OtherThanItsName(extension, TextContent));
        if (extension is not (".csv" or ".tsv" or ".txt"))
            return Refuse(ExportMessages.OtherExtension());

        var isWide = form is TextForm.Utf16LittleEndian or TextForm.Utf16BigEndian;
        if (isWide ? source.Length % 2 != 0 : scan.Utf8 == Utf8Verdict.CutOff)
            return Refuse(ExportMessages.CutOff());
        if (!isWide && scan.HasZeroAfterHead)
            return Refuse(Messages.Beschadigd(null));

        var sample = TextForms.Sample(scan.Head, form);
        var separator = SeparatorFinder.Find(sample, scan.Head.Length == source.Length);
        return new OpenedExport.Table(new DelimitedRows(source, form, separator, scan, limits), scan.Sha256);
    }

    private static OpenedExport.Refused Refuse(Problem problem) => new(problem);
}
