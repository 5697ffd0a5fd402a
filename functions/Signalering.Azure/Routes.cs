namespace Signalering.Azure;

/// <summary>Names of containers, queues and settings; triggers, adapters and infra tests all use these.</summary>
public static class Routes
{
    /// <summary>Setting (prefix) of the storage account with the data.</summary>
    public const string Opslag = "Opslag";

    /// <summary>Setting (prefix) of the Service Bus namespace.</summary>
    public const string ServiceBus = "ServiceBus";

    /// <summary>Inbox: <c>exports/{wijkteam}/{bestand}</c>.</summary>
    public const string Exports = "exports";

    /// <summary>Cubes: <c>kubussen/{wijkteam}/{maand}</c>.</summary>
    public const string Kubussen = "kubussen";

    /// <summary>Receipts: <c>ontvangst/{wijkteam}/{levering}.json</c>.</summary>
    public const string Ontvangst = "ontvangst";

    /// <summary>Files that wait for a person, and their pages: <c>quarantaine/{wijkteam}/{levering}</c>.</summary>
    public const string Quarantaine = "quarantaine";

    /// <summary>Accepted files, kept for a while: <c>archief/{wijkteam}/{levering}</c>.</summary>
    public const string Archief = "archief";

    /// <summary>Reports: <c>rapporten/{periode}/v{n}/…</c>.</summary>
    public const string Rapporten = "rapporten";

    /// <summary>Reports for teams: <c>teamrapporten/{wijkteam}/…</c>.</summary>
    public const string Teamrapporten = "teamrapporten";

    /// <summary>Workbooks with answers to signals, dropped by advisors.</summary>
    public const string Dialoog = "dialoog";

    /// <summary>The register of answers, and what became of each workbook.</summary>
    public const string Dialoogregister = "dialoogregister";

    /// <summary>Queue of files to be counted.</summary>
    public const string Leveringen = "leveringen";

    /// <summary>Queue of reports to be made.</summary>
    public const string Rapportages = "rapportages";

    /// <summary>Topic of what happened.</summary>
    public const string Gebeurtenissen = "gebeurtenissen";

    /// <summary>Subscription of the planner of reports.</summary>
    public const string Rapportplanner = "rapportplanner";

    /// <summary>All containers.</summary>
    public static IReadOnlyList<string> Containers { get; } =
        [Exports, Kubussen, Ontvangst, Quarantaine, Archief, Rapporten, Teamrapporten, Dialoog, Dialoogregister];

    /// <summary>Attempts before a message goes to the poison queue; the same number stands in host.json and main.bicep.</summary>
    public const int MaxAttempts = 5;
}
