using CsCheck;
using Signalering.Domain.Classification;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Tests.Classification;

/// <summary>What is remembered is what would have been worked out again.</summary>
public sealed class MemoTests
{
    private static readonly List<string> Texts = [.. new LabelledCases("activiteiten-dev.tsv").Rows.Select(row => row.Text)];

    private static readonly Gen<RowFigures> Figures = Gen.Select(
        Gen.Int[0, 40].Nullable(), Gen.Int[0, 300].Nullable(), Gen.Bool,
        (participants, minutes, hasCase) => new RowFigures(participants, minutes, hasCase));

    [Fact]
    public void Figures_of_one_kind_give_the_same_labels() =>
        Gen.Select(Gen.Int[0, Texts.Count - 1], Figures, Figures).Sample((text, one, other) =>
        {
            if (one.Kind == other.Kind)
            {
                Assert.Equal(
                    Seeds.Classifier.ClassifyText(Texts[text], one), Seeds.Classifier.ClassifyText(Texts[text], other));
            }
        }, iter: 20_000);

    [Fact]
    public void A_word_means_the_same_however_many_words_came_before()
    {
        var fresh = new ActivityClassifier(Seeds.Taxonomy, Seeds.Rules);
        var flooded = new ActivityClassifier(Seeds.Taxonomy, Seeds.Rules);
        for (var i = 0; i < 60_000; i++) // more different words than are remembered
            flooded.ClassifyText($"woord{i:x}q");

        Assert.All(Texts, text => Assert.Equal(fresh.ClassifyText(text), flooded.ClassifyText(text)));
    }

    [Fact]
    public void Only_texts_that_were_found_clean_are_remembered()
    {
        var clean = new CleanTexts();
        for (var i = 0; i < 100_000; i++)
            clean.Add(CleanTexts.KeyOf($"gesprek {i}", 2026), i % 90);

        Assert.DoesNotContain(Enumerable.Range(0, 100_000), i =>
            clean.Contains(CleanTexts.KeyOf($"gesprek {i}", 2025), i % 90)
            || clean.Contains(CleanTexts.KeyOf($"gesprek met {i}", 2026), i % 90));
        Assert.True(clean.Contains(CleanTexts.KeyOf("gesprek 99999", 2026), 99_999 % 90));
    }
}
