namespace Signalering.Domain.Tests.Classification;

public sealed class ContextTests
{
    [Theory]
    // denied, with its reach
    [InlineData("cl heeft geen schulden", "geen")]
    [InlineData("geen schulden, verslaving of huiselijk geweld", "geen")]
    [InlineData("geen schulden, wel verslaafd aan gokken", "verslaving")]
    [InlineData("geen schulden maar wel eenzaam", "eenzaamheid")]
    [InlineData("schulden zijn afgelost", "geen")]
    [InlineData("schulden, inmiddels afgelost", "geen")]
    [InlineData("gn schulden, alleen vraag over de bus", "geen")] // another spelling of geen
    // a denial ends at its cause
    [InlineData("ziet de kinderen niet meer sinds de scheiding", "echtscheiding")]
    // over, because the row says so in other words; and not over
    [InlineData("relatietherapie afgerond, geen hulp meer nodig", "geen")]
    [InlineData("mw was eenzaam, nu tevreden met haar vrienden", "geen")]
    [InlineData("budgetcoach afgerond, schulden nog niet opgelost, vraag over regeling", "schulden")]
    [InlineData("was eenzaam maar ziet nu weer niemand", "eenzaamheid")]
    // what a training is about, nobody has
    [InlineData("training vrijwilligers over schulden", "participatie_vrijwilligerswerk")]
    [InlineData("cursus omgaan met schulden, 8 deelnemers", "schulden")]
    // geen that makes the problem
    [InlineData("geen geld voor eten", "armoede")]
    [InlineData("geen woning", "huisvesting")]
    [InlineData("heeft geen geld voor eten en veel schulden", "schulden;armoede")]
    // not a denial
    [InlineData("niet alleen schulden maar ook eenzaam", "schulden;eenzaamheid")]
    [InlineData("weet niet hoe ze de schulden moet aflossen", "schulden")]
    // somebody else's
    [InlineData("buurman heeft schulden", "geen")]
    [InlineData("buurvrouw van cl is verslaafd", "geen")]
    [InlineData("dochter heeft schulden", "schulden")]
    [InlineData("partner is verslaafd aan gokken", "verslaving")]
    // past and hypothetical
    [InlineData("vroeger schulden gehad", "geen")]
    [InlineData("bijeenkomst om eenzaamheid te voorkomen", "geen")]
    // a denial that the worker doubts
    [InlineData("zegt niet eenzaam te zijn, maar ziet niemand", "eenzaamheid")]
    [InlineData("ontkent schulden maar de telefoon wordt niet opgenomen", "schulden")]
    [InlineData("zegt geen schulden te hebben", "geen")]
    public void Words_around_a_term_decide_whether_it_stands(string text, string expected) =>
        Assert.Equal(expected, Seeds.Problems(text));

    [Theory]
    [InlineData("mevrouw belt, vertrouwen groeit")] // rouw
    [InlineData("rekening is betaald, totaal klopt")] // taal
    [InlineData("alarm ging af, arm gebroken")] // arm
    [InlineData("heeft een schuldgevoel, niet zijn schuld")] // schuld
    [InlineData("uitleg over afvalscheiding")] // scheiding
    [InlineData("afspraak met maatschappelijk werk over huiswerk en netwerk")] // werk
    [InlineData("een gokje gewaagd, verslag gemaakt")] // gok, verslaving
    [InlineData("heeft alleen een vraag over de bus")] // alleen
    [InlineData("overleg met samenwerkingspartner")] // partner
    [InlineData("energie bespaard, ivm de vloer")] // GI, VT in ordinary words
    [InlineData("burendag, gemeente Buren")] // buren
    public void Look_alikes_are_left_alone(string text) => Assert.Equal("geen", Seeds.Problems(text));

    [Theory]
    [InlineData("OTS verlengd", "kinderbescherming")]
    [InlineData("schuld hulp aangevraagd", "schulden")] // split compound
    [InlineData("Schulden-traject loopt", "schulden")]
    [InlineData("huurachtersatnd van twee maanden", "schulden")] // two letters swapped
    [InlineData("MANTELZORG wordt te zwaar", "mantelzorg")]
    [InlineData("cliënt heeft écht schulden", "schulden")]
    public void Dutch_as_it_is_typed_is_read(string text, string expected) => Assert.Equal(expected, Seeds.Problems(text));

    [Theory]
    [InlineData("mdo met huisarts, wijkagent en corporatie over cl.", "individueel_hulpverlening")]
    [InlineData("rouwgroep bijeenkomst 3, 8 deelnemers", "collectief_hulpverlening")]
    [InlineData("maatje gekoppeld aan mw", "individueel_activering")]
    [InlineData("buurtfeest met 80 bewoners", "collectief_activering")]
    [InlineData("training vrijwilligers over rouw", "collectief_activering")]
    [InlineData("teamoverleg", "intern")]
    [InlineData("overleg", "onbepaald")]
    [InlineData("", "onbepaald")]
    // a note that tells nothing, a bare contact; with somebody it is help
    [InlineData("iets met schulden, zie map", "onbepaald")]
    [InlineData("gesprek gepland ma 10 uur", "onbepaald")]
    [InlineData("mw belt over haar schulden, brief gelezen", "individueel_hulpverlening")]
    // a place one is brought to, or was sad after; groups about a problem
    [InlineData("met mw naar de handwerkclub geweest", "individueel_activering")]
    [InlineData("mw verdrietig na de bingo", "individueel_hulpverlening")]
    [InlineData("troostcafé, negen nabestaanden", "collectief_hulpverlening")]
    [InlineData("koffieochtend, 12 bewoners", "collectief_activering")]
    public void The_two_axes_give_the_quadrant(string text, string expected) => Assert.Equal(expected, Seeds.Quadrant(text));
}
