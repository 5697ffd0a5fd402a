namespace Signalering.Domain.Intake;

/// <summary>How the headers of a file differ from what its profile says: renamed, missing, extra, moved,
/// twice.</summary>
public static class HeaderDrift
{
    /// <summary>What changed, in Dutch and in our own words; empty when nothing did, or when no profile fits.</summary>
    public static IReadOnlyList<string> Of(ColumnMap map)
    {
        var twice = Twice(map);
        if (map.Profile is not { } match)
            return twice.Count == 0 ? [] : [$"dubbel: {IntakeMessages.Listed(twice)}"];
        var known = match.Profiel.Kolommen;
        var missing = known.Where(column => !map.FoldedHeaders.Contains(column.Folded)).ToList();
        var extra = Enumerable.Range(0, map.Width)
            .Where(column => map.FoldedHeaders[column].Length > 0 && known.All(k => k.Folded != map.FoldedHeaders[column]))
            .ToList();
        var renamed = new List<string>();
        foreach (var column in extra.Where(column => map.ColumnFields[column] is not null).ToList())
        {
            if (missing.FirstOrDefault(m => m.Veld is { } field && Means(field, map.ColumnFields[column]!.Value)) is not { } old)
                continue;
            renamed.Add($"'{old.Kop}' heet nu '{map.Name(column)}'");
            missing.Remove(old);
            extra.Remove(column);
        }

        var changes = new List<string>();
        if (renamed.Count > 0)
            changes.Add($"hernoemd: {IntakeMessages.Listed(renamed)}");
        if (missing.Count > 0)
            changes.Add($"ontbreekt: {IntakeMessages.Listed([.. missing.Select(column => $"'{column.Kop}'")])}");
        if (extra.Count > 0)
            changes.Add($"nieuw: {IntakeMessages.Listed([.. extra.Select(column => $"'{map.Name(column)}'")])}");
        if (IsMoved(map, known))
            changes.Add("de volgorde is anders");
        if (twice.Count > 0)
            changes.Add($"dubbel: {IntakeMessages.Listed(twice)}");
        return changes;
    }

    private static List<string> Twice(ColumnMap map) =>
    [
        .. Enumerable.Range(0, map.Width)
            .Where(column => map.FoldedHeaders[column].Length > 0)
            .GroupBy(column => map.FoldedHeaders[column], StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"'{map.Name(group.First())}' (kolommen {string.Join(" en ", group.Select(ColumnMap.Letter))})"),
    ];

    // A duration stays a duration when its unit changes.
    private static bool Means(Field known, Field found) => known == found || (IsDuration(known) && IsDuration(found));

    private static bool IsDuration(Field field) => field is Field.Duur or Field.DuurMinuten or Field.DuurUren;

    private static bool IsMoved(ColumnMap map, IReadOnlyList<ProfileColumn> known)
    {
        var positions = known.Select(column => IndexOf(map.FoldedHeaders, column.Folded)).Where(p => p >= 0).ToList();
        return positions.Zip(positions.Skip(1)).Any(pair => pair.First > pair.Second);
    }

    private static int IndexOf(IReadOnlyList<string> headers, string folded)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i] == folded)
                return i;
        }

        return -1;
    }
}
