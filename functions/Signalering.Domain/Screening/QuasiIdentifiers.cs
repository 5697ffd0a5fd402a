using Signalering.Domain.Intake;

namespace Signalering.Domain.Screening;

/// <summary>Combinations of wijk, age, sex and household that few cases share (k-anonymity).</summary>
/// <remarks>Counted only when a file brings at least one such column besides the wijk: the product needs none of them, and without
/// them the disclosure step protects the output. Source: Sweeney (2002), IJUFKS 10(5), 557–570, k = 5.</remarks>
internal sealed class QuasiIdentifiers
{
    /// <summary>Fewest cases that must share a combination.</summary>
    private const int K = 5;

    private const int MostClasses = 200_000;

    private static readonly string[] Headers =
        ["leeftijd", "leeftijdsgroep", "leeftijdscategorie", "leeftijdsklasse", "geslacht", "gender", "sekse", "huishouden", "gezinssamenstelling",
            "huishoudtype", "huishoudsamenstelling", "herkomst land", "herkomstland", "nationaliteit", "burgerlijke staat", "geboortejaar", "opleiding"];

    private readonly List<int> _columns = [];
    private readonly int _wijk;
    private readonly int _case;
    private readonly Dictionary<ulong, int> _classes = [];
    private readonly HashSet<(ulong Class, ulong Case)> _cases = [];

    public QuasiIdentifiers(IReadOnlyList<string> headers, int wijk, int caseColumn)
    {
        (_wijk, _case) = (wijk, caseColumn);
        for (var column = 0; column < headers.Count; column++)
        {
            if (column != wijk && Headers.Contains(PlainText.Fold(headers[column])))
                _columns.Add(column);
        }
    }

    /// <summary>Whether the file has such columns at all.</summary>
    public bool IsNeeded => _columns.Count > 0;

    /// <summary>Counts a row, or a case once.</summary>
    public void Look(IExportRows rows)
    {
        if (_classes.Count >= MostClasses)
            return;
        var key = Add(WordKey.Seed, _wijk < 0 ? [] : rows.Cell(_wijk));
        foreach (var column in _columns)
            key = Add(key, rows.Cell(column));
        if (_case >= 0 && !rows.Cell(_case).IsEmpty && !_cases.Add((key, Add(WordKey.Seed, rows.Cell(_case)))))
            return;
        _classes[key] = _classes.GetValueOrDefault(key) + 1;
    }

    /// <summary>First of the columns when some class is too small; −1 when every class has k cases or more.</summary>
    public int ColumnBelowK => _classes.Values.Any(count => count < K) ? _columns[0] : -1;

    private static ulong Add(ulong hash, ReadOnlySpan<char> cell)
    {
        foreach (var c in cell)
            hash = WordKey.Add(hash, char.ToLowerInvariant(c));
        return WordKey.Add(hash, '\u001F');
    }
}
