using Signalering.Domain.Intake;
using Signalering.Domain.Screening;

namespace Signalering.Domain.Classification;

/// <summary>Remembers the labels of rows with the same words: set phrases come hundreds of times in an export.</summary>
/// <remarks>Equal words with figures that mean the same give equal labels. Holds hashes and labels, no texts (see
/// <see cref="TextHash"/> for how seldom two rows share a hash); of fixed size; one per pass and thread.</remarks>
internal sealed class LabelMemo(ActivityClassifier classifier)
{
    private const int Ways = 4;
    private const int Smallest = 1 << 10;
    private const int Largest = 1 << 16;

    private ulong[] _keys = new ulong[Smallest];
    private ActivityLabels[] _labels = new ActivityLabels[Smallest];
    private int _asked;

    /// <summary>The labels of an activity.</summary>
    public ActivityLabels Of(ScreenedActivity activity)
    {
        var key = KeyOf(activity);
        var line = (int)(key >> 33) & (_keys.Length - Ways);
        var at = _keys.AsSpan(line, Ways).IndexOf(key);
        if (at >= 0)
            return _labels[line + at];
        if (_asked++ > _keys.Length && _keys.Length < Largest)
            return Grow(classifier.Classify(activity));
        var free = _keys.AsSpan(line, Ways).IndexOf(0UL);
        var place = line + (free >= 0 ? free : (int)(key & (Ways - 1)));
        (_keys[place], _labels[place]) = (key, classifier.Classify(activity));
        return _labels[place];
    }

    private static ulong KeyOf(ScreenedActivity activity)
    {
        var texts = activity.Texts;
        var key = (ulong)ActivityClassifier.Figures(activity).Kind;
        for (var i = 0; i < texts.Count; i++)
            key = TextHash.Add(key, texts[i]);
        return key == 0 ? 1 : key; // 0 is a free place
    }

    // What was known is asked again: that costs less than moving it.
    private ActivityLabels Grow(ActivityLabels labels)
    {
        (_keys, _labels, _asked) = (new ulong[_keys.Length * 4], new ActivityLabels[_keys.Length * 4], 0);
        return labels;
    }
}
