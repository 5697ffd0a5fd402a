using System.Text.RegularExpressions;
using CsCheck;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Tests.Screening;

/// <summary>Forms that are written to slip through, and what must not happen whatever is written.</summary>
public sealed class DetectorTests
{
    [Theory]
    [InlineData("bsn 1 1 1 2 2 2 3 3 3 genoemd", "bsn")]
    [InlineData("bsn １１１２２２３３３", "bsn")]
    [InlineData("bsn 111\u200B222\u200B333", "bsn")]
    [InlineData("bsn ١١١٢٢٢٣٣٣", "bsn")]
    [InlineData("BSN\u00A0111\u00A0222\u00A0333", "bsn")]
    [InlineData("bsn 111–222–333", "bsn")]
    [InlineData("bsn (111.222.333)", "bsn")]
    [InlineData("mail naar sanne&#64;voorbeeld.nl", "email")]
    [InlineData("mail naar sanne&commat;voorbeeld.nl", "email")]
    [InlineData("mail naar sanne%40voorbeeld.nl", "email")]
    [InlineData("mail naar sanne＠voorbeeld.nl", "email")]
    [InlineData("mail naar san\u00ADne@voor\u00ADbeeld.nl", "email")]
    [InlineData("mail naar sаnne@voorbeeld.nl", "email")]
    [InlineData("rek NL91\u2009ABNA\u20090417\u20091643\u200900", "iban")]
    [InlineData("tel 06\u201112345678", "phone")]
    [InlineData("gesprek met Jоsé Мartina over werk", "name")]
    [InlineData("gesprek met Jose\u0301 Marti\u0301nez", "name")]
    [InlineData("kaart 4111 1111 1111 1111 geblokkeerd", "creditcard")]
    [InlineData("wachtwoord: Zomer2026!", "login")]
    [InlineData("ingelogd vanaf 192.168.10.14", "ip")]
    [InlineData("plek ///stoel.lampen.water", "gps")]
    public void Other_ways_to_write_it_are_found_too(string text, string kind) =>
        Assert.Contains(Screened.Find(text), finding => PersonalDataNames.Key(finding.Kind) == kind);

    [Theory]
    [InlineData("kvk 111222333 gecontroleerd")]
    [InlineData("rsin 111222333 van de stichting")]
    [InlineData("bedrag 111222333 euro in begroting")]
    [InlineData("telling 111222334 munten")]
    public void A_number_of_something_else_is_no_bsn(string text) =>
        Assert.DoesNotContain(Screened.Find(text), finding => finding.Kind == PersonalDataKind.Bsn);

    [Fact]
    public void A_bsn_with_a_typing_error_is_a_suspect() =>
        Assert.Equal(FindingLevel.Laag, Assert.Single(Screened.Find("bsn 111222334 doorgegeven")).Level);

    [Fact]
    public void Every_finding_of_a_cell_is_reported()
    {
        var kinds = Screened.Find("J. de Vries, bsn 111222333, 06-12345678, j@voorbeeld.nl").Select(f => f.Kind).Order();

        Assert.Equal([PersonalDataKind.Bsn, PersonalDataKind.Email, PersonalDataKind.Phone, PersonalDataKind.Name], kinds);
    }

    [Fact]
    public void Places_are_those_of_the_cell_as_delivered()
    {
        const string Text = "\u200Bbsn\u00A0111\u200B222333 weg";

        var finding = Screened.Find(Text).Single(f => f.Kind == PersonalDataKind.Bsn);

        Assert.Equal("111\u200B222333", Text.Substring(finding.Start, finding.Length));
    }

    [Fact]
    public void Characters_that_do_not_show_are_told() =>
        Assert.Contains(Screened.Find("bu\u200Burt"), f => f.Kind == PersonalDataKind.HiddenCharacters && f.Level == FindingLevel.Laag);

    [Fact]
    public void A_text_of_more_than_500_characters_is_a_report() =>
        Assert.Contains(Screened.Find(new string('a', 501)), f => f.Kind == PersonalDataKind.Narrative);

    [Fact]
    public void An_old_date_is_a_birth_date_and_an_appointment_is_none()
    {
        Assert.Contains(Screened.Find("kind (03-04-2019) naar school"), f => f.Kind == PersonalDataKind.Birthdate);
        Assert.DoesNotContain(Screened.Find("kind (03-04-2019) naar school", year: 2019), f => f.Kind == PersonalDataKind.Birthdate);
        Assert.Empty(Screened.Find("overleg op 03-04-2026"));
    }

    public static TheoryData<Exception> Failures => [new RegexMatchTimeoutException(), new InvalidOperationException(), new FormatException()];

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_detector_that_fails_never_means_nothing_found(Exception failure)
    {
        var detector = new PersonalDataDetector(Screened.Lexicon, [], [new FailingRecognizer(failure)]);

        var finding = Assert.Single(detector.Find("een gewone tekst", Screened.Year));

        Assert.Equal((PersonalDataKind.Undecided, FindingLevel.Midden), (finding.Kind, finding.Level));
    }

    [Fact]
    public void Whatever_is_written_it_never_fails()
    {
        var detector = Screened.Detector();
        Gen.String.Sample(text =>
        {
            var found = detector.Find(text, Screened.Year);
            Assert.DoesNotContain(found, f => f.Kind == PersonalDataKind.Undecided);
            Assert.All(found, f => Assert.InRange(f.Start + f.Length, 0, text.Length));
        }, iter: 20_000, threads: 1);
    }

    // The short form of tests/Signalering.Fuzz; its first run found characters that Unicode says are none.
    [Fact]
    public void Damaged_texts_are_read_to_their_end()
    {
        var detector = Screened.Detector();
        var corpus = Screened.Corpus("dev.tsv").Concat(Screened.Corpus("eigen.tsv")).Select(line => line.Text).ToList();
        var mutations = new Signalering.Fuzz.Mutations(seed: 20261124);
        for (var i = 0; i < 20_000; i++)
            Assert.DoesNotContain(detector.Find(mutations.Of(corpus), Screened.Year), f => f.Kind == PersonalDataKind.Undecided);
    }

    [Theory]
    [InlineData("tekst \uFFFF")]
    [InlineData("tekst \uFDD0")]
    [InlineData("tekst \uD83D")]
    [InlineData("tekst \uDBFF\uDFFF")]
    public void Characters_that_are_none_do_not_stop_it(string text) =>
        Assert.DoesNotContain(Screened.Find(text), f => f.Kind == PersonalDataKind.Undecided);

    [Fact]
    public void Whatever_stands_around_it_a_bsn_is_found()
    {
        var detector = Screened.Detector();
        Gen.String[Gen.Char["abc ,.;:()\u00A0\u200B"], 0, 40].Select(Gen.String[Gen.Char["abc ,;:()"], 0, 40]).Sample(
            (before, after) => Assert.Contains(
                detector.Find($"{before} bsn 111222333 {after}", Screened.Year), f => f.Kind == PersonalDataKind.Bsn),
            iter: 2_000, threads: 1);
    }

    private sealed class FailingRecognizer(Exception failure) : IRecognizer
    {
        public bool MayFind(in CellShape shape) => true;

        public void Find(in CellText cell, CellFindings found) => throw failure;
    }
}
