using CsCheck;
using Signalering.Domain.Counting;

namespace Signalering.Domain.Tests.Counting;

public class CubeReplacementTests
{
    [Fact]
    public void Whatever_the_order_of_arrival_the_latest_delivery_stays() =>
        Gen.Int[0, 6].Array[1, 8].Sample(order =>
        {
            CubeEntry? stored = null;
            foreach (var received in order)
            {
                var offered = SomeCubes.Header(received: received);
                var decision = CubeReplacement.Decide(stored, offered);
                if (decision.Stored)
                    stored = new CubeEntry(offered, decision.Replaced, "v");
            }

            Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(order.Max()), stored!.Header.Delivery.Received);
        });

    [Fact]
    public void Of_two_deliveries_in_the_same_second_the_id_decides()
    {
        var b = new CubeEntry(SomeCubes.Header(received: 5, id: "b"), null, "v");

        Assert.False(CubeReplacement.Decide(b, SomeCubes.Header(received: 5, id: "a")).Stored);
        Assert.True(CubeReplacement.Decide(b, SomeCubes.Header(received: 5, id: "c")).Stored);
    }

    [Fact]
    public void A_repeated_run_remembers_what_the_first_one_replaced()
    {
        var replaced = new ReplacedCube(219, "sha-van-april");
        var again = SomeCubes.Header(received: 9);

        var decision = CubeReplacement.Decide(new CubeEntry(again, replaced, "v"), again);

        Assert.True(decision.Stored);
        Assert.Equal(replaced, decision.Replaced);
    }
}
