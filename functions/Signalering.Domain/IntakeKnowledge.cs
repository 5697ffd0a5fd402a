using Signalering.Domain.Classification;
using Signalering.Domain.Intake;
using Signalering.Domain.Municipality;
using Signalering.Domain.Screening;
using Signalering.Domain.Taxonomy;

namespace Signalering.Domain;

/// <summary>Everything that both passes know beforehand: data from <c>seeds/</c> and the municipality's file.</summary>
public sealed class IntakeKnowledge
{
    /// <summary>Puts the parts together; built once, shared by all runs.</summary>
    /// <param name="gemeente">Wijken, teams and what may stand in a text.</param>
    /// <param name="taxonomie">Quadrants, problems, core tasks.</param>
    /// <param name="regels">Terms.</param>
    /// <param name="kolommen">Headers.</param>
    /// <param name="namen">Names of persons; null to find them by form and context alone.</param>
    /// <param name="organisaties">Names of national organisations, one a line.</param>
    public IntakeKnowledge(
        Gemeente gemeente, SocialWorkTaxonomy taxonomie, TermRules regels, ColumnAliases kolommen, NameLexicon? namen = null,
        IEnumerable<string>? organisaties = null)
    {
        Namen = namen ?? NameLexicon.Empty;
        Toegestaan = [AllowList.OfPlaces(gemeente.Plaatsnamen), AllowList.OfPlaces(organisaties ?? []), AllowList.Of(gemeente.Toegestaan, Namen)];
        (Gemeente, Taxonomie, Regels, Kolommen) = (gemeente, taxonomie, regels, kolommen);
        Wijken = new WijkIndex(gemeente);
        Classifier = new ActivityClassifier(taxonomie, regels);
    }

    /// <summary>Wijken and teams.</summary>
    public Gemeente Gemeente { get; }

    /// <summary>Quadrants, problems, core tasks.</summary>
    public SocialWorkTaxonomy Taxonomie { get; }

    /// <summary>Terms.</summary>
    public TermRules Regels { get; }

    /// <summary>Headers of exports.</summary>
    public ColumnAliases Kolommen { get; }

    /// <summary>Profiles of sources; none unless given.</summary>
    public SourceProfiles Profielen { get; init; } = SourceProfiles.None;

    /// <summary>What is known of the headers of a team's exports.</summary>
    /// <param name="team">The team; null: of any team.</param>
    public HeaderKnowledge HeadersOf(Wijkteam? team) => new(
        Kolommen, Profielen, team?.Profiel,
        (team?.Kolommen ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .ToDictionary(own => PlainText.Fold(own.Key), own => FieldNames.Parse(own.Value), StringComparer.Ordinal));

    /// <summary>Places.</summary>
    public WijkIndex Wijken { get; }

    /// <summary>Names of persons, and ordinary words.</summary>
    public NameLexicon Namen { get; }

    /// <summary>What looks like a name and is none: wijken, organisations, streets, buildings.</summary>
    public IReadOnlyList<AllowList> Toegestaan { get; }

    /// <summary>Gives labels.</summary>
    public ActivityClassifier Classifier { get; }
}
