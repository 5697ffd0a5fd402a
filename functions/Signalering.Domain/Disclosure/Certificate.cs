namespace Signalering.Domain.Disclosure;

/// <summary>Evidence that a publication is safe. Kept with it, never published: it tells which cells are small.</summary>
public sealed record Certificate
{
}
