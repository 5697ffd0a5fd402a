using System.ComponentModel.DataAnnotations;

namespace Signalering.Formats.Exports;

/// <summary>How much of a delivered file is read; the guard against files made to exhaust the reader.</summary>
public sealed record ExportLimits
{
    /// <summary>Largest file, in bytes. Default 256 MiB: a million activities as CSV are about 200 MB, and a team
    /// delivers 1,500 a month.</summary>
    [Range(1L, 1L << 40)]
    public long MaxBytes { get; init; } = 256L << 20;

    /// <summary>Largest sum of the unpacked parts of a workbook, in bytes. Default 1 GiB: five times what a million
    /// activities unpack to.</summary>
    [Range(1L, 1L << 40)]
    public long MaxUnpackedBytes { get; init; } = 1L << 30;

    /// <summary>Largest unpacked list of texts in a workbook, in bytes. Default 256 MiB: this part stands in memory as
    /// a whole, at two bytes a character, and an instance has 2 GiB.</summary>
    [Range(1L, 1L << 40)]
    public long MaxSharedTextBytes { get; init; } = 256L << 20;

    /// <summary>Unpacked bytes per packed byte above which a part over 16 MiB is not believed. Default 300: real sheets
    /// stay under 50, the worst that the method of packing allows is about 1,030.</summary>
    [Range(1, 2000)]
    public int MaxUnpackRatio { get; init; } = 300;

    /// <summary>Largest number of cells of a sheet, rows times columns, empty ones included. Default 100 million: the
    /// longest sheet with the columns of the widest export has 20 million; more keeps an instance busy for
    /// nothing.</summary>
    [Range(1L, 1L << 40)]
    public long MaxSheetCells { get; init; } = 100_000_000;

    /// <summary>Largest row of a CSV file, in bytes of UTF-8. Default 1 MiB: over ten times the longest cell that the
    /// intake accepts; a longer one is most often a quote that was never closed.</summary>
    [Range(1 << 10, 1 << 28)]
    public int MaxRecordBytes { get; init; } = 1 << 20;
}
