using System.Text.RegularExpressions;
using Signalering.Azure;
using Signalering.LocalHost;

namespace Signalering.Functions.Tests.Architecture;

/// <summary>A function is a hinge: short, the same for both hosts, and it decides nothing.</summary>
public sealed partial class FunctionFilesTests
{
    private static readonly IReadOnlyList<FunctionDescriptor> Found =
        FunctionCatalog.Find(typeof(LocalPipeline).Assembly);

    // What belongs to one host; the rest is compiled for both.
    private static readonly string[] OneHost = ["LocalPipeline.cs", "Program.Local.cs", "Program.Azure.cs"];

    public static TheoryData<string> Files { get; } =
        [.. Found.Select(function => function.DeclaringType.Name + ".cs").Distinct(StringComparer.Ordinal)];

    [Fact]
    public void The_functions_are_those_of_the_design() => Assert.Superset(
        new HashSet<string>(["BuildReport", "PlanReports", "ProcessDelivery", "ReceiveExport"], StringComparer.Ordinal),
        Found.Select(function => function.Name).ToHashSet(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_function_file_has_20_to_80_lines(string file) =>
        Assert.InRange(SourceTree.Text("Functions", file).TrimEnd().Split('\n').Length, 20, 80);

    [Fact]
    public void The_functions_keep_the_rules_of_both_hosts() =>
        Assert.Empty(FunctionRules.Check(typeof(LocalPipeline).Assembly));

    [Fact]
    public void No_file_that_both_hosts_compile_names_one_of_them()
    {
        var shared = SourceTree.Files("Functions").Where(file => !OneHost.Contains(file.Name)).ToList();

        Assert.NotEmpty(shared);
        Assert.All(shared, file =>
        {
            Assert.DoesNotContain("Signalering.LocalHost", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Microsoft.Azure", file.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("#if", file.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_trigger_is_inherited_or_wrapped() =>
        Assert.DoesNotContain(typeof(LocalPipeline).Assembly.GetTypes(), type =>
            type.IsAssignableTo(typeof(Attribute)) && type.Namespace == typeof(LocalPipeline).Namespace);

    [Fact]
    public void Every_trigger_takes_its_names_from_the_routes()
    {
        var triggers = SourceTree.Files("Functions").Where(file => !OneHost.Contains(file.Name))
            .SelectMany(file => RoutedTrigger().Matches(file.Text).Select(match => match.Groups[1].Value))
            .ToList();

        var routed = Found.Where(function => function.Trigger is not (TimerTriggerAttribute or HttpTriggerAttribute));
        Assert.Equal(routed.Count(), triggers.Count);
        Assert.All(triggers, arguments =>
        {
            Assert.StartsWith("Routes.", arguments, StringComparison.Ordinal);
            Assert.Contains("Connection = Routes.", arguments, StringComparison.Ordinal);
            Assert.All(Literal().Matches(arguments), text => Assert.Matches("^\"/\\{[a-z]+\\}\"$", text.Value));
        });
    }

    [Fact]
    public void Every_queue_that_is_sent_to_has_a_function_and_the_same_number_of_attempts()
    {
        var listened = Found.Select(function => function.Trigger).OfType<ServiceBusTriggerAttribute>()
            .Select(bus => bus.QueueName ?? LocalQueues.StandInFor(bus.TopicName!, bus.SubscriptionName!));

        Assert.Equal(
            [StorageQueueMessages.PlannerQueue, Routes.Leveringen, Routes.Rapportages],
            listened.Order(StringComparer.Ordinal));
        Assert.Equal(Routes.MaxAttempts, new LocalHostOptions().MaxAttempts);
    }

    [GeneratedRegex(@"\[(?:Blob|ServiceBus|Queue)Trigger\(([^\]]*)\)\]")]
    private static partial Regex RoutedTrigger();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Literal();
}
