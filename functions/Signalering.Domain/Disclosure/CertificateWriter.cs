using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Signalering.Domain.Disclosure;

/// <summary>Writes down what was proven.</summary>
internal sealed class CertificateWriter(
    TableModel model, UnprotectedTable table, ProtectionOptions options, ILinearSolver solver)
{
    /// <summary>The certificate of a publication that passed its audit.</summary>
    public Certificate Write(
        PublishedTable published, WithheldReason[] reasons, IReadOnlyList<int> withheld, IReadOnlyList<int> kept,
        AlternativeTables tables) => new()
        {
            Product = ProductVersion.Current,
            Solver = solver.Name,
            InputSha256 = Hash(InOrder().Select(row => $"{Codes(row)}={Text(table.Cells[row].Value)}")),
            OutputSha256 = Hash(InOrder().Select(row => $"{Codes(row)}={Text(published.Cells[row].Value)}")),
            Threshold = options.Threshold,
            ThresholdWithoutCases = options.ThresholdWithoutCases,
            MinimumWidth = options.MinimumWidth,
            RoundingBase = options.RoundingBase,
            ThresholdIsKnown = options.ThresholdIsKnown,
            Lower = options.Lower,
            Dimensions = [.. table.Dimensions.Select((name, d) => CertifyDimension(name, d))],
            Shown = published.Cells.Count(cell => cell.Value is not null),
            Kept = [.. kept.Select(cell => model.Cells[cell].Name)],
            Withheld = [.. withheld.Select(cell => Certify(cell, reasons[cell], tables))],
        };

    private CertifiedDimension CertifyDimension(string name, int dimension)
    {
        var relations = model.Relations.Where(relation => relation.Dimension == dimension).ToList();
        var kind = relations.Count == 0 ? "none" : relations[0].Kind == RelationKind.Sum ? "sum" : "distinct";
        return new CertifiedDimension(name, kind, relations.Count);
    }

    private CertifiedCell Certify(int cell, WithheldReason reason, AlternativeTables tables)
    {
        var (least, most) = tables.Proof(cell);
        var units = (decimal)model.UnitsPerOne;
        return new CertifiedCell(
            model.Cells[cell].Name, reason, tables.Least(cell) / units, tables.Most(cell) / units,
            Hash(Lines(least).Append("/").Concat(Lines(most))));
    }

    private IEnumerable<string> Lines(Alternative? alternative) => alternative is null
        ? []
        : alternative.Cells.Zip(alternative.Deltas, (cell, delta) => string.Create(
            CultureInfo.InvariantCulture, $"{model.Cells[cell].Name}:{delta}"));

    private IEnumerable<int> InOrder() => model.Cells.Where(cell => cell.Source >= 0).Select(cell => cell.Source);

    private string Codes(int row) => string.Join('\u001f', table.Cells[row].Codes);

    private static string Text(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "x";

    private static string Hash(IEnumerable<string> lines) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
