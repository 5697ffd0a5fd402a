using Signalering.Domain.Counting;
using Signalering.Domain.Detection;
using Signalering.Domain.Dialogue;
using static Signalering.Domain.Reporting.ReportCell;

namespace Signalering.Domain.Reporting.Sheets;

/// <summary>Puts signals into neutral words, from published figures only.</summary>
/// <remarks>A signal whose own figures are withheld is not printed: that it exists would already tell something. Its
/// number is, without wijk or problem.</remarks>
internal sealed class SignalWords(ReportScene scene, SignalOutcome outcome)
{
    private const string IndividualHelp = "individueel_hulpverlening";
    private const int MostDistortions = 4;

    /// <summary>Kind of a signal about a missing collective answer, as printed.</summary>
    public const string Chance = "schakelkans";

    /// <summary>Kind of a signal about two problems, as printed.</summary>
    public const string Together = "samenloop";

    /// <summary>Kind of a signal about a law or an authority, as printed.</summary>
    public const string PolicyEffect = "beleidseffect";

    /// <summary>Where a signal stands that has come to an end, as printed.</summary>
    public const string Resolved = "opgelost";

    /// <summary>Signals whose figures may not be shown.</summary>
    public int Withheld { get; private set; }

    /// <summary>What was found in the deliveries themselves.</summary>
    public IReadOnlyList<MonthCoverage> Artefacts => outcome.Artefacts;

    /// <summary>The signals that may be printed, in order of evidence.</summary>
    public IReadOnlyList<SignalView> All() => [.. outcome.Signals.Select(View).OfType<SignalView>()];

    /// <summary>What was not claimed in the months of the report, and why: first what was found in deliveries, a line per
    /// team and month, then what else kept a wijk from being judged.</summary>
    public IReadOnlyList<BlockedView> Blocked() =>
    [
        .. outcome.Artefacts
            .Where(found => found.Month >= scene.Window.From && found.Month <= scene.Window.To)
            .OrderByDescending(found => found.Month).ThenBy(found => found.Wijkteam, StringComparer.Ordinal)
            .Select(Artefact),
        .. outcome.Blocked
            .Where(claim => claim.Wijkteam is null && claim.Until >= scene.Window.From)
            .GroupBy(claim => (claim.From, claim.Until, claim.Reden))
            .Select(group => new BlockedView(
                $"{Listed([.. group.Select(claim => scene.Gebied(claim.Wijk)).Distinct()])}, {Span(group.Key.From, group.Key.Until)}",
                group.Key.Reden)),
        .. outcome.Blocked
            .Where(claim => claim.Wijkteam is not null && claim.Until >= scene.Window.From && !IsFound(claim))
            .GroupBy(claim => (claim.Wijkteam, claim.From, claim.Until, claim.Reden))
            .Select(group => new BlockedView(
                $"{scene.Team(group.Key.Wijkteam!)}, {Span(group.Key.From, group.Key.Until)}", group.Key.Reden)),
    ];

    // What the counts themselves told has a line of its own; the rest is what people said in the ledger.
    private bool IsFound(BlockedClaim claim) => claim.Cause is { } cause && outcome.Artefacts.Contains(cause);

    private BlockedView Artefact(MonthCoverage found)
    {
        var team = scene.Team(found.Wijkteam);
        return found.BreakReason is { } reason
            ? new BlockedView(
                $"{team}, vanaf {ReportScene.Naam(found.Month)}",
                $"{reason} Een verschil met de maanden ervoor is daarom niet als toename of afname gelezen.")
            : new BlockedView(
                $"{team}, {ReportScene.Naam(found.Month)}",
                "De levering over deze maand ontbreekt of is onvolledig. Dat is geen daling, en de maand erna is geen stijging.");
    }

    // Where it began before the report, the beginning says nothing.
    private string Span(Month from, Month until) =>
        from == until || from > scene.Window.From ? ReportScene.Naam(from, until) : $"tot en met {ReportScene.Naam(until)}";

