using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Tests.Screening;

/// <summary>From findings to refuse, quarantine or pass; columns, headers and case numbers as a whole.</summary>
public sealed class GateTests
{
    private static readonly HeaderKnowledge Headers = HeaderKnowledge.Of(ColumnAliases.Parse(
        File.ReadAllBytes(Path.Combine(Screened.Root, "seeds/kolommen.json"))), SourceProfiles.None);

    [Fact]
    public void A_clean_delivery_passes() =>
        Assert.Equal(GateOutcome.Pass, Judge(["Datum", "Omschrijving"], [["3-3-2026", "gesprek over huur"], ["4-3-2026", "formulier ingevuld"]]).Outcome);

    [Theory]
    [InlineData("bsn 111222333", GateOutcome.Refuse)]
    [InlineData("mail j.jansen@voorbeeld.nl", GateOutcome.Refuse)]
    [InlineData("rek NL91ABNA0417164300", GateOutcome.Refuse)]
    [InlineData("paspoort NPR4K2T81 kwijt", GateOutcome.Refuse)]
    [InlineData("gesprek met Fatima over werk", GateOutcome.Quarantine)]
    [InlineData("langs Kerkstraat 14", GateOutcome.Quarantine)]
    [InlineData("signaal van school: Xiribana zonder brood", GateOutcome.Quarantine)]
    [InlineData("mw. B. gebeld", GateOutcome.Pass)]
    public void One_finding_decides_by_kind_and_level(string text, GateOutcome expected) =>
        Assert.Equal(expected, Judge(["Datum", "Omschrijving"], [["3-3-2026", text]]).Outcome);

    [Fact]
    public void Three_sure_findings_refuse_whatever_they_are() =>
        Assert.Equal(GateOutcome.Refuse, Judge(["Datum", "Omschrijving"], [["3-3-2026", "langs Kerkstraat 14, Dorpsweg 3 en tel 06-12345678"]]).Outcome);

    [Fact]
    public void A_detector_that_runs_out_of_time_sends_the_file_to_a_person()
    {
        var detector = new PersonalDataDetector(Screened.Lexicon, [], [new SlowRecognizer()]);
        var gate = new PrivacyGate(detector, Screened.Lexicon, Screened.Year, new ProblemList(), 10);

        Assert.Equal(GateOutcome.Quarantine, Judge(gate, ["Datum", "Omschrijving"], [["3-3-2026", "gesprek"]]).Outcome);
    }

    [Theory]
    [InlineData("Geboortedatum", GateOutcome.Refuse)]
    [InlineData("Telefoonnumer", GateOutcome.Refuse)]
    [InlineData("NAAM CLIËNT", GateOutcome.Refuse)]
    [InlineData("Nationaliteit", GateOutcome.Quarantine)]
    [InlineData("Vrijwilligersuren", GateOutcome.Pass)]
    public void A_header_can_decide(string header, GateOutcome expected) =>
        Assert.Equal(expected, Judge(["Datum", "Omschrijving", header], [["3-3-2026", "gesprek", ""]]).Outcome);

    [Fact]
    public void A_header_that_is_personal_itself_is_named_by_its_letter()
    {
        var gate = Judge(["Datum", "Omschrijving", "gesprek met Fatima"], [["3-3-2026", "gesprek", "06-12345678"]]);

        Assert.All(gate.All, finding => Assert.Equal("C", finding.Column));
    }

    [Fact]
    public void A_column_of_numbers_that_pass_the_11_test_is_one_of_citizens()
    {
        var rows = Numbers().Take(30).Select(number => new[] { "3-3-2026", "gesprek", number }).ToArray();

        Assert.Contains(Judge(["Datum", "Omschrijving", "Casusnummer"], rows).All, f => f.Rule == "casus.bsn" && f.Level == FindingLevel.Hoog);
    }

    [Fact]
    public void Random_case_numbers_of_nine_digits_pass()
    {
        var rows = Enumerable.Range(0, 200).Select(i => new[] { "3-3-2026", "gesprek", $"{(i * 7919L * 104_729 % 900_000_000) + 100_000_000}" }).ToArray();

        Assert.Equal(GateOutcome.Pass, Judge(["Datum", "Omschrijving", "Casusnummer"], rows).Outcome);
    }

