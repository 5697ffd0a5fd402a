namespace Signalering.Domain.Disclosure;

/// <summary>What becomes of a cell.</summary>
internal enum CellRole
{
    /// <summary>Its rounded value is shown.</summary>
    Published,

    /// <summary>Shown as withheld, and has to be safe.</summary>
    Withheld,

    /// <summary>Not in the table at all, and large or unknown: nothing to protect, but nobody knows it
    /// either.</summary>
    Unpublished,
}

/// <summary>A choice of what to show, and what an outsider then knows of every cell: an interval.</summary>
/// <remarks>Base values are a table that agrees with everything shown: the true one, unless an earlier edition is kept.
/// An interval always holds the base value.</remarks>
internal sealed class PublicationDraft
{
    /// <summary>No upper bound: far above every count, small enough to add up.</summary>
    public const long NoUpperBound = 1_000_000_000_000_000;

    private readonly long[] _shownLow;
    private readonly long[] _shownHigh;
    private readonly long _lowest;

    public PublicationDraft(
        TableModel model, long[] baseValues, CellRole[] roles, long[] shownLow, long[] shownHigh, bool[] mayBeWithheld,
        long lowest)
    {
        Model = model;
        Base = baseValues;
        Roles = roles;
        MayBeWithheld = mayBeWithheld;
        _shownLow = shownLow;
        _shownHigh = shownHigh;
        _lowest = lowest;
        Low = new long[roles.Length];
        High = new long[roles.Length];
        for (var cell = 0; cell < roles.Length; cell++)
            Set(cell, roles[cell]);
    }

    public TableModel Model { get; }

    public long[] Base { get; }

    public CellRole[] Roles { get; }

    /// <summary>Published cells that the protector may still withhold: not frozen, not zero.</summary>
    public bool[] MayBeWithheld { get; }

    public long[] Low { get; }

    public long[] High { get; }

    /// <summary>Cells whose role was set, in order; grows only.</summary>
    public List<int> Changes { get; } = [];

    public int Count => Roles.Length;

    /// <summary>Whether an outsider can hold another value than the base value for possible.</summary>
    public bool CanMove(int cell) => Low[cell] < High[cell];

    /// <summary>Changes what becomes of a cell.</summary>
    public void Set(int cell, CellRole role)
    {
        Roles[cell] = role;
        Changes.Add(cell);
        (Low[cell], High[cell]) = role == CellRole.Published
            ? (_shownLow[cell], _shownHigh[cell])
            : (role == CellRole.Withheld ? Math.Min(_lowest, Base[cell]) : 0, NoUpperBound);
    }
}