    private SignalView? View(Signal signal)
    {
        var words = signal.Type switch
        {
            SignalType.Stijging or SignalType.Krachten => Rise(signal),
            SignalType.Spreiding => Spread(signal),
            SignalType.Concentratie => Concentration(signal),
            SignalType.Gestapeld => Pair(signal),
            SignalType.EenzijdigIndividueel => OneSided(signal),
            SignalType.Beleidseffect => Policy(signal),
            _ => null,
        };
        if (words is not { } said)
        {
            Withheld++;
            return null;
        }

        return new SignalView(
            signal.Id, Kind(signal.Type), Title(signal),
            signal.Probleem, said.Seen, said.Facts, Distortions(signal),
            State(signal), Strength(signal), Ladder.FromCounts(signal.Cases ?? 5, signal.Teams.Count))
        {
            Wijken = signal.Wijken,
            Kort = $"{scene.Gebied(signal.Wijk)} ({What(signal)})",
            Eenvoudig = Plain(signal),
            TweedeProbleem = signal.TweedeProbleem,
        };
    }

    private (string Seen, IReadOnlyList<string> Facts)? Rise(Signal signal)
    {
        var (now, before) = Quarters(signal.Probleem, signal.Wijk!);
        if (!signal.IsOpen)
            return Ended(signal, now, before);
        return now is Getal count
            ? ($"In {scene.Gebied(signal.Wijk)} gaat het sinds {ReportScene.Naam(signal.Since)} vaker over {Lower(signal.Probleem)} dan op grond van eerdere jaren te verwachten was.",
                [.. Figures(count, before), .. Comparison(signal, count)])
            : null;
    }

    // What has gone needs no figure of now: that it is as usual again says no more than what was printed a year ago.
    private (string Seen, IReadOnlyList<string> Facts)? Ended(Signal signal, ReportCell now, ReportCell before) =>
        before is Getal then
            ? ($"In {scene.Gebied(signal.Wijk)} ging het van {ReportScene.Naam(signal.Since)} tot en met {ReportScene.Naam(signal.Until)} vaker over {Lower(signal.Probleem)} dan te verwachten was; sindsdien niet meer.",
                [
                    now is Getal count
                        ? Figures(count, before).Single()
                        : Format($"Een jaar eerder circa {then.Waarde:N0} activiteiten in het kwartaal; het cijfer van nu is niet getoond."),
                ])
            : null;

    private (string Seen, IReadOnlyList<string> Facts)? Spread(Signal signal)
    {
        var (now, before) = Quarters(signal.Probleem, ReportWindow.Whole);
        if (now is not Getal count)
            return null;
        var shown = signal.Wijken.Where(wijk => Quarters(signal.Probleem, wijk).Now is Getal).Select(wijk => scene.Gebied(wijk)).ToList();
        var seen = $"Activiteiten over {Lower(signal.Probleem)} nemen in meer wijken tegelijk toe" +
            (shown.Count > 0 ? $", waaronder {Listed(shown)}." : ".");
        return (seen, [.. Figures(count, before)]);
    }

    private (string Seen, IReadOnlyList<string> Facts)? Concentration(Signal signal)
    {
        var (now, before) = Quarters(signal.Probleem, signal.Wijk!);
        var city = scene.Cijfers.Probleem(signal.Probleem, ReportWindow.Whole, scene.Window.Period, Maat.Activiteiten);
        if (now is not Getal count || city is not Getal all)
            return null;
        var inhabitants = scene.Gemeente.Wijken.Single(wijk => wijk.Code == signal.Wijk).Inwoners;
        var total = scene.Gemeente.Wijken.Sum(wijk => wijk.Inwoners ?? 0);
        var seen = $"In {scene.Gebied(signal.Wijk)} gaat het al langer vaker over {Lower(signal.Probleem)} dan naar inwonertal te verwachten is vanuit de hele gemeente.";
        return (seen,
        [
            inhabitants is > 0 && total > 0
                ? Format($"Per 1.000 inwoners {1000 * count.Waarde / inhabitants.Value:0.0} activiteiten in deze wijk en {1000 * all.Waarde / total:0.0} in de hele gemeente ({ReportScene.Naam(scene.Window.Period)}).")
                : "Het inwonertal van deze wijk is niet bekend.",
            .. Figures(count, before),
        ]);
    }

