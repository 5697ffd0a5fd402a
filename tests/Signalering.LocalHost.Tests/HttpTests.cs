using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Signalering.LocalHost.Tests;

public sealed class HttpTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("GET", "api/rapporten/2026/q3", HttpStatusCode.OK, """{"jaar":2026,"deel":"q3","vraag":"x"}""")]
    [InlineData("GET", "api/rapporten/laatste/q3", HttpStatusCode.NotFound, "")]
    [InlineData("POST", "api/rapporten/2026/q3", HttpStatusCode.MethodNotAllowed, "")]
    [InlineData("PUT", "api/Faalt", HttpStatusCode.InternalServerError, "")]
    [InlineData("GET", "api/onbekend", HttpStatusCode.NotFound, "")]
    public async Task A_function_answers_at_its_route(string method, string path, HttpStatusCode status, string body)
    {
        await using var host = await TestHost.Start(azurite, typeof(Web), new Probe(), []);
        var address = host.Services.GetRequiredService<LocalHttpServer>().Address;
        using var client = new HttpClient { BaseAddress = address };

        using var request = new HttpRequestMessage(new HttpMethod(method), path + "?vraag=x");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_listens_when_there_are_no_http_functions()
    {
        await using var host = await TestHost.Start(azurite, typeof(TimerTests.LetsGo), new Probe(), []);

        Assert.Null(host.Services.GetRequiredService<LocalHttpServer>().Address);
        Assert.DoesNotContain(host.Services.GetServices<IHostedService>(), service => service is LocalHttpServer);
    }

    public sealed class Web
    {
        [Function("Rapport")]
        public Task<IResult> Run(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rapporten/{jaar}/{deel}")] HttpRequest request,
            int jaar, string deel) =>
            Task.FromResult(Results.Json(new { jaar, deel, vraag = (string?)request.Query["vraag"] }));

        [Function("Faalt")]
        public IResult Fails([HttpTrigger] HttpRequest request) => throw new InvalidOperationException();
    }
}
