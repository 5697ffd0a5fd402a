using Signalering.Domain.Classification;

namespace Signalering.Domain.Tests.Classification;

public sealed class TermMinerTests
{
    [Fact]
    public void A_group_is_shown_from_ten_cases_and_three_teams_on()
    {
        var miner = new TermMiner();
        for (var i = 0; i < 9; i++)
            miner.Add("vraag over warmtefonds", $"team{i % 3}", $"casus{i}");
        Assert.Empty(miner.Terms());

        miner.Add("Vraag over het warmtefonds", "team0", "casus9");

        Assert.Contains(new MinedTerm("warmtefonds", 10, 3), miner.Terms());
    }

    [Fact]
    public void Two_teams_are_not_enough()
    {
        var miner = new TermMiner();
        for (var i = 0; i < 40; i++)
            miner.Add("warmtefonds", $"team{i % 2}", $"casus{i}");

        Assert.Empty(miner.Terms());
    }

    [Fact]
    public void One_case_often_is_one_case_and_no_case_is_none()
    {
        var miner = new TermMiner();
        for (var i = 0; i < 100; i++)
        {
            miner.Add("warmtefonds", $"team{i % 3}", "casus");
            miner.Add("warmtefonds", $"team{i % 3}", "");
        }

        Assert.Empty(miner.Terms());
    }

    [Fact]
    public void Numbers_are_never_shown()
    {
        var miner = new TermMiner();
        for (var i = 0; i < 30; i++)
            miner.Add("pas 123456 kwijt", $"team{i % 3}", $"casus{i}");

        Assert.DoesNotContain(miner.Terms(), term => term.Woorden.Any(char.IsDigit));
        Assert.Contains(miner.Terms(), term => term.Woorden == "kwijt");
    }

    [Fact]
    public void Memory_is_bounded_and_frequent_groups_survive()
    {
        var miner = new TermMiner(capacity: 500);
        for (var i = 0; i < 3000; i++)
        {
            var rare = new string([(char)('a' + (i % 26)), (char)('a' + (i / 26 % 26)), (char)('a' + (i / 676)), 'q', 'x']);
            miner.Add($"{rare} warmtefonds", $"team{i % 3}", $"casus{i}");
            Assert.InRange(miner.Count, 0, 500);
        }

        Assert.Contains(miner.Terms(), term => term.Woorden == "warmtefonds");
    }
}
