using Signalering.Domain.Counting;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Tests.Intake;

/// <summary>A table made in the test: sheets of rows of cells.</summary>
internal sealed class Rows(params string[][][] sheets) : IExportRows
{
    private int _sheet;
    private int _row = -1;

    public int RowNumber => _row + 1;

    public int Sheet => sheets.Length > 1 ? _sheet + 1 : 0;

    public int SheetCount => sheets.Length > 1 ? sheets.Length : 0;

    public int CellCount => Current.Length;

    public Problem? Failure => null;

    public int SerialOffset { get; init; }

    public IEnumerable<HiddenText> HiddenTexts { get; init; } = [];

    private string[] Current => _sheet < sheets.Length && _row >= 0 && _row < sheets[_sheet].Length ? sheets[_sheet][_row] : [];

    /// <summary>Lines with a bar between cells.</summary>
    public static Rows Of(params string[] lines) => new(Sheet_(lines));

    public static string[][] Sheet_(params string[] lines) => [.. lines.Select(line => line.Split('|'))];

    public bool Read()
    {
        while (_sheet < sheets.Length)
        {
            if (++_row < sheets[_sheet].Length)
                return true;
            _sheet++;
            _row = -1;
        }

        return false;
    }

    public ReadOnlySpan<char> Cell(int column) =>
        column >= 0 && column < Current.Length ? Current[column].AsSpan().Trim() : [];

    public void Dispose()
    {
    }

    /// <summary>The whole intake pass for team Molenveld (one wijk) on 1 December 2026.</summary>
    public IntakeResult Deliver(
        IntakeKnowledge? knowledge = null, string team = "molenveld", IntakeOptions? options = null, string[]? released = null)
    {
        var known = knowledge ?? Seeds.Knowledge;
        return new IntakePass(known, options ?? new IntakeOptions()).Run(
            new OpenedExport.Table(this, new string('0', 64)), known.Gemeente.FindTeam(team)!,
            new DeliveryStamp(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero), "toets"),
            new CaseHasher("een sleutel voor toetsen"u8, team), released?.ToHashSet(StringComparer.Ordinal), CancellationToken.None);
    }
}

internal static class ResultExtensions
{
    public static int Counted(this IntakeResult result) => result.Cubes.Sum(cube => cube.Header.Activities);

    public static IEnumerable<string> Codes(this IntakeResult result) => result.Problems.Groups.Select(g => g.Code.Value);

    /// <summary>Every word that a person would get to read.</summary>
    public static string Texts(this IntakeResult result) => string.Join('\n',
        result.Problems.Groups.SelectMany(g => g.Voorbeelden).Append(result.Refusal).Where(p => p is not null));
}
