namespace Signalering.Domain.Screening;

/// <summary>Finds one kind of personal data in a cell. An exception means that nobody knows: the gate then stops the file.</summary>
public interface IRecognizer
{
    /// <summary>Whether this kind can stand in a cell of this shape at all; asked for every cell.</summary>
    bool MayFind(in CellShape shape);

    /// <summary>Adds what it finds, and takes parts that it knows to be harmless.</summary>
    void Find(in CellText cell, CellFindings found);
}
