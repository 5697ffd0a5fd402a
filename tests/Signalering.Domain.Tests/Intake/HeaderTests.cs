using Signalering.Domain.Intake;

namespace Signalering.Domain.Tests.Intake;

public class HeaderTests
{
    // domain.md §5.2, field by field.
    public static TheoryData<string, string> Variants
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (veld, headers) in new (string, string)[]
            {
                ("activiteitId", "Registratienr, ID, Volgnr, contactnr, Nr."),
                ("wijkteam", "Team, Wijkteam, SWT, Buurtteam, Gebiedsteam, Afdeling, Org.eenheid"),
                ("datum", "Datum, Datum contact, Contactdatum, Invoerdatum, Startdatum, Dat."),
                ("duurMinuten", "Duur (min), Minuten"),
                ("duurUren", "Uren"),
                ("duur", "Duur, Tijd, Bestede tijd"),
                ("soort", "Soort contact, Activiteit, Type, Werksoort, Product, Ondersteuningsvorm"),
                ("kanaal", "Kanaal, Wijze, Contactvorm"),
                ("leefgebied", "Leefgebied, Domein, Thema, Problematiek, Hulpvraag (cat.), Hoofdproblematiek"),
                ("omschrijving", "Omschrijving, Toelichting, Notitie, Verslag, Opmerkingen, Wat gedaan"),
                ("deelnemers", "Aantal deelnemers, Deelnemers, # pers, Opkomst"),
                ("wijk", "Wijk, Wijknaam, Buurt, Wijkcode, Gebied, Stadsdeel"),
                ("postcode4", "Postcode4, PC4"),
                ("casus", "Dossiernr, Cliëntnr, Casus, Huishoudnr"),
                ("functie", "Functie, Discipline, Medewerker"),
                ("herkomst", "Aanmelder, Verwijzer, Bron"),
                ("resultaat", "Status, Resultaat, Situatie bij afsluiting, Afsluitreden, Doorverwezen naar"),
                ("signaal", "Signaal?, Signaal j/n, Knelpunt"),
            })
            {
                foreach (var header in headers.Split(", "))
                    data.Add(veld, header);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_header_of_the_field_is_known_however_it_is_written(string field, string header)
    {
        foreach (var written in (string[])[header, header.ToUpperInvariant(), $"  {header.Replace(" ", "  ", StringComparison.Ordinal)} ",
            header.Replace(' ', '\n')])
        {
            var map = MapOf($"{written}|Leeftijdscategorie");
            Assert.True(map.Has(FieldNames.Parse(field)), written);
            Assert.Empty(map.UnknownColumns);
        }
    }

    [Theory]
    [InlineData("Registratienr|Team|Datum contact|Tijdstip|Duur (min)|Soort contact|Kanaal|Leefgebied|Hulpvraag|Omschrijving|Wijk|Leeftijdscategorie|Dossiernr|Medewerker|Status|Afsluitreden", "casussysteem")]
    [InlineData("Seizoen|Activiteitcode|Activiteitnaam|Werksoort|Product|Locatie|Datum|Uren|Aantal deelnemers|Aantal vrijwilligers|Uitvoerder|Prestatie-indicator|Toelichting", "urenregistratie")]
    [InlineData("datum|wie (functie)|wat gedaan|met wie|problematiek|signaal?|opmerkingen", "eigen-lijst")]
    public void The_three_typical_exports_are_recognised_in_full(string header, string profile)
    {
        var map = MapOf(header);

        Assert.Equal(profile, map.Profile?.Profiel.Sleutel);
        Assert.Equal(1.0, map.Profile!.Score);
        Assert.Empty(map.UnknownColumns);
        Assert.Empty(HeaderDrift.Of(map));
        Assert.True(map.CanCount);
    }

    [Fact]
    public void Profiles_do_not_recognise_each_other()
    {
        foreach (var profile in Seeds.Profiles.All)
        {
            var own = profile.Kolommen.Select(column => PlainText.Fold(column.Kop)).ToList();
            var best = Seeds.Profiles.Recognise(own);
            Assert.Equal(profile.Sleutel, best?.Profiel.Sleutel);
            var others = Seeds.Profiles.All.Where(p => p != profile).Max(p => SourceProfiles.Match(p, own).Score);
            Assert.True(others < SourceProfiles.RecognisedFrom, $"{profile.Sleutel}: {others}");
        }
    }

    [Theory]
    [InlineData("datum|wie (functie)|wat gedaan|met wie|problematiek|opmerkingen", "ontbreekt: 'signaal?'")]
    [InlineData("datum|wie (functie)|wat gedaan|met wie|thema|signaal?|opmerkingen", "hernoemd: 'problematiek' heet nu 'thema'")]
    [InlineData("datum|wie (functie)|wat gedaan|met wie|problematiek|signaal?|opmerkingen|duur", "nieuw: 'duur'")]
    [InlineData("datum|wie (functie)|wat gedaan|met wie|problematiek|signaal?|opmerkingen|Piet Jansen", "nieuw: 'H'")]
    [InlineData("wat gedaan|datum|wie (functie)|met wie|problematiek|signaal?|opmerkingen", "de volgorde is anders")]
    [InlineData("datum|wie (functie)|wat gedaan|met wie|problematiek|signaal?|opmerkingen|opmerkingen", "dubbel: 'opmerkingen' (kolommen G en H)")]
    public void A_header_that_differs_from_its_profile_is_told_in_our_own_words(string header, string change) =>
        Assert.Equal([change], HeaderDrift.Of(MapOf(header)));

    [Fact]
    public void An_unknown_header_is_named_by_its_letter_and_never_by_its_text()
    {
        var result = Rows.Of("Datum|Omschrijving|Eigen rubriek van het team", "1-3-2026|Brief gelezen|geheim").Deliver();

        Assert.Equal(1, result.Counted());
        Assert.Contains("SIG1204", result.Codes());
        Assert.Contains("kolom C is niet herkend", result.Texts(), StringComparison.Ordinal);
        Assert.DoesNotContain("rubriek", result.Texts(), StringComparison.Ordinal);
        Assert.Equal(["datum", "omschrijving", "?"], result.Header!.Velden);
    }

    [Fact]
    public void A_column_that_is_not_mapped_is_not_classified()
    {
        // "schulden" in a known text column is a problem; in an unknown one it is nothing.
        var with = Rows.Of("Datum|Omschrijving|Extra", "1-3-2026|schulden|x").Deliver();
        var without = Rows.Of("Datum|Omschrijving|Extra", "1-3-2026|x|schulden").Deliver();

        Assert.Contains(with.Cubes[0].Cells, cell => cell.Probleem == "schulden");
        Assert.DoesNotContain(without.Cubes[0].Cells, cell => cell.Probleem == "schulden");
    }

    [Fact]
    public void The_day_of_entry_stands_in_only_when_there_is_no_day_of_activity()
    {
        var both = Rows.Of("Invoerdatum|Datum|Omschrijving", "1-4-2026|1-3-2026|x").Deliver();
        var alone = Rows.Of("Invoerdatum|Omschrijving", "1-4-2026|x").Deliver();

        Assert.Equal("2026-03", both.Cubes.Single().Header.Month.ToString());
        Assert.Equal("2026-04", alone.Cubes.Single().Header.Month.ToString());
    }

    [Fact]
    public void A_team_can_have_a_profile_and_headers_of_its_own()
    {
        var gemeente = Seeds.File("sample-data", "gemeente.json").Replace(
            "\"naam\": \"Wijkteam Molenveld\"",
            "\"profiel\": \"eigen-lijst\", \"kolommen\": { \"Verhaaltje v/d dag\": \"omschrijving\" }, \"naam\": \"Wijkteam Molenveld\"",
            StringComparison.Ordinal);
        var knowledge = Seeds.Of(gemeente);

        var fits = Rows.Of("datum|Verhaaltje v/d dag|wie (functie)|wat gedaan|met wie", "1-3-2026|schulden|a|b|c").Deliver(knowledge);
        Assert.Equal("eigen-lijst", fits.Header!.Profiel);
        Assert.Contains(fits.Cubes[0].Cells, cell => cell.Probleem == "schulden");

        var misfits = Rows.Of("datum|omschrijving|wijk", "1-3-2026|schulden|Molenveld").Deliver(knowledge);
        Assert.Contains("SIG1209", misfits.Codes());
        Assert.Equal(1, misfits.Counted());
    }

    [Fact]
    public void Titles_filters_and_group_headings_above_the_header_are_passed_over()
    {
        var result = Rows.Of(
            "Overzicht activiteiten||||", "Wijk|Alle|Team|Alle|", "Periode|1-3-2026||31-3-2026|", "||||",
            "Contact||Inhoud||", "Datum|Duur|Omschrijving|Wijk|Deelnemers", "1-3-2026|45|x|Molenveld|3").Deliver();

        Assert.Null(result.Refusal);
        Assert.Equal(1, result.Counted());
    }

    [Fact]
    public void A_title_that_happens_to_be_a_header_word_is_no_header()
    {
        var result = Rows.Of("Verslag", "Datum|Omschrijving", "1-3-2026|x", "2-3-2026|y").Deliver();
        Assert.Equal(2, result.Counted());
    }

    [Fact]
    public void A_title_above_the_table_is_screened_too()
    {
        var result = Rows.Of("Vragen? Mail jan.jansen@voorbeeld.nl", "Datum|Omschrijving", "1-3-2026|x").Deliver();
        Assert.Equal(ProblemCode.Persoonsgegevens, result.Refusal?.Code);
        Assert.DoesNotContain("jansen", result.Texts(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_texts_are_screened()
    {
        var rows = new Rows(Rows.Sheet_("Datum|Omschrijving", "1-3-2026|x"))
        {
            HiddenTexts = [new HiddenText(new Place(null, null, "opmerkingen"), "bel 06-12345678")],
        };
        var result = rows.Deliver();
        Assert.Equal(ProblemCode.Quarantaine, result.Refusal?.Code);
        Assert.Contains("Opmerkingen: hier lijkt een telefoonnummer te staan", result.Texts(), StringComparison.Ordinal);
    }

    private static ColumnMap MapOf(string header)
    {
        var rows = Rows.Of(header);
        Assert.True(rows.Read());
        return ColumnMap.Of(rows, HeaderKnowledge.Of(Seeds.Aliases, Seeds.Profiles), [], []);
    }
}
