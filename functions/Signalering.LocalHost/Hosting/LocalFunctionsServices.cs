using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost;

/// <summary>Adds the local host to an application.</summary>
public static class LocalFunctionsServices
{
    /// <summary>Runs an assembly's functions as hosted services of this application. Once per application.</summary>
    /// <param name="functions">Assembly with the function classes.</param>
    /// <param name="configure">Settings, after those of the section <c>LocalHost</c>.</param>
    /// <exception cref="InvalidOperationException">The functions break the rules, see <see cref="FunctionRules"/>.
    /// </exception>
    public static IServiceCollection AddLocalFunctions(
        this IServiceCollection services, Assembly functions, Action<LocalHostOptions>? configure = null) =>
        services.AddLocalFunctions(functions.GetTypes(), configure);

    /// <summary>Runs the functions of these classes, as
    /// <see cref="AddLocalFunctions(IServiceCollection, Assembly, Action{LocalHostOptions})"/> does.</summary>
    public static IServiceCollection AddLocalFunctions(
        this IServiceCollection services, IReadOnlyList<Type> functionClasses,
        Action<LocalHostOptions>? configure = null)
    {
        var functions = new FunctionList(functionClasses);
        services.AddOptions<LocalHostOptions>().BindConfiguration("LocalHost").Configure(configure ?? (_ => { }))
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(functions);
        services.AddSingleton<LocalStorage>();
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton(provider => new LocalHttpServer(
            provider.GetRequiredService<FunctionList>(),
            provider.GetRequiredService<FunctionInvoker>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<IOptions<LocalHostOptions>>(),
            provider.GetRequiredService<ILoggerFactory>()));

        foreach (var function in functions)
            AddListener(services, function);
        services.AddHostedService<ListenerService>();
        if (functions.Any(function => function.Trigger is HttpTriggerAttribute))
            services.AddHostedService(provider => provider.GetRequiredService<LocalHttpServer>());
        return services;
    }

    private static void AddListener(IServiceCollection services, FunctionDescriptor function)
    {
        switch (function.Trigger)
        {
            case QueueTriggerAttribute queue:
                AddQueue(services, function, queue.QueueName);
                break;
            case ServiceBusTriggerAttribute { QueueName: { } queue }:
                AddQueue(services, function, LocalQueues.StandInFor(queue));
                break;
            case ServiceBusTriggerAttribute { TopicName: { } topic, SubscriptionName: { } subscription }:
                AddQueue(services, function, LocalQueues.StandInFor(topic, subscription));
                break;
            case BlobTriggerAttribute blob:
                services.AddSingleton<IListener>(provider => Create<BlobListener>(
                    provider, function, Resolve(provider, blob.BlobPath)));
                break;
            case TimerTriggerAttribute timer:
                services.AddSingleton<IListener>(provider => Create<TimerListener>(
                    provider, function, new TimerSchedule(
                        Resolve(provider, timer.Schedule),
                        TimeZoneInfo.FindSystemTimeZoneById(
                            provider.GetRequiredService<IOptions<LocalHostOptions>>().Value.TimeZone))));
                break;
        }
    }

    private static void AddQueue(IServiceCollection services, FunctionDescriptor function, string queue) =>
        services.AddSingleton<IListener>(provider => Create<QueueListener>(
            provider, function, Resolve(provider, queue)));

    private static T Create<T>(IServiceProvider provider, params object[] arguments) =>
        ActivatorUtilities.CreateInstance<T>(provider, arguments);

    private static string Resolve(IServiceProvider provider, string text) =>
        SettingNames.Resolve(text, provider.GetRequiredService<IConfiguration>());
}
