using System.Collections.Frozen;
using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>After the gate: free of the personal data that the gate knows. Only <see cref="PrivacyGate"/> makes one; the
/// classifier and the counter take no other.</summary>
public readonly ref struct ScreenedActivity
{
    internal ScreenedActivity(RawActivity raw)
    {
        Facts = raw.Facts;
        Texts = raw.Texts;
    }

    /// <summary>Day, wijk, duration and participants.</summary>
    public ActivityFacts Facts { get; }

    /// <summary>Pseudonymous case number; empty when the row has none.</summary>
    public ReadOnlySpan<char> Casus => Texts.Casus;

    internal CellTexts Texts { get; }

    /// <summary>Says nothing about the content.</summary>
    public override string ToString() => nameof(ScreenedActivity);
}

/// <summary>Stops what is personal. Everything that is classified or counted has gone through here.</summary>
/// <remarks>Looks at every cell of every row, title rows, header and rows that are left out included, whether the column is
/// known or not: the file is kept for a while. One per delivery; not for several threads.</remarks>
public sealed class PrivacyGate
{
    /// <summary>Place of texts in the properties of a workbook.</summary>
    public const string DocumentProperties = "documenteigenschappen";

    private readonly PersonalDataDetector _detector;
    private readonly ProblemList _problems;
    private readonly GatePolicy _policy = new();
    private readonly FindingIds _ids = new();
    private readonly CleanTexts _clean = new();
    private readonly List<GateFinding> _findings = [];
    private readonly int _findingsKept;
    private readonly FindingLevel _stopsAt;
    private readonly int _year;
    private readonly NameLexicon _lexicon;
    private readonly Func<PersonalDataDetector>? _makeDetector;

    private string? _part;
    private string[] _headers = [];
    private bool[] _isOurs = [];
    private ColumnReview[] _columns = [];
    private QuasiIdentifiers? _quasi;
    private ColumnMap? _map;
    private bool _isClosed;

    /// <summary>A gate for one delivery.</summary>
    /// <param name="lexicon">Names and words.</param>
    /// <param name="allowed">Streets, wijken, buildings and organisations.</param>
    /// <param name="year">Year of delivery; a row with a date is judged by its own.</param>
    /// <param name="problems">Gets a place per finding, never what stands there.</param>
    /// <param name="findingsKept">Findings kept one by one; the others are counted.</param>
    /// <param name="stopsAt">Level at which a row is held back. Laag for what is counted; hoog on the desk of whoever owns
    /// the file, where a row held back helps nobody.</param>
    public PrivacyGate(
        NameLexicon lexicon, IEnumerable<AllowList> allowed, int year, ProblemList problems, int findingsKept = 1000,
        FindingLevel stopsAt = FindingLevel.Laag)
        : this(new PersonalDataDetector(lexicon, [.. allowed]), lexicon, year, problems, findingsKept, stopsAt) =>
        _makeDetector = () => new PersonalDataDetector(lexicon, [.. allowed]);

    internal PrivacyGate(
        PersonalDataDetector detector, NameLexicon lexicon, int year, ProblemList problems, int findingsKept,
        FindingLevel stopsAt = FindingLevel.Laag) =>
        (_detector, _lexicon, _year, _problems, _findingsKept, _stopsAt) = (detector, lexicon, year, problems, findingsKept, stopsAt);

