using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Signalering.LocalHost.Tests;

public sealed class HostTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_host_takes_its_settings_from_the_command_line_and_the_code()
    {
        using var host = LocalFunctionsHost.Build(
            ["--Opslag", azurite.ConnectionString, "--LocalHost:MaxAttempts", "3"],
            typeof(LocalFunctionsHost).Assembly,   // has no functions
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(new Probe());
            },
            options => options.MaxConcurrentRuns = 1);

        await host.StartAsync(TestContext.Current.CancellationToken);
        var options = host.Services.GetRequiredService<IOptions<LocalHostOptions>>().Value;
        Assert.Equal((3, 1), (options.MaxAttempts, options.MaxConcurrentRuns));
        Assert.NotNull(host.Services.GetService<Probe>());
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("LocalHost:MaxAttempts", "0")]
    [InlineData("LocalHost:ClaimDuration", "00:00:05")]
    [InlineData("LocalHost:HttpUrl", "")]
    public async Task A_setting_out_of_range_stops_the_start(string setting, string value)
    {
        using var host = LocalFunctionsHost.Build(
            ["--Opslag", azurite.ConnectionString, $"--{setting}={value}"],
            typeof(LocalFunctionsHost).Assembly,
            builder => builder.Logging.ClearProviders());

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains(setting.Split(':')[1], exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_storage_account_says_what_to_set()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new Probe())
            .AddLocalFunctions([typeof(TimerTests.LetsGo)], options => options.ConnectionString = " ");
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Opslag", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%Wachtrij%", "leveringen")]
    [InlineData("exports-%Deel__Naam%/{x}", "exports-oost/{x}")]
    [InlineData("0 0 6 * * *", "0 0 6 * * *")]
    public void A_setting_in_a_name_is_replaced(string text, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("Wachtrij", (string?)"leveringen"), KeyValuePair.Create("Deel:Naam", (string?)"oost")])
            .Build();

        Assert.Equal(expected, SettingNames.Resolve(text, configuration));
        var exception = Assert.Throws<InvalidOperationException>(() => SettingNames.Resolve("%Weg%", configuration));
        Assert.Contains("'Weg'", exception.Message, StringComparison.Ordinal);
    }
}
