using System.Globalization;
using Signalering.Domain.Deliveries;

namespace Signalering.Cli.Verbs;

/// <summary>What became of many deliveries, in a few lines.</summary>
internal static class ReceiptSummary
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static void Say(Screen screen, IReadOnlyCollection<Receipt> receipts)
    {
        var counted = receipts.Count(r => r.Status == "verwerkt");
        var held = receipts.Count(r => r.Status == "wacht");
        var waiting = held == 0 ? string.Empty : string.Create(Dutch, $", {held:N0} in quarantaine");
        var activities = receipts.Sum(r => (long)(r.Aantallen?.Geteld ?? 0));
        screen.Say(string.Create(Dutch, $"{receipts.Count:N0} leveringen: {counted:N0} verwerkt ({activities:N0} activiteiten), {receipts.Count - counted - held:N0} geweigerd{waiting}."));
        foreach (var refused in receipts.Where(r => r.Status != "verwerkt"))
            screen.Say($"  {refused.Wijkteam}: {refused.Samenvatting}");
        var rows = receipts.Where(r => r.Status == "verwerkt").Sum(r => r.Aantallen?.Weggelaten ?? 0);
        if (rows > 0)
            screen.Say(string.Create(Dutch, $"  {rows:N0} rijen weggelaten; de ontvangstbewijzen zeggen welke en waarom."));
    }
}