    /// <summary>Ids of findings that a person released (<see cref="GateFinding.Id"/>): they stop nothing.</summary>
    public IReadOnlySet<string> Released { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Findings so far that are more than advice, and were not released.</summary>
    public int Findings => _policy.Findings;

    /// <summary>What was found, in order; no more than were asked to be kept.</summary>
    public IReadOnlyList<GateFinding> All => _findings;

    /// <summary>Row of the header; 1 while there is none.</summary>
    public int HeaderRow { get; private set; } = 1;

    /// <summary>What the findings lead to. Final only after <see cref="Close"/>.</summary>
    public GateOutcome Outcome => _policy.Outcome;

    /// <summary>Looks at the header; has to be called before the rows under it, on the row of the header.</summary>
    /// <param name="rows">Stands on the header.</param>
    /// <param name="map">Which column is which.</param>
    /// <remarks>Called again for the header of a next sheet: its columns are judged by themselves.</remarks>
    public void Begin(IExportRows rows, ColumnMap map)
    {
        JudgeColumns();
        _map = map;
        HeaderRow = rows.RowNumber;
        _part = map.Sheet;
        _headers = new string[Math.Max(map.Width, rows.CellCount)];
        _columns = new ColumnReview[_headers.Length];
        _isOurs = new bool[_headers.Length];
        for (var column = 0; column < _headers.Length; column++)
        {
            _columns[column] = new ColumnReview(RoleOf(column, map));
            _isOurs[column] = column < map.Width && map.Name(column) != ColumnMap.Letter(column);
            _headers[column] = JudgeHeader(rows.Cell(column).ToString(), column, map);
        }

        _quasi = new QuasiIdentifiers(_headers, map[Field.Wijk], map[Field.Casus]);
        _quasi = _quasi.IsNeeded ? _quasi : null;
    }

    /// <summary>Lets a row through, or not.</summary>
    /// <returns>True when nothing personal was found; only then <paramref name="screened"/> may be used.</returns>
    public bool TryScreen(RawActivity raw, out ScreenedActivity screened)
    {
        var clean = Inspect(raw.Texts.Row, YearOf(raw.Facts));
        screened = clean ? new ScreenedActivity(raw) : default;
        return clean;
    }

    /// <summary>Screens rows of the table under the last header ahead of this gate, on another thread; null when this gate
    /// cannot be doubled.</summary>
    internal ForeseeingGate? Ahead() => _makeDetector is null
        ? null
        : new ForeseeingGate(
            new CleanRows(_makeDetector(), _clean, [.. _columns.Select(column => column.Role)], _isOurs), _year);

    /// <summary>Looks at a row that is left out, or that stands above the header.</summary>
    /// <returns>True when nothing personal was found.</returns>
    public bool Inspect(IExportRows rows) => Inspect(rows, _year);

    /// <summary>Looks at a text outside the rows of a table: a title, another sheet, a comment, a property of the file.</summary>
    /// <param name="waar">Place in our own words.</param>
    /// <param name="text">What stands there.</param>
    public void Inspect(Place waar, ReadOnlySpan<char> text)
    {
        foreach (var finding in _detector.Find(text, _year))
        {
            // Every workbook names its maker: an employee of the team, who is told of it and not held back for it.
            if (finding.Kind != PersonalDataKind.Name || waar.Deel != DocumentProperties)
                Add(waar, finding);
        }
    }

    /// <summary>Looks at the name of the file. A name of a person in it counts from the middle level: an unknown word with
    /// a capital is most often that of a system or a place.</summary>
    /// <param name="naam">Its words, see <see cref="FileNameWords"/>.</param>
    public void InspectFileName(HiddenText naam)
    {
        foreach (var finding in _detector.Find(naam.Tekst, _year))
        {
            if (finding.Kind != PersonalDataKind.Name || finding.Level >= FindingLevel.Midden)
                Add(naam.Waar, finding);
        }
    }

    /// <summary>Looks at the columns as a whole; has to be called after the last row.</summary>
    public void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        JudgeColumns();
    }

    private void JudgeColumns()
    {
        for (var column = 0; column < _columns.Length; column++)
        {
            foreach (var (kind, level, rule) in _columns[column].Judge())
                Add(HeaderRow, column, new CellFinding(kind, level, rule, 0, 0));
        }

        if (_quasi is { ColumnBelowK: >= 0 and var first })
            Add(HeaderRow, first, new CellFinding(PersonalDataKind.Combination, FindingLevel.Midden, "combinatie.k5", 0, 0));
    }

    private static ColumnRole RoleOf(int column, ColumnMap map) =>
        column == map[Field.ActiviteitId] ? ColumnRole.RowNumber
        : column == map[Field.Casus] ? ColumnRole.CaseKey
        : column == map[Field.Datum] ? ColumnRole.Date
        : ColumnRole.Text;

    // The name of a column in messages: its header, unless that is personal itself.
    private string JudgeHeader(string header, int column, ColumnMap map)
    {
        var known = map.Name(column);
        if (column >= map.Width || known != ColumnMap.Letter(column))
            return known;
        if (header.Length == 0)
            return known;
        if (HeaderRules.Judge(header) is var (level, rule))
            Add(HeaderRow, column, known, new CellFinding(PersonalDataKind.Column, level, rule, 0, 0));
        return IsClean(header, column, HeaderRow, _year, known) && header.Length <= 60 ? header.Trim() : known;
    }

    private bool Inspect(IExportRows rows, int year)
    {
        _quasi?.Look(rows);
        if (IsSampled(rows.RowNumber))
            Sample(rows);
        if (rows is RowsAhead ahead && ahead.Foreseen.IsClean(_map, year))
            return true;
        var clean = true;
        for (var column = 0; column < rows.CellCount; column++)
        {
            var cell = rows.Cell(column);
            var role = column < _columns.Length ? _columns[column].Role : ColumnRole.Text;
            if (!cell.IsEmpty && !CleanRows.IsSkipped(role, cell))
                clean &= IsClean(cell, column, rows.RowNumber, year, null);
        }

        return clean & JoinedIsClean(rows, year);
    }

