using System.Globalization;
using Signalering.Domain.Intake;

namespace Signalering.Formats.Exports;

/// <summary>Dutch texts for what only a reader of files can find; the others are in <see cref="Messages"/>.</summary>
internal static class ExportMessages
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>SIG1007: the extension says something else than the content.</summary>
    public static Problem OtherThanItsName(string extension, string content) => Messages.Bestandssoort(
        $"de naam van het bestand eindigt op {extension}, maar het is {content}");

    /// <summary>SIG1007: an extension that is not read, over content that might have been.</summary>
    public static Problem OtherExtension() => Messages.Bestandssoort(
        "de naam van het bestand eindigt niet op .csv, .tsv, .txt of .xlsx");

    /// <summary>SIG1006: over the limit after unpacking.</summary>
    public static Problem UnpacksTooLarge(long limit) => new(ProblemCode.TeGroot, Place.Bestand, string.Create(
        Dutch,
        $"uitgepakt is dit Excel-bestand veel groter dan een export. Verwacht: hoogstens {limit / 1_048_576.0:N0} " +
        $"MiB. Sla alleen het werkblad met de activiteiten op, als .csv of in een nieuw .xlsx-bestand, en lever " +
        $"opnieuw aan."));

    /// <summary>SIG1006: a sheet of more cells than the limit, most of them empty.</summary>
    public static Problem TooManyCells(long limit) => new(ProblemCode.TeGroot, Place.Bestand, string.Create(
        Dutch,
        $"een werkblad heeft meer dan {limit:N0} cellen, ook als de meeste leeg zijn. Verwacht: een tabel met activiteiten. " +
        $"Kopieer de tabel naar een nieuw werkblad en lever opnieuw aan."));

    /// <summary>SIG1007: a zip with tens of thousands of parts.</summary>
    public static Problem TooManyParts() => Messages.Bestandssoort(
        "dit bestand bestaat uit meer dan 10.000 onderdelen; een export heeft er enkele tientallen");

    /// <summary>SIG1011: a quote that is opened and never closed, or closed in another row.</summary>
    /// <param name="row">Row where it was opened.</param>
    public static Problem OpenQuote(int row) => new(ProblemCode.Beschadigd, new Place(row, null),
        "in deze rij begint een tekst met een aanhalingsteken (\") dat niet goed wordt gesloten, waardoor de rijen " +
        "eronder bij dezelfde cel lijken te horen. Verwacht: een aanhalingsteken voor en na de tekst, en een " +
        "aanhalingsteken in de tekst verdubbeld. Kijk of het bestand compleet is, haal het losse aanhalingsteken weg " +
        "of lever aan als .xlsx; er is nu niets geteld.");

    /// <summary>SIG1011: a row over the limit.</summary>
    public static Problem RowTooLarge(int row, int limit) => new(
        ProblemCode.Beschadigd, new Place(row, null), string.Create(Dutch,
        $"deze rij is groter dan {limit / 1024.0:N0} KiB. Verwacht: een rij per activiteit met een korte " +
        $"omschrijving. Meestal is een aanhalingsteken (\") geopend en niet gesloten: haal het weg of lever aan als " +
        $".xlsx. Er is nu niets geteld."));

    /// <summary>SIG1011: text that stops in the middle of a character.</summary>
    public static Problem CutOff() => new(ProblemCode.Beschadigd, Place.Bestand,
        "het bestand houdt midden in een teken op en is dus afgebroken. Verwacht: een volledig bestand. Maak de " +
        "export opnieuw, wacht tot het wegschrijven klaar is en lever opnieuw aan; er is nu niets geteld.");
}
