namespace Signalering.Domain.Reporting.Sheets;

/// <summary>The report on one page in plain Dutch (B1), for residents: short sentences, no jargon, the same figures.</summary>
internal static class ResidentsPage
{
    private const int MostSignals = 6;

    /// <summary>A paragraph each.</summary>
    public static IReadOnlyList<string> Paragraphs(ReportScene scene, IReadOnlyList<AgendaItem> agenda)
    {
        var open = agenda.Where(item => !item.IsOpgelost).ToList();
        return
        [
            $"In {scene.Gemeente.Naam} helpen wijkteams mensen met problemen. Soms hebben veel mensen hetzelfde probleem. Dan is het niet alleen iets van één persoon, maar iets waar de gemeente over moet praten.",
            $"Deze pagina gaat over het {scene.Periode}. De teams schreven op wat zij deden. Wij telden dat. Wij weten niet om wie het gaat: namen en teksten bewaren wij niet.",
            open.Count == 0
                ? "Dit kwartaal zagen wij geen probleem dat duidelijk vaker voorkomt dan anders."
                : "Dit viel op:",
            .. open.Take(MostSignals).Select(item => item.Signaal.Eenvoudig),
            .. agenda.Where(item => item.IsOpgelost).Take(2).Select(item => item.Signaal.Eenvoudig),
            "Wij zeggen niet waarom het zo is. Dat weten wij niet. Daarover praten we met bewoners, teams en de gemeente.",
            "Herkent u dit? Of ziet u iets anders? Vertel het aan uw wijkteam.",
        ];
    }
}
