using System.Buffers;
using Signalering.Domain.Municipality;

namespace Signalering.Domain.Intake;

/// <summary>What became of a row.</summary>
public enum RowOutcome
{
    /// <summary>An activity.</summary>
    Activity,

    /// <summary>Blank, a total or a footer: no activity and no fault.</summary>
    Skipped,

    /// <summary>Left out; the problem is in the list.</summary>
    Bad,
}

/// <summary>From a row of cells to an activity: dates, durations, participants and wijken as typed in the
/// field.</summary>
public sealed class ActivityReader
{
    private const int LongestCell = 100_000;
    internal const int MinutesPerDay = 24 * 60;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    // Words with which totals, footers and the lines of a printed list begin.
    private static readonly string[] FooterWords =
    [
        "totaal", "totalen", "subtotaal", "eindtotaal", "generaal totaal", "som", "afgedrukt", "printdatum", "pagina", "blad",
        "filter", "selectie", "gegenereerd", "bron", "export", "einde", "aantal rijen", "aantal records", "aangemaakt",
    ];

    private static readonly SearchValues<char> SumCharacters = SearchValues.Create("0123456789.,:");

    private readonly ColumnMap _map;
    private readonly int[] _textColumns;
    private readonly WijkIndex _wijken;
    private readonly string _gemeente;
    private readonly int _wijkOfTeam;
    private readonly DateOnly _lastDay;
    private readonly ProblemList _problems;

    /// <summary>A reader for one file.</summary>
    /// <param name="map">Where each field stands.</param>
    /// <param name="gemeente">Whose wijken are known.</param>
    /// <param name="wijken">Places of that municipality.</param>
    /// <param name="team">The team that delivers; its wijk stands in when the file has no wijk column.</param>
    /// <param name="lastDay">Day of delivery: nothing can have happened after it.</param>
    /// <param name="problems">Gets what a person has to mend.</param>
    public ActivityReader(
        ColumnMap map, Gemeente gemeente, WijkIndex wijken, Wijkteam team, DateOnly lastDay, ProblemList problems)
    {
        (_map, _wijken, _gemeente, _lastDay, _problems) = (map, wijken, gemeente.Naam, lastDay, problems);
        _textColumns = [.. map.TextColumns];
        _wijkOfTeam = team.Wijken.Count == 1 ? wijken.IndexOfCode(team.Wijken[0]) : wijken.OnbekendIndex;
    }

    /// <summary>Reads the current row.</summary>
    public RowOutcome Read(IExportRows rows, out RawActivity activity)
    {
        activity = default;
        var datum = rows.Cell(_map[Field.Datum]);
        if (datum.IsEmpty && IsBlank(rows))
            return RowOutcome.Skipped;
        if (!DutchDate.TryParse(datum, _map.DateOrder, rows.SerialOffset, out var day))
            return IsNoActivity(rows) ? RowOutcome.Skipped : Bad(Messages.GeenDatum(At(rows, Field.Datum)));
        if (day < FirstDay || day > _lastDay)
            return Bad(Messages.DatumKanNiet(At(rows, Field.Datum)));
        if (HasExtraCells(rows))
            return Bad(Messages.AantalCellen(_map.At(rows.RowNumber), _map.Width, rows.CellCount));
        if (HasLongCell(rows, out var column))
            return Bad(Messages.CelTeLang(_map.At(rows.RowNumber, column)));

        var wijk = Wijk(rows);
        if (wijk < 0)
            return Bad(Messages.OnbekendeWijk(At(rows, Field.Wijk), _gemeente));

        var facts = new ActivityFacts(day, wijk, Minutes(rows), Participants(rows));
        activity = new RawActivity(facts, new CellTexts(rows, _textColumns, _map[Field.Casus]));
        return RowOutcome.Activity;
    }

    // The wijk as written; without one, the wijk in which the postcode lies; without both, that of the team.
    private int Wijk(IExportRows rows)
    {
        var postcode = rows.Cell(_map[Field.Postcode4]);
        if (!_map.Has(Field.Wijk))
            return _map.Has(Field.Postcode4) ? _wijken.FindPostcode(postcode) : _wijkOfTeam;
        var wijk = _wijken.Find(rows.Cell(_map[Field.Wijk]));
        return wijk == _wijken.OnbekendIndex && !postcode.IsEmpty ? _wijken.FindPostcode(postcode) : wijk;
    }

