using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>What a column is to the gate.</summary>
internal enum ColumnRole
{
    /// <summary>Anything: every detector.</summary>
    Text,

    /// <summary>The source's own number of the row: random digits pass an 11-test once in eleven, so the column is judged.</summary>
    RowNumber,

    /// <summary>Case number: judged as a whole.</summary>
    CaseKey,

    /// <summary>Day of the activity.</summary>
    Date,
}

/// <summary>What the values of a column have in common; looks at the first rows, then at one in sixteen.</summary>
internal sealed class ColumnReview(ColumnRole role)
{
    /// <summary>Distinct values kept; enough for shares to a percent or two.</summary>
    private const int MostValues = 4096;

    private const double BsnShare = 0.3;
    private const double NameShare = 0.6;

    // Chance of so many passes among random numbers; a column of three that all pass is one in 1300.
    private const double BsnChance = 0.001;

    private readonly HashSet<ulong> _seen = [];
    private readonly List<string> _keys = [];
    private readonly SortedDictionary<int, int> _years = [];
    private int _numbers;
    private int _passes;
    private int _names;
    private int _words;
    private int _dates;

    public ColumnRole Role { get; } = role;

    /// <summary>Looks at a value.</summary>
    /// <returns>False when it was seen before.</returns>
    public bool Look(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || _seen.Count >= MostValues)
            return false;
        if (!_seen.Add(HashOf(cell)))
            return false;
        if (Role == ColumnRole.CaseKey && cell.Length is >= 4 and <= 160)
            _keys.Add(cell.ToString());
        CountNumber(cell);
        CountDate(cell);
        return true;
    }

    /// <summary>Counts a cell of one to three words, of which the first is a first name or all are names.</summary>
    public void CountName(bool isName)
    {
        _words++;
        _names += isName ? 1 : 0;
    }

    /// <summary>What the column as a whole gives away.</summary>
    public IEnumerable<(PersonalDataKind Kind, FindingLevel Level, string Rule)> Judge()
    {
        if (IsBsnColumn())
            yield return (PersonalDataKind.Bsn, FindingLevel.Hoog, "kolom.bsn");
        if (_words >= 10 && _names >= NameShare * _words && _words >= 0.8 * _seen.Count)
            yield return (PersonalDataKind.Column, FindingLevel.Hoog, "kolom.namen");
        if (Role == ColumnRole.Date && IsBirthColumn())
            yield return (PersonalDataKind.Birthdate, FindingLevel.Hoog, "kolom.geboortedatum");
        if (Role == ColumnRole.CaseKey)
        {
            foreach (var finding in PseudonymCheck.Judge(_keys))
                yield return finding;
        }
    }

    private bool IsBsnColumn() =>
        _numbers >= 3 && _passes >= BsnShare * _numbers && Binomial.UpperTail(_numbers, _passes, 1 / 11.0) < BsnChance;

    // Spread over more than twenty years and more than three in ten well before the last one. One in fifty at either end may
    // be a typing error and does not count.
    private bool IsBirthColumn()
    {
        if (_dates < 20)
            return false;
        var years = _years.SelectMany(year => Enumerable.Repeat(year.Key, year.Value)).ToList();
        var trim = Math.Max(1, years.Count / 50);
        var (first, last) = (years[trim], years[^(trim + 1)]);
        return last - first > 20 && years.Count(year => year < last - 3) > 0.3 * years.Count;
    }

    private void CountNumber(ReadOnlySpan<char> cell)
    {
        if (cell.Length is not (8 or 9 or 11) || !char.IsAsciiDigit(cell[0]))
            return;
        Span<char> digits = stackalloc char[9];
        var count = cell.ContainsAnyExcept(Patterns.NumberChars) ? -1 : Patterns.Digits(cell, digits);
        if (count == 8)
        {
            if (Role == ColumnRole.Date || DutchDate.TryParse(cell, out _))
                return;
            digits[..8].CopyTo(digits[1..]);
            digits[0] = '0';
        }
        else if (count != 9)
        {
            return;
        }

        _numbers++;
        _passes += CheckDigits.PassesElevenTest(digits) ? 1 : 0;
    }

    private void CountDate(ReadOnlySpan<char> cell)
    {
        if (Role != ColumnRole.Date || !DutchDate.TryParse(cell, out var day))
            return;
        _dates++;
        _years[day.Year] = _years.GetValueOrDefault(day.Year) + 1;
    }

    private static ulong HashOf(ReadOnlySpan<char> cell)
    {
        var hash = WordKey.Seed;
        foreach (var c in cell)
            hash = WordKey.Add(hash, c);
        return hash;
    }
}

/// <summary>The binomial distribution.</summary>
internal static class Binomial
{
    /// <summary>P(X ≥ k) for n trials.</summary>
    public static double UpperTail(int n, int k, double p) =>
        k <= 0 ? 1 : MathNet.Numerics.SpecialFunctions.BetaRegularized(k, n - k + 1, p);
}
