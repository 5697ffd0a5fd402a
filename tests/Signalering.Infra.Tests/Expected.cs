namespace Signalering.Infra.Tests;

/// <summary>What code, host and infrastructure must agree on, written down once and apart from all three.</summary>
internal static class Expected
{
    /// <summary>Attempts before a message goes aside. The local host uses the same number.</summary>
    public const int Attempts = 5;

    public const string Topic = "gebeurtenissen";
    public const string TopicSubscription = "rapportplanner";
    public const string Inbox = "exports";
    public const string InboxFunction = "ReceiveExport";
    public const string Dialogue = "dialoog";
    public const string DialogueFunction = "ReadDialogue";

    public static readonly string[] Containers =
        ["archief", "dialoog", "dialoogregister", "exports", "kubussen", "ontvangst", "quarantaine", "rapporten", "teamrapporten"];

    public static readonly string[] HostContainers = ["onbezorgd", "pakket"];

    public static readonly string[] Queues = ["leveringen", "rapportages"];

    public static readonly string[] Settings =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AzureWebJobsStorage__accountName",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "Opslag__accountName",
        "Opslag__blobServiceUri",
        "Opslag__clientId",
        "Opslag__credential",
        "Opslag__queueServiceUri",
        "ServiceBus__clientId",
        "ServiceBus__credential",
        "ServiceBus__fullyQualifiedNamespace",
        "Signalering__ArchiefDagen",
        "Signalering__Casussleutel",
        "Signalering__Gemeentebestand",
        "Signalering__QuarantaineDagen",
    ];

    /// <summary>Azure regions in member states of the Union; Norway, Switzerland and the UK are none.</summary>
    public static readonly string[] RegionsInTheUnion =
    [
        "austriaeast", "belgiumcentral", "denmarkeast", "francecentral", "germanynorth", "germanywestcentral",
        "italynorth", "northeurope", "polandcentral", "spaincentral", "swedencentral", "swedensouth", "westeurope",
    ];

    /// <summary>Who may do what where; nothing else. Role names and ids as Azure documents them.</summary>
    public static readonly string[] Access =
    [
        "egst-signalering-prod: Storage Blob Data Contributor on containers/onbezorgd",
        "id-signalering-prod: Azure Service Bus Data Receiver on namespaces/sb-signalering-prod",
        "id-signalering-prod: Azure Service Bus Data Sender on namespaces/sb-signalering-prod",
        "id-signalering-prod: Key Vault Secrets User on vaults/kv-sig-prod",
        "id-signalering-prod: Monitoring Metrics Publisher on components/appi-signalering-prod",
        "id-signalering-prod: Storage Blob Data Owner on storageAccounts/stfnprod",
        "id-signalering-prod: Storage Blob Data Owner on storageAccounts/stsigprod",
        "id-signalering-prod: Storage Queue Data Contributor on storageAccounts/stfnprod",
        "id-signalering-prod: Storage Queue Data Contributor on storageAccounts/stsigprod",
        "id-signalering-prod: Storage Table Data Contributor on storageAccounts/stfnprod",
    ];

    public static readonly Dictionary<string, string> RoleNames = new(StringComparer.Ordinal)
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };
}
