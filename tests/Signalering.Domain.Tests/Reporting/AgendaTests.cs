using Signalering.Domain.Reporting.Sheets;

namespace Signalering.Domain.Tests.Reporting;

public class AgendaTests
{
    [Fact]
    public void A_spread_stands_for_the_rises_of_its_wijken_whichever_was_stronger()
    {
        var items = Agenda.Of(
            [Rise("schulden", "WK1"), Rise("rouw", "WK1"), Spread("schulden", "WK1", "WK2"), Rise("schulden", "WK2")], _ => false);

        Assert.Equal(["spreiding.schulden", "stijging.WK1.rouw"], items.Select(item => item.Signaal.Id));
        Assert.Equal(["stijging.WK1.schulden", "stijging.WK2.schulden"], items[0].Onderdelen.Select(part => part.Id));
        Assert.Equal([1, 2], items.Select(item => item.Nummer));
    }

    [Fact]
    public void The_same_problem_in_two_wijken_is_two_subjects() =>
        Assert.Equal(2, Agenda.Of([Rise("schulden", "WK1"), Rise("schulden", "WK2")], _ => false).Count);

    [Fact]
    public void What_came_to_an_end_comes_last_and_does_not_hide_what_goes_on()
    {
        var items = Agenda.Of([Rise("schulden", "WK1") with { Stand = "opgelost" }, Rise("schulden", "WK1", "afnemend")], _ => false);

        Assert.Equal(["afnemend", "opgelost"], items.Select(item => item.Signaal.Stand));
    }

    [Fact]
    public void Pairs_and_missing_collective_answers_have_sheets_of_their_own() =>
        Assert.Empty(Agenda.Of(
            [Rise("schulden", "WK1") with { Soort = "samenloop" }, Rise("schulden", "WK1") with { Soort = "schakelkans" }], _ => false));

    [Fact]
    public void The_agenda_is_limited_but_never_loses_a_signal_that_people_answered()
    {
        var signals = Enumerable.Range(1, 40).Select(number => Rise("schulden", $"WK{number}")).ToList();

        var items = Agenda.Of(signals, id => id == "stijging.WK40.schulden");

        Assert.Equal(Agenda.MostItems + 1, items.Count);
        Assert.Equal("stijging.WK40.schulden", items[^1].Signaal.Id);
        Assert.Equal(24, Agenda.LeftOut(signals, items));
    }

    private static SignalView Rise(string problem, string wijk, string state = "nieuw") => new(
        $"stijging.{wijk}.{problem}", "stijging", $"{problem} in {wijk}", problem, "Gezien.", ["Circa 20."], ["Altijd."], state,
        "sterk bewijs", 2)
    {
        Wijken = [wijk],
    };

    private static SignalView Spread(string problem, params string[] wijken) =>
        Rise(problem, "x") with { Id = $"spreiding.{problem}", Soort = "spreiding", Wijken = wijken };
}
