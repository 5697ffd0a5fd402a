using CsCheck;
using Signalering.Domain.Dialogue;

namespace Signalering.Domain.Tests.Dialogue;

public class DialogueMergeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_answer_is_taken_over_and_its_history_is_kept()
    {
        var first = Merge(DialogueRegister.Leeg, Filled(0, ("oorzaken", "hoge energieprijs")));
        var second = Merge(first.Register, Filled(1, ("oorzaken", "hoge energieprijs en oude woningen")), "b");

        Assert.Equal(1, second.Aangenomen);
        Assert.Equal("hoge energieprijs en oude woningen", second.Register.Antwoord("S-1", "oorzaken"));
        Assert.Equal("hoge energieprijs", second.Register.AntwoordBij(1, "S-1", "oorzaken"));
    }

    [Fact]
    public void Who_answers_on_an_old_print_does_not_silently_overwrite_a_later_answer()
    {
        var first = Merge(DialogueRegister.Leeg, Filled(0, ("besluit", "budgetgroep starten"))).Register;

        var crossed = Merge(first, Filled(0, ("besluit", "niets doen")), "b");

        Assert.Equal(0, crossed.Aangenomen);
        Assert.Contains("intussen door een ander ingevuld", Assert.Single(crossed.Conflicten), StringComparison.Ordinal);
        Assert.Equal("budgetgroep starten", crossed.Register.Antwoord("S-1", "besluit"));
        Assert.Contains(crossed.Register.Regels, entry => entry is { Conflict: true, Waarde: "niets doen" });
    }

    [Fact]
    public void A_cell_that_is_as_it_was_printed_says_nothing()
    {
        var first = Merge(DialogueRegister.Leeg, Filled(0, ("besluit", "a"))).Register;
        var second = Merge(first, Filled(1, ("besluit", "b")), "b").Register;

        // Printed at state 1 ("a") and not touched, while another workbook made it "b".
        var untouched = Merge(second, Filled(1, ("besluit", "a")), "c");

        Assert.Equal(second.Stand, untouched.Register.Stand);
        Assert.Empty(untouched.Conflicten);
    }

    [Fact]
    public void The_same_workbook_again_changes_nothing() =>
        Gen.Select(Gen.Int[0, 3], Gen.String[0, 5]).Array[0, 8].Sample(cells =>
        {
            var fields = DialogueField.Vragen;
            var filled = Filled(0, [.. cells.DistinctBy(c => c.Item1).Select(c => (fields[c.Item1].Sleutel, c.Item2.Trim()))]);
            var once = Merge(Merge(DialogueRegister.Leeg, Filled(0, ("oorzaken", "x")), "eerder").Register, filled);
            var twice = Merge(once.Register, filled);

            Assert.Equal(once.Register.Regels, twice.Register.Regels);
        });

    [Fact]
    public void An_answer_that_is_no_choice_is_said_with_its_place_and_what_was_expected()
    {
        var result = Merge(DialogueRegister.Leeg, Filled(0, ("herkenning_beleid", "misschien"), ("besluit", "goed")));

        Assert.Equal(
            "Rij 10, 'Herkenning beleid': geen van de keuzes. Verwacht: herkent, herkent deels, herkent niet. " +
            "Kies uit de lijst en lever opnieuw aan.", Assert.Single(result.Fouten));
        Assert.Equal(1, result.Aangenomen);
    }

    [Fact]
    public void An_answer_that_names_a_person_is_not_kept()
    {
        var result = DialogueMerge.Run(DialogueRegister.Leeg, Filled(0, ("eigenaar", "geheim")), Monday, "a", text => text != "geheim");

        Assert.Equal(0, result.Register.Stand);
        Assert.DoesNotContain("geheim", Assert.Single(result.Fouten), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("herkent", "", "herkent", true)]
    [InlineData("herkent deels", "herkent", "", true)]
    [InlineData("herkent", "", "", false)]
    [InlineData("herkent niet", "herkent", "herkent", false)]
    [InlineData("", "herkent", "herkent", false)]
    public void A_signal_is_a_concept_until_policy_and_those_involved_recognise_it(
        string beleid, string bewoners, string werkers, bool expected)
    {
        var register = Merge(DialogueRegister.Leeg, Filled(
            0, ("herkenning_beleid", beleid), ("herkenning_bewoners", bewoners), ("herkenning_werkers", werkers))).Register;

        Assert.Equal(expected, register.IsHerkend("S-1"));
    }

    [Fact]
    public void A_register_comes_back_as_it_was_written()
    {
        var register = Merge(DialogueRegister.Leeg, Filled(0, ("oorzaken", "énergie; \"duur\""))).Register;

        Assert.Equal(register.Regels, DialogueRegister.Parse(register.ToJson()).Regels);
    }

    [Fact]
    public void People_bring_a_signal_further_than_the_counts_and_never_back()
    {
        var register = Merge(DialogueRegister.Leeg, Filled(0, ("ladder", "6 op een agenda"))).Register;

        Assert.Equal(6, register.Trede("S-1", fromCounts: 3));
        Assert.Equal(3, register.Trede("S-2", fromCounts: 3));
    }

    private static DialogueMergeResult Merge(DialogueRegister register, FilledWorkbook workbook, string source = "a") =>
        DialogueMerge.Run(register, workbook, Monday, source, _ => true);

    private static FilledWorkbook Filled(int stand, params (string Field, string Value)[] cells) => new(
        "2026-Q3", stand,
        [.. cells.Index().Select(c => new FilledCell(
            10 + c.Index, "S-1", DialogueField.Alle.Single(f => f.Sleutel == c.Item.Field), c.Item.Value))]);
}
