using System.Text;
using System.Text.Json;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain.Tests.SeedData;

public class TaxonomyTests
{
    // Order and spelling from the labelling rules; a key never changes again.
    private static readonly string[] Keys =
    [
        "schulden", "armoede", "eenzaamheid", "rouw", "relatieproblemen", "echtscheiding", "opvoeding",
        "kinderbescherming", "depressieve_klachten", "seksualiteit_gender", "reclassering", "arbeid_inkomen",
        "chronische_psychiatrie", "ziekte_handicap", "burenproblematiek", "leefbaarheid", "mantelzorg", "huisvesting",
        "taal_digitaal", "huiselijk_geweld", "verslaving", "leun_steuncontact", "zorgmijding", "migratie_integratie",
        "participatie_vrijwilligerswerk",
    ];

    private static readonly JsonElement File = SeedFiles.Json("taxonomie.json");

    [Fact]
    public void The_twenty_five_problems_of_version_1_keep_their_keys_and_their_order() =>
        Assert.Equal(Keys, SeedFiles.Taxonomy.Problemen.Select(p => p.Sleutel).Take(Keys.Length));

    [Fact]
    public void There_are_four_quadrants_and_what_falls_outside_them() => Assert.Equal(
        ["individueel_hulpverlening", "collectief_hulpverlening", "individueel_activering", "collectief_activering",
            "onbepaald", "intern"],
        SeedFiles.Taxonomy.Kwadranten.Select(k => k.Sleutel));

    [Fact]
    public void There_are_five_core_tasks() => Assert.Equal(
        ["ondersteunen", "helpen", "activeren", "ontwikkelen", "verbinden"],
        SeedFiles.Taxonomy.Kerntaken.Select(k => k.Sleutel));

    [Theory]
    [InlineData("leefgebied", "leefgebieden")]
    [InlineData("vraagstuk", "vraagstukken")]
    public void What_a_problem_refers_to_exists(string property, string list)
    {
        var known = File.GetProperty(list).EnumerateArray().Select(e => e.GetProperty("sleutel").GetString()).ToHashSet();

        Assert.All(
            File.GetProperty("problemen").EnumerateArray(),
            problem => Assert.Contains(problem.GetProperty(property).GetString(), known));
    }

    [Fact]
    public void A_retired_key_redirects_also_over_several_steps()
    {
        const string Retired = """
            {"versie":"1.0.0","kwadranten":[],"kerntaken":[],
             "problemen":[{"sleutel":"c","naam":"C","definitie":"","leefgebied":"","vraagstuk":"","gezondheidsraadVeld":1}],
             "ingetrokken":[{"sleutel":"a","vervangenDoor":"b"},{"sleutel":"b","vervangenDoor":"c"}]}
            """;
        var taxonomy = SocialWorkTaxonomy.Parse(Encoding.UTF8.GetBytes(Retired));

        Assert.Equal("c", taxonomy.CurrentKey("a"));
        Assert.Equal("c", taxonomy.CurrentKey("c"));
        Assert.Equal("onbekend", taxonomy.CurrentKey("onbekend"));
    }

    [Fact]
    public void Every_redirect_of_the_taxonomy_ends_at_a_key_in_use()
    {
        var inUse = SeedFiles.Taxonomy.Problemen.Select(p => p.Sleutel)
            .Concat(SeedFiles.Taxonomy.Kwadranten.Select(k => k.Sleutel))
            .Concat(SeedFiles.Taxonomy.Kerntaken.Select(k => k.Sleutel)).ToHashSet();

        Assert.All(
            File.GetProperty("ingetrokken").EnumerateArray(),
            retired => Assert.Contains(SeedFiles.Taxonomy.CurrentKey(retired.GetProperty("sleutel").GetString()!), inUse));
    }

    [Theory]
    [InlineData("\"Z17\"")]
    [InlineData("\"Z26\"")]
    public void ICPC_codes_that_do_not_exist_are_not_used(string code) =>
        Assert.DoesNotContain(code, Encoding.UTF8.GetString(SeedFiles.Bytes("taxonomie.json")), StringComparison.Ordinal);
}
