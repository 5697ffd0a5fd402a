using Signalering.Domain.Counting;

namespace Signalering.Domain.Detection;

/// <summary>Series of one group on one axis of months; what a series does not have is missing.</summary>
internal sealed class AlignedGroup
{
    private readonly Month _first;
    private readonly int _months;
    private readonly int[][] _usableBefore;

    public AlignedGroup(IReadOnlyList<MonthlySeries> series, IReadOnlyList<int> indices)
    {
        (Series, Indices) = (series, indices);
        _first = series.Min(s => s.First);
        var last = series.Max(s => s.First.Plus(s.Counts.Count));
        _months = last.Index - _first.Index;
        Counts = [.. series.Select(s => OnAxis(s, s.Counts))];
        Exposure = [.. series.Select(s => s.Exposure.Count == 0 ? [] : OnAxis(s, s.Exposure))];
        _usableBefore = [.. series.Select((_, i) => CountUsable(i))];
    }

    public IReadOnlyList<MonthlySeries> Series { get; }

    /// <summary>Position of each series in the input.</summary>
    public IReadOnlyList<int> Indices { get; }

    public double[][] Counts { get; }

    public double[][] Exposure { get; }

    /// <summary>Months to assess, 1-based on the axis.</summary>
    public IEnumerable<int> MonthsFrom(Month? from)
    {
        var start = from is { } month ? Math.Max(1, month.Index - _first.Index + 1) : 1;
        for (var k = start; k <= _months; k++)
            yield return k;
    }

    public Month Month(int k) => _first.Plus(k - 1);

    public double ExposureOf(int i, int k) => Exposure[i].Length == 0 ? 1 : Exposure[i][k - 1];

    public bool IsUsable(int i, int k) => !double.IsNaN(Counts[i][k - 1]) && ExposureOf(i, k) > 0;

    /// <summary>Usable months before month k.</summary>
    public int UsableBefore(int i, int k) => _usableBefore[i][k - 1];

    /// <summary>Whether less than half of the median exposure of the twelve months before delivered.</summary>
    public bool IsIncomplete(int i, int k)
    {
        if (Exposure[i].Length == 0)
            return false;
        Span<double> before = stackalloc double[12];
        var count = 0;
        for (var t = Math.Max(1, k - 12); t < k; t++)
        {
            if (IsUsable(i, t))
                before[count++] = ExposureOf(i, t);
        }

        if (count == 0)
            return false;
        before[..count].Sort();
        return ExposureOf(i, k) < before[count / 2] / 2;
    }

    /// <summary>Stores a month in the row of its series; months outside the series are dropped.</summary>
    public void Put(SeriesMonth[][] months, int i, int k, SeriesMonth month)
    {
        var position = _first.Index + k - 1 - Series[i].First.Index;
        if (position >= 0 && position < Series[i].Counts.Count)
            months[Indices[i]][position] = month;
    }

    private double[] OnAxis(MonthlySeries series, IReadOnlyList<double> values)
    {
        var row = new double[_months];
        Array.Fill(row, double.NaN);
        var start = series.First.Index - _first.Index;
        for (var t = 0; t < values.Count; t++)
            row[start + t] = values[t];
        return row;
    }

    private int[] CountUsable(int i)
    {
        var before = new int[_months];
        var count = 0;
        for (var k = 1; k <= _months; k++)
        {
            before[k - 1] = count;
            count += IsUsable(i, k) ? 1 : 0;
        }

        return before;
    }
}
