using System.Buffers;

namespace Signalering.Domain.Classification;

/// <summary>Matches of one row, on the stack for ordinary rows and in a rented array for very long ones.</summary>
/// <param name="initial">Room on the caller's stack.</param>
public ref struct MatchBuffer(Span<TermMatch> initial)
{
    private Span<TermMatch> _room = initial;
    private TermMatch[]? _rented;
    private int _count;

    /// <summary>Matches so far.</summary>
    public readonly ReadOnlySpan<TermMatch> Matches => _room[.._count];

    /// <summary>Adds a match.</summary>
    public void Add(TermMatch match)
    {
        if (_count == _room.Length)
            Grow();
        _room[_count++] = match;
    }

    /// <summary>Gives a rented array back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<TermMatch>.Shared.Return(_rented);
        _rented = null;
    }

    private void Grow()
    {
        var larger = ArrayPool<TermMatch>.Shared.Rent(Math.Max(64, _count * 2));
        _room[.._count].CopyTo(larger);
        if (_rented is not null)
            ArrayPool<TermMatch>.Shared.Return(_rented);
        _room = _rented = larger;
    }
}