    private int? Minutes(IExportRows rows)
    {
        var (field, unit) = DurationOf(_map);
        if (!_map.Has(field) || DutchNumbers.IsNull(rows.Cell(_map[field])))
            return null;
        if (!DutchDuration.TryMinutes(rows.Cell(_map[field]), unit, out var minutes))
        {
            _problems.Warn(Messages.GeenDuur(At(rows, field)));
            return null;
        }

        if (minutes is >= 0 and <= MinutesPerDay)
            return minutes;
        _problems.Warn(Messages.DuurKanNiet(At(rows, field)));
        return null;
    }

    /// <summary>The column that tells a duration, and in what.</summary>
    internal static (Field Field, DurationUnit Unit) DurationOf(ColumnMap map) =>
        map.Has(Field.DuurMinuten) ? (Field.DuurMinuten, DurationUnit.Minutes)
        : map.Has(Field.DuurUren) ? (Field.DuurUren, DurationUnit.Hours)
        : (Field.Duur, DurationUnit.ByForm);

    private int? Participants(IExportRows rows)
    {
        if (!_map.Has(Field.Deelnemers) || DutchNumbers.IsNull(rows.Cell(_map[Field.Deelnemers])))
            return null;
        if (DutchNumbers.TryParticipants(rows.Cell(_map[Field.Deelnemers]), out var participants))
            return participants;
        _problems.Warn(Messages.DeelnemersOnleesbaar(At(rows, Field.Deelnemers)));
        return null;
    }

    private RowOutcome Bad(Problem problem)
    {
        _problems.AddBadRow(problem);
        return RowOutcome.Bad;
    }

    private Place At(IExportRows rows, Field field) => _map.At(rows.RowNumber, _map[field]);

    private static bool IsBlank(IExportRows rows)
    {
        for (var column = 0; column < rows.CellCount; column++)
        {
            if (!rows.Cell(column).IsEmpty)
                return false;
        }

        return true;
    }

    // A row without a day that is no activity: a total, a footer, the header of the next page, or a line with sums.
    private bool IsNoActivity(IExportRows rows)
    {
        var first = true;
        var filled = 0;
        var sums = 0;
        var headers = 0;
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column);
            if (cell.IsEmpty)
                continue;
            if (first && IsFooterText(cell))
                return true;
            first = false;
            filled++;
            sums += IsSum(cell) && !_textColumns.Contains(column) && column != _map[Field.ActiviteitId] ? 1 : 0;
            headers += column < _map.Width && IsHeader(cell, column) ? 1 : 0;
        }

        return headers * 2 > filled || (sums == filled && filled <= 3);
    }

    private bool IsHeader(ReadOnlySpan<char> cell, int column)
    {
        if (cell.Length > 120)
            return false;
        Span<char> buffer = stackalloc char[cell.Length];
        return PlainText.Fold(cell, buffer).SequenceEqual(_map.FoldedHeaders[column]);
    }

    // "Totaal 412", "Subtotaal maart", "Maart totaal".
    private static bool IsFooterText(ReadOnlySpan<char> cell)
    {
        foreach (var word in FooterWords)
        {
            if (cell.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (cell.Length == word.Length || !char.IsLetter(cell[word.Length])))
                return true;
        }

        return cell.Length <= 60 && cell.EndsWith("totaal", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSum(ReadOnlySpan<char> cell) =>
        cell.IndexOfAnyExcept(SumCharacters) < 0;

    private bool HasExtraCells(IExportRows rows)
    {
        for (var column = _map.Width; column < rows.CellCount; column++)
        {
            if (!rows.Cell(column).IsEmpty)
                return true;
        }

        return false;
    }

    private bool HasLongCell(IExportRows rows, out int column)
    {
        foreach (var text in _textColumns)
        {
            column = text;
            if (rows.Cell(text).Length > LongestCell)
                return true;
        }

        column = -1;
        return false;
    }
}