    private void Sample(IExportRows rows)
    {
        for (var column = 0; column < Math.Min(rows.CellCount, _columns.Length); column++)
        {
            var cell = rows.Cell(column);
            var review = _columns[column];
            if (!cell.IsEmpty && review.Look(cell) && review.Role == ColumnRole.Text && IsShort(cell))
                review.CountName(IsNameOnly(cell));
        }
    }

    private bool JoinedIsClean(IExportRows rows, int year)
    {
        var clean = true;
        for (var column = 1; column < rows.CellCount; column++)
        {
            if (!CleanRows.IsStreetAndNumber(rows, column, _isOurs))
                continue;
            foreach (var finding in _detector.Find($"{rows.Cell(column - 1)} {rows.Cell(column)}", year))
            {
                if (finding.Kind == PersonalDataKind.Address)
                    clean &= Add(rows.RowNumber, column, finding with { Rule = "address.twee-cellen" });
            }
        }

        return clean;
    }

    private bool IsOurs(int column) => column < _isOurs.Length && _isOurs[column];

    private int YearOf(ActivityFacts facts) => ForeseeingGate.YearOf(facts, _year);

    private static bool IsSampled(int row) => row < 4000 || row % 16 == 0;

    private static bool IsShort(ReadOnlySpan<char> cell) =>
        cell.Length <= 40 && char.IsLetter(cell[0]) && cell.Count(' ') <= 3 && !cell.ContainsAnyInRange('0', '9');

    private bool IsNameOnly(ReadOnlySpan<char> cell)
    {
        var space = cell.IndexOf(' ');
        var first = _lexicon.Find(space < 0 ? cell : cell[..space]);
        var last = _lexicon.Find(cell[(cell.LastIndexOf(' ') + 1)..]);
        return first.HasFlag(NameFlags.First) || (last.HasFlag(NameFlags.Name) && !last.HasFlag(NameFlags.Weak) && space > 0);
    }

    private bool IsClean(ReadOnlySpan<char> cell, int column, int row, int year, string? name)
    {
        var key = CleanTexts.KeyOf(cell, year);
        if (_clean.Contains(key, cell.Length))
            return true;
        var found = _detector.Find(cell, year);
        if (found.Count == 0)
        {
            _clean.Add(key, cell.Length);
            return true;
        }

        var clean = true;
        foreach (var finding in found)
            clean &= name is null ? Add(row, column, finding) : Add(row, column, name, finding);
        return clean;
    }

    private string NameOf(int column) => column < _headers.Length ? _headers[column] : ColumnMap.Letter(column);

    private bool Add(int row, int column, CellFinding found) => Add(
        new GateFinding(row, NameOf(column), found.Kind, found.Level, found.Rule)
        {
            Shown = IsOurs(column) ? null : ColumnMap.Letter(column),
            Part = _part,
        },
        ColumnMap.Letter(column),
        found.Start);

    private void Add(Place waar, CellFinding found) => Add(
        new GateFinding(waar.Rij ?? 0, waar.Kolom ?? waar.Deel ?? string.Empty, found.Kind, found.Level, found.Rule)
        {
            Part = waar.Deel,
        },
        waar.Kolom,
        found.Start);

    // True when the row may go on.
    private bool Add(int row, int column, string name, CellFinding found) => Add(
        new GateFinding(row, name, found.Kind, found.Level, found.Rule) { Part = _part }, ColumnMap.Letter(column), found.Start);

    private bool Add(GateFinding finding, string? letter, int start)
    {
        if (_findings.Count < _findingsKept || Released.Count > 0)
            finding = finding with { Id = _ids.Next(finding, letter, start) };
        if (Released.Contains(finding.Id))
            return true;
        if (_findings.Count < _findingsKept)
            _findings.Add(finding);
        _policy.Add(finding);
        if (finding.IsAdvice)
            return true;
        _problems.Warn(ScreeningMessages.Of(finding));
        return finding.Level < _stopsAt;
    }
}

/// <summary>Lets a row through when nothing personal stands in it, ahead of the gate: the gate still has the last word, and
/// reports what this one passes over.</summary>
internal sealed class ForeseeingGate(CleanRows rows, int year)
{
    /// <summary>True when the row is clean; only then <paramref name="screened"/> may be used.</summary>
    public bool TryScreen(RawActivity raw, out ScreenedActivity screened, out int yearOfRow)
    {
        yearOfRow = YearOf(raw.Facts, year);
        var clean = rows.IsClean(raw.Texts.Row, yearOfRow);
        screened = clean ? new ScreenedActivity(raw) : default;
        return clean;
    }

    /// <summary>The year in which the text of a row is read.</summary>
    public static int YearOf(ActivityFacts facts, int otherwise) => facts.Datum.Year > 2000 ? facts.Datum.Year : otherwise;
}