    [Fact]
    public void A_hash_without_a_secret_is_no_pseudonym()
    {
        var keys = Numbers().Take(600).Select(number => Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(number)))).ToList();
        var rows = keys.Select(key => new[] { "3-3-2026", "gesprek", key }).ToArray();

        Assert.Contains(Judge(["Datum", "Omschrijving", "Casusnummer"], rows).All, f => f.Rule == "casus.hash-van-bsn");
        Assert.Equal(GateOutcome.Refuse, Judge(["Datum", "Omschrijving", "Casusnummer"], rows).Outcome);
    }

    [Fact]
    public void A_hash_of_something_secret_only_looks_like_one()
    {
        var rows = Enumerable.Range(0, 20).Select(i => new[]
        {
            "3-3-2026", "gesprek", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([1, 2, 3, (byte)i])),
        }).ToArray();

        var gate = Judge(["Datum", "Omschrijving", "Casusnummer"], rows);

        Assert.Equal((GateOutcome.Pass, "casus.lijkt-hash"), (gate.Outcome, Assert.Single(gate.All).Rule));
    }

    [Fact]
    public void A_street_and_a_number_in_two_cells_are_an_address() =>
        Assert.Contains(
            Judge(["Datum", "Omschrijving", "Verblijf", "Getal"], [["3-3-2026", "gesprek", "Kerkstraat", "14"]]).All,
            finding => finding.Kind == PersonalDataKind.Address);

    [Fact]
    public void Few_persons_who_share_age_sex_and_wijk_are_told()
    {
        var gate = Judge(
            ["Datum", "Omschrijving", "Wijk", "Leeftijdsgroep", "Geslacht"],
            [["3-3-2026", "gesprek", "Parkwijk", "80+", "v"], .. Enumerable.Repeat<string[]>(["3-3-2026", "gesprek", "Parkwijk", "27-44", "m"], 9)]);

        Assert.Contains(gate.All, finding => finding.Kind == PersonalDataKind.Combination);
    }

    [Fact]
    public void No_message_repeats_what_was_found()
    {
        string[] secrets = ["111222333", "j.jansen@voorbeeld.nl", "NL91ABNA0417164300", "Kerkstraat 14", "Fatima", "06-12345678"];
        var problems = new ProblemList();
        var gate = new PrivacyGate(Screened.Lexicon, Screened.Allowed, Screened.Year, problems);
        Judge(gate, ["Datum", "Omschrijving", "Fatima"], [.. secrets.Select(secret => new[] { "3-3-2026", $"gesprek met {secret} vandaag", secret })]);

        var said = string.Join('\n', problems.Groups.SelectMany(group => group.Voorbeelden)) + string.Join('\n', gate.All);

        Assert.NotEmpty(gate.All);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_municipality_names_its_own_streets_and_buildings()
    {
        var own = AllowList.Of(["Trompenburg", "Van Brederodehuis"], Screened.Lexicon);
        var gate = new PrivacyGate(Screened.Lexicon, [own], Screened.Year, new ProblemList());

        Assert.Equal(GateOutcome.Pass, Judge(gate, ["Datum", "Omschrijving"], [["3-3-2026", "koffie in Trompenburg met buren"]]).Outcome);
        Assert.Throws<ArgumentException>(() => AllowList.Of(["Marieke"], Screened.Lexicon));
    }

    [Fact]
    public void An_allow_list_hides_no_house_number_and_no_title()
    {
        var own = AllowList.Of(["Trompenburg"], Screened.Lexicon);
        var detector = new PersonalDataDetector(Screened.Lexicon, own);

        Assert.Contains(detector.Find("woont Trompenburg 14", Screened.Year), finding => finding.Kind == PersonalDataKind.Address);
        Assert.Contains(detector.Find("dhr Trompenburg belt", Screened.Year), finding => finding.Kind == PersonalDataKind.Name);
    }

    private static PrivacyGate Judge(string[] header, string[][] rows) =>
        Judge(new PrivacyGate(Screened.Lexicon, Screened.Allowed, Screened.Year, new ProblemList()), header, rows);

    private static PrivacyGate Judge(PrivacyGate gate, string[] header, string[][] rows)
    {
        using var table = new ArrayRows([header, .. rows]);
        table.Read();
        gate.Begin(table, ColumnMap.Of(table, Headers, [], []));
        while (table.Read())
            gate.Inspect(table);
        gate.Close();
        return gate;
    }

    // Numbers that pass the 11-test, from a fixed start.
    private static IEnumerable<string> Numbers()
    {
        for (var i = 123_456_700; ; i += 7)
        {
            var number = $"{i}";
            if (CheckDigits.PassesElevenTest(number))
                yield return number;
        }
    }

    private sealed class SlowRecognizer : IRecognizer
    {
        public bool MayFind(in CellShape shape) => true;

        public void Find(in CellText cell, CellFindings found) => throw new System.Text.RegularExpressions.RegexMatchTimeoutException();
    }
}
