using System.Text.RegularExpressions;

namespace Signalering.Domain.Screening;

/// <summary>All detectors on one cell. Holds buffers: one per run, never shared between threads.</summary>
/// <remarks>First match wins, in this order: e-mail, web address, IBAN, date of birth, telephone, BSN, coordinates, document,
/// plate, postcode, address, dossier; names last, on what is left.</remarks>
public sealed class PersonalDataDetector
{
    /// <summary>A text longer than this is no description of an activity but a report about someone.</summary>
    public const int LongestText = 500;

    // The time of a pattern is that of the clock: on a busy machine a thread that waits runs out of it without having worked. A
    // pattern that is really slow runs out of it every time.
    private const int Attempts = 4;

    private readonly IRecognizer[] _recognizers;
    private readonly AllowList[] _allowed;
    private readonly Tokenizer _tokenizer;
    private readonly NormalizedText _normalized = new();
    private readonly CellFindings _found = new();

    /// <summary>The detectors of the specification.</summary>
    /// <param name="lexicon">Names and words.</param>
    /// <param name="allowed">Streets, wijken, buildings and organisations.</param>
    public PersonalDataDetector(NameLexicon lexicon, params AllowList[] allowed)
        : this(lexicon, allowed, StandardSet(lexicon))
    {
    }

    internal PersonalDataDetector(NameLexicon lexicon, AllowList[] allowed, IRecognizer[] recognizers) =>
        (_recognizers, _allowed, _tokenizer) = (recognizers, allowed, new Tokenizer(lexicon));

    /// <summary>Everything found in a cell; valid until the next call.</summary>
    /// <param name="cell">As delivered.</param>
    /// <param name="referenceYear">Year that the text was written in.</param>
    /// <param name="sentence">Whether it is free text.</param>
    public IReadOnlyList<CellFinding> Find(ReadOnlySpan<char> cell, int referenceYear, bool sentence = true)
    {
        _found.Clear();
        if (cell.IsEmpty)
            return _found.All;
        for (var attempt = 1; !TryRun(cell, referenceYear, sentence, attempt == Attempts); attempt++)
            _found.Clear();
        return _found.All;
    }

    // False when a pattern ran out of time and may try again.
    private bool TryRun(ReadOnlySpan<char> cell, int referenceYear, bool sentence, bool isLast)
    {
        try
        {
            Run(cell, referenceYear, sentence);
        }
        catch (RegexMatchTimeoutException) when (!isLast)
        {
            return false;
        }
        catch (Exception)
        {
            // Whatever went wrong in a detector, the answer is not "nothing found". The exception may hold the text: it ends here.
            _found.Clear();
            _found.Add(PersonalDataKind.Undecided, FindingLevel.Midden, "onbeslist.detector", 0, 0);
        }

        return true;
    }

    private static IRecognizer[] StandardSet(NameLexicon lexicon) =>
    [
        new EmailRecognizer(),
        new UrlRecognizer(lexicon),
        new IbanRecognizer(),
        new BirthdateRecognizer(),
        new PhoneRecognizer(),
        new BsnRecognizer(),
        new GpsRecognizer(),
        new DocumentRecognizer(),
        new PlateRecognizer(),
        new PostcodeRecognizer(),
        new AddressRecognizer(),
        new DossierRecognizer(),
        new DeviceRecognizer(),
        new NameRecognizer(lexicon),
    ];

    private void Run(ReadOnlySpan<char> cell, int referenceYear, bool sentence)
    {
        var text = _normalized.Read(cell);
        var tokens = _tokenizer.Read(text, out var shape);
        foreach (var list in _allowed)
            list.Mark(tokens);
        var prepared = new CellText(text, tokens, shape, referenceYear, sentence);
        foreach (var recognizer in _recognizers)
        {
            if (recognizer.MayFind(shape))
                recognizer.Find(prepared, _found);
        }

        _found.MapBack(_normalized);
        if (_normalized.Hidden > 0)
            _found.Add(PersonalDataKind.HiddenCharacters, FindingLevel.Laag, "tekst.verborgen-tekens", 0, 0);
        if (cell.Length > LongestText)
            _found.Add(PersonalDataKind.Narrative, FindingLevel.Midden, "tekst.lang", 0, 0);
    }
}
