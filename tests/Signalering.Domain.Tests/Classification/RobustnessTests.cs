using CsCheck;
using Signalering.Domain.Classification;

namespace Signalering.Domain.Tests.Classification;

public sealed class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "geen", "schulden", ",", ". ", "maar", "niet", "\n", "\u0000", "\u0301", "😀", "العربية", "中文", "cliÃ«nt", "’", "--",
        "OTS", "verslaafd", "moeder", "overleden", "12", "deelnemers", " ", "zegt", "vroeger", "buurman heeft", "te voorkomen",
    ];

    [Fact]
    public void Arbitrary_text_gives_the_same_labels_twice_and_never_throws() =>
        Gen.String.Sample(text => Assert.Equal(Seeds.Classifier.ClassifyText(text), Seeds.Classifier.ClassifyText(text)));

    [Fact]
    public void Any_order_of_words_and_marks_is_read() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Sample(pieces =>
        {
            var text = string.Join(' ', pieces);
            foreach (var term in Seeds.Classifier.ExplainText(text).Terms)
                Assert.InRange(term.Start + term.Length, term.Length, text.Length);
        });

    [Fact]
    public void A_text_twice_as_long_takes_twice_the_steps_not_four_times()
    {
        // Counted, not timed: the matches of a repeated sentence grow with its number.
        const string sentence = "geen schulden, moeder overleden maar zegt niet eenzaam te zijn. ";
        var once = Seeds.Classifier.ExplainText(string.Concat(Enumerable.Repeat(sentence, 100))).Terms.Count;
        var twice = Seeds.Classifier.ExplainText(string.Concat(Enumerable.Repeat(sentence, 200))).Terms.Count;

        Assert.InRange(twice, (2 * once) - 10, (2 * once) + 10);
    }

    [Theory]
    [InlineData("geen ")]
    [InlineData("moeder ")]
    [InlineData("schulden van de buurman ")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("\u0301")]
    public void Texts_of_100_kB_are_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        var labels = Seeds.Classifier.ClassifyText(text);

        Assert.InRange(labels.Confidence, 0.0, 1.0);
    }

    [Fact]
    public async Task Threads_that_share_a_classifier_agree()
    {
        var classifier = new ActivityClassifier(Seeds.Taxonomy, Seeds.Rules);
        var rows = new LabelledCases("activiteiten-dev.tsv").Rows.Select(row => row.Text).ToList();
        var expected = rows.Select(text => Seeds.Classifier.ClassifyText(text)).ToList();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => rows.Select(text => classifier.ClassifyText(text)).ToList(), TestContext.Current.CancellationToken)));

        Assert.All(runs, run => Assert.Equal(expected, run));
    }

    [Fact]
    public void An_ordinary_row_allocates_nothing()
    {
        const string text = "hb bij cl. ivm huurachterstand, mw schaamt zich, aangemeld schuldhulp";
        for (var i = 0; i < 50; i++)
            Seeds.Classifier.ClassifyText(text);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Seeds.Classifier.ClassifyText(text);
        var perRow = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;

        Assert.True(perRow < 100, $"{perRow} bytes per rij"); // the bag of working memory takes a node now and then
    }

    [Theory]
    [InlineData("schuldhulp", "schuldhlp", true)]
    [InlineData("schuldhulp", "schuldhullp", true)]
    [InlineData("schuldhulp", "schudlhulp", true)]
    [InlineData("schuldhulp", "schuldholp", true)]
    [InlineData("schuldhulp", "schuldhulp", false)]
    [InlineData("schuldhulp", "schldhlp", false)]
    public void One_error_apart_is_one_error(string a, string b, bool expected) =>
        Assert.Equal(expected, TypoIndex.IsOneErrorApart(a, b));
}
