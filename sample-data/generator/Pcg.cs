namespace Signalering.SampleData;

/// <summary>PCG-XSH-RR 64/32 (O'Neill 2014): small, seeded, and the same on every machine and runtime.</summary>
/// <remarks>Only additions, multiplications and comparisons are used on top of it: no function whose last bit
/// may differ between processors.</remarks>
internal sealed class Pcg
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong _increment;
    private ulong _state;

    public Pcg(string stream)
    {
        _increment = (Hash(stream) << 1) | 1;
        _state = unchecked(Story.Seed + _increment);
        Next();
        Next();
    }

    /// <summary>FNV-1a, 64 bit.</summary>
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        return hash;
    }

    /// <summary>A number from 0 up to, not including, <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)(((ulong)Next() * (ulong)bound) >> 32);

    /// <summary>A number from <paramref name="low"/> up to and including <paramref name="high"/>.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True with this chance.</summary>
    public bool Chance(double chance) => Next() < chance * 4294967296.0;

    /// <summary>One of these.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Position of one of these weights, in proportion.</summary>
    public int Weighted(ReadOnlySpan<int> weights)
    {
        var total = 0;
        foreach (var weight in weights)
            total += weight;
        var left = Below(total);
        var index = 0;
        while (left >= weights[index])
            left -= weights[index++];
        return index;
    }

    /// <summary>A count with this mean and at least half of a Poisson count's variance.</summary>
    public int Count(double mean)
    {
        var trials = ((int)mean + 1) * 2;
        var chance = mean / trials;
        var count = 0;
        for (var trial = 0; trial < trials; trial++)
            count += Chance(chance) ? 1 : 0;
        return count;
    }

    private uint Next()
    {
        var old = _state;
        _state = unchecked((old * Multiplier) + _increment);
        var shifted = unchecked((uint)(((old >> 18) ^ old) >> 27));
        return System.Numerics.BitOperations.RotateRight(shifted, (int)(old >> 59));
    }
}
