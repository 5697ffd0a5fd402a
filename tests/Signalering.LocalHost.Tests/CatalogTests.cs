using Microsoft.AspNetCore.Http;

namespace Signalering.LocalHost.Tests;

public sealed class CatalogTests
{
    [Fact]
    public void Functions_are_found_in_order_of_name()
    {
        var found = FunctionCatalog.Find([typeof(Two), typeof(One), typeof(string)]);

        Assert.Equal(["Aan", "Bij", "Om"], found.Select(function => function.Name));
        Assert.Equal("bericht", found[1].TriggerParameter.Name);
        Assert.Equal(["bericht", "messageId"], found[1].Parameters.Select(parameter => parameter.Name));
        Assert.Equal("Signalering.LocalHost.Tests.CatalogTests+Two.Bij", found[1].EntryPoint);
    }

    [Fact]
    public void The_description_is_stable_json()
    {
        const string expected = """
            [
              {
                "name": "Aan",
                "entryPoint": "Signalering.LocalHost.Tests.CatalogTests+One.Aan",
                "bindings": [
                  {
                    "name": "inhoud",
                    "type": "blobTrigger",
                    "direction": "In",
                    "path": "exports/{wijkteam}/{bestand}",
                    "connection": "Opslag",
                    "source": "EventGrid"
                  }
                ]
              },
              {
                "name": "Bij",
                "entryPoint": "Signalering.LocalHost.Tests.CatalogTests+Two.Bij",
                "bindings": [
                  {
                    "name": "bericht",
                    "type": "serviceBusTrigger",
                    "direction": "In",
                    "topicName": "gebeurtenissen",
                    "subscriptionName": "rapportplanner",
                    "connection": "ServiceBus"
                  }
                ]
              },
              {
                "name": "Om",
                "entryPoint": "Signalering.LocalHost.Tests.CatalogTests+Two.Om",
                "bindings": [
                  {
                    "name": "timer",
                    "type": "timerTrigger",
                    "direction": "In",
                    "schedule": "%Schema%",
                    "runOnStartup": true
                  }
                ],
                "retry": {
                  "strategy": "fixedDelay",
                  "maxRetryCount": 2,
                  "delayInterval": "00:00:10"
                }
              }
            ]

            """;

        Assert.Equal(expected, FunctionCatalog.Describe([typeof(Two), typeof(One)]), ignoreLineEndingDifferences: true);
        Assert.Contains(
            """
                  {
                    "name": "$return",
                    "type": "http",
                    "direction": "Out"
                  }
            """,
            FunctionCatalog.Describe([typeof(HttpTests.Web)]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_without_a_trigger_is_not_described() =>
        Assert.Throws<InvalidOperationException>(() => FunctionCatalog.Find([typeof(RulesTests.NoTrigger)]));

    public sealed class One
    {
        [Function("Aan")]
        public void Aan(
            [BlobTrigger("exports/{wijkteam}/{bestand}", Connection = "Opslag", Source = BlobTriggerSource.EventGrid)]
            string inhoud)
        {
        }

        public void Geen(HttpRequest request)
        {
        }
    }

    public sealed class Two
    {
        [Function("Om")]
        [FixedDelayRetry(2, "00:00:10")]
        public void Om([TimerTrigger("%Schema%", RunOnStartup = true)] TimerInfo timer)
        {
        }

        [Function("Bij")]
        public void Bij(
            [ServiceBusTrigger("gebeurtenissen", "rapportplanner", Connection = "ServiceBus")] string bericht,
            string messageId)
        {
        }
    }
}