    private (string Seen, IReadOnlyList<string> Facts)? Pair(Signal signal) =>
        scene.Cijfers.Samen(signal.Probleem, signal.TweedeProbleem!) is Getal { Waarde: > 0 } together
            ? ($"{Problem(signal.Probleem)} en {Lower(signal.TweedeProbleem!)} komen vaker samen voor dan wanneer ze los van elkaar stonden. Wat het een met het ander te maken heeft, zegt dit niet.",
                [Format($"Samen in circa {together.Waarde:N0} activiteiten in twaalf maanden.")])
            : null;

    private (string Seen, IReadOnlyList<string> Facts)? OneSided(Signal signal) =>
        scene.Cijfers.Jaar(signal.Probleem, IndividualHelp, signal.Wijk!) is Getal { Waarde: > 0 } individual
            ? ($"In {scene.Gebied(signal.Wijk)} is over {Lower(signal.Probleem)} veel individuele hulp en (bijna) geen collectief antwoord van de wijkteams.",
                [Format($"Individuele hulp: circa {individual.Waarde:N0} activiteiten in twaalf maanden.")])
            : null;

    // Which frictions stand out is told from published figures: those with half of the activities or more.
    private (string Seen, IReadOnlyList<string> Facts)? Policy(Signal signal)
    {
        if (scene.Cijfers.Beleid(signal.Probleem, "", null) is not Getal { Waarde: > 0 } year)
            return null;
        var kinds = scene.Taxonomie.Wrijvingen
            .Where(w => scene.Cijfers.Beleid(signal.Probleem, w.Sleutel, null) is Getal kind && kind.Waarde * 2 >= year.Waarde)
            .Select(w => char.ToLower(w.Naam[0], ReportScene.Dutch) + w.Naam[1..]).ToList();
        return ($"In gesprekken van wijkteams lopen mensen vast op {Problem(signal.Probleem)}" +
                (kinds.Count > 0 ? $", vooral: {Listed(kinds)}." : "."),
            [Format($"Circa {year.Waarde:N0} activiteiten in twaalf maanden waarin dit samen genoemd is.")]);
    }

    private (ReportCell Now, ReportCell Before) Quarters(string problem, string wijk) => (
        scene.Cijfers.Probleem(problem, wijk, scene.Window.Period, Maat.Activiteiten),
        scene.Cijfers.Probleem(problem, wijk, scene.Window.Period.Plus(-4), Maat.Activiteiten));

    private IEnumerable<string> Figures(Getal now, ReportCell before)
    {
        yield return before is Getal then
            ? Format($"Circa {now.Waarde:N0} activiteiten in het {ReportScene.Naam(scene.Window.Period)}; een jaar eerder circa {then.Waarde:N0}.")
            : Format($"Circa {now.Waarde:N0} activiteiten in het {ReportScene.Naam(scene.Window.Period)}; het cijfer van een jaar eerder is niet getoond.");
    }

    // Published count against what was expected, with the interval that the published count allows.
    private IEnumerable<string> Comparison(Signal signal, Getal count)
    {
        var months = outcome.Series
            .FirstOrDefault(series => series.Wijk == signal.Wijk && series.Probleem == signal.Probleem)?.Months
            .Where(month => Quarter.Of(month.Month) == scene.Window.Period && double.IsFinite(month.Expected)).ToList();
        var expected = Math.Round((months?.Sum(month => month.Expected) ?? 0) / 5, MidpointRounding.AwayFromZero) * 5;
        if (months is not { Count: 3 } || expected <= 0 || !signal.IsOpen)
            yield break;
        var tau = Math.Max(1, months.Average(month => month.Tau));
        var interval = PoissonInterval.Exact((double)count.Waarde / tau, 0.90, expected / tau);
        yield return Format(
            $"Verwacht op grond van eerdere jaren: circa {expected:N0}. Verhouding {(double)count.Waarde / expected:0.0} (90 %-interval {interval.Lower:0.0} tot {interval.Upper:0.0}).");
    }

