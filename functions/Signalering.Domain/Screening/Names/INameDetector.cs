namespace Signalering.Domain.Screening;

/// <summary>Finds names of persons. The built-in one works by rules; a statistical model can take its place behind this seam.</summary>
public interface INameDetector : IRecognizer;