    private List<string> Distortions(Signal signal)
    {
        var lines = new List<string>
        {
            "Een team dat meer mensen heeft, vaker registreert of gerichter vraagt, vindt meer.",
        };
        lines.AddRange(outcome.Artefacts
            .Where(found => found.Month > scene.Window.To.Plus(-24) && found.Month <= scene.Window.To && Touches(found, signal))
            .Select(Artefact)
            .Select(found => $"{found.Onderwerp}. {found.Reden}"));
        lines.AddRange(outcome.Blocked
            .Where(claim => claim.Wijkteam is null && claim.Until > scene.Window.To.Plus(-24)
                && (claim.Wijk is null || signal.Wijken.Contains(claim.Wijk)))
            .Select(claim => claim.Reden)
            .Distinct());
        return [.. lines.Take(MostDistortions)];
    }

    private bool Touches(MonthCoverage found, Signal signal) => signal.Wijk is null && signal.Wijken.Count == 0
        || scene.Gemeente.FindTeam(found.Wijkteam) is { } team && team.Wijken.Any(signal.Wijken.Contains);

    private static string State(Signal signal) => signal.State switch
    {
        SignalState.Terugkerend => "terugkerend",
        SignalState.Structureel => "structureel",
        SignalState.Afnemend => "afnemend",
        SignalState.Opgelost => Resolved,
        _ => signal.Type is SignalType.Concentratie or SignalType.Gestapeld or SignalType.EenzijdigIndividueel ? "aanhoudend" : "nieuw",
    };

    private static string Strength(Signal signal) => (signal.AdjustedP, signal.Confirmed) switch
    {
        ( <= 0.01, true) => "sterk bewijs",
        ( <= 0.05, _) => "duidelijk bewijs",
        (double.NaN, _) when signal.Interval.Lower >= 1.25 => "sterk bewijs",
        _ => "eerste aanwijzing",
    };

    private static string Kind(SignalType type) => type switch
    {
        SignalType.EenzijdigIndividueel => Chance,
        SignalType.Gestapeld => Together,
        _ => type.ToString().ToLowerInvariant(),
    };

    private string Title(Signal signal) => signal.Type switch
    {
        SignalType.Spreiding => $"{Problem(signal.Probleem)} in meer wijken: {What(signal)}",
        SignalType.Gestapeld => $"{Problem(signal.Probleem)} samen met {Lower(signal.TweedeProbleem!)}",
        _ when signal.Wijk is null => $"{Problem(signal.Probleem)} in de hele gemeente: {What(signal)}",
        _ => $"{Problem(signal.Probleem)} in {scene.Gebied(signal.Wijk)}: {What(signal)}",
    };

    // For residents (B1). No wijken of a spread: some of their figures may be withheld.
    private string Plain(Signal signal) => signal.Type switch
    {
        SignalType.Spreiding => $"In meer wijken tegelijk gaat het vaker over {Lower(signal.Probleem)} dan eerder.",
        SignalType.Concentratie =>
            $"In {scene.Gebied(signal.Wijk)} gaat het vaak over {Lower(signal.Probleem)}. Dat is al langer zo. Het is vaker dan je verwacht bij het aantal bewoners.",
        _ when !signal.IsOpen =>
            $"In {scene.Gebied(signal.Wijk)} ging het een tijd vaker over {Lower(signal.Probleem)}. Nu is dat niet meer zo.",
        _ => $"In {scene.Gebied(signal.Wijk)} gaat het vaker over {Lower(signal.Probleem)} dan eerder.",
    };

    // What is going on, without judging it.
    private static string What(Signal signal) => signal.Type switch
    {
        _ when !signal.IsOpen => "voorbij",
        SignalType.Stijging or SignalType.Spreiding => "toename",
        SignalType.Concentratie => "al langer meer dan verwacht",
        SignalType.Krachten => "groei",
        _ => Kind(signal.Type),
    };

    private string Problem(string key) =>
        scene.Taxonomie.FindProblem(key)?.Naam ?? scene.Taxonomie.FindPolicy(key)?.Naam ?? key;

    private string Lower(string key) => Problem(key) is { Length: > 0 } name
        ? char.ToLower(name[0], ReportScene.Dutch) + name[1..]
        : key;

    private static string Listed(List<string> names) => names.Count == 1
        ? names[0]
        : $"{string.Join(", ", names.Take(names.Count - 1))} en {names[^1]}";

    private static string Format(FormattableString text) => text.ToString(ReportScene.Dutch);
}
