using System.Globalization;
using System.Text;

namespace Signalering.SampleData;

/// <summary>The registration system of each team.</summary>
internal sealed class Systems(Municipality municipality)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] WeekDays = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    private static readonly Kinds HavenkwartierKinds = new(
        "Individueel traject", "Collectief traject", "Toeleiding / activering", "Collectieve activiteit",
        "Intern", "Informatie & advies", "Leun- en steuncontact");

    private static readonly Kinds ZuiderweideKinds = new(
        "individueel", "groep", "activering individueel", "activiteit in de buurt",
        "intern", "advies", "individueel");

    private static readonly Kinds OostKinds = new(
        "Indiv. hulp", "Groepshulp", "Indiv. activering", "Groepsactiviteit",
        "Intern", "Advies", "Steuncontact");

    private static readonly Kinds LinderandKinds = new(
        "Hulpverlening individueel", "Hulpverlening groep", "Activering individueel", "Ontmoeting en initiatief",
        "Interne activiteit", "Informatie en advies", "Leun- en steuncontact");

    private static readonly Kinds MolenveldKinds = new(
        "Individueel traject", "Collectief traject", "Toeleiding", "Ontmoeting / bewonersinitiatief",
        "Intern", "Informatie & advies", "Leun- en steuncontact");

    private static readonly Kinds CentrumOldKinds = new(
        "Individuele hulp", "Groepshulp", "Toeleiding", "Buurtactiviteit",
        "Intern", "Individuele hulp", "Individuele hulp");

    private static readonly Kinds CentrumNewKinds = new(
        "Individueel traject", "Collectief traject", "Toeleiding naar activiteit", "Bewonersinitiatief / ontmoeting",
        "Intern", "Informatie & advies", "Leun- en steuncontact");

    /// <summary>How this team wrote its exports in this month.</summary>
    public IExport Of(string team, int month) => team switch
    {
        "havenkwartier" => new TextExport(Havenkwartier(), ';', Windows1252, ".csv"),
        "zuiderweide" => new TextExport(Zuiderweide(), ',', new UTF8Encoding(true), ".csv", QuoteText: true),
        "oost" => new TextExport(Oost(), '\t', new UnicodeEncoding(false, true), ".txt"),
        "linderand" => new WorkbookExport(Linderand(), "Wijkteam Linderand - overzicht activiteiten"),
        "molenveld" => new TextExport(Molenveld(), ';', new UTF8Encoding(true), ".csv", FirstLine: "sep=;\r\n"),
        _ when month < Story.OtherForms =>
            new TextExport(CentrumOld(), ';', Windows1252, ".csv"),
        _ => new WorkbookExport(CentrumNew(), Title: null),
    };

    private List<Column> Havenkwartier() =>
    [
        new("Registratienr", row => "A" + row.Id.ToString("00000", Plain)),
        new("Datum contact", row => row.Date.ToString("dd-MM-yyyy", Plain)),
        new("Duur (min)", row => Number(row.Minutes)),
        new("Soort contact", row => HavenkwartierKinds.Of(row)),
        new("Kanaal", row => row.Channel),
        new("Leefgebied", row => row.Problem.Leefgebied),
        new("Omschrijving", row => row.Text),
        new("Aantal deelnemers", row => Number(row.Participants)),
        new("Wijk", row => Place(
            row, "buiten gemeente", "onbekend", wijk => row.Id % 10 < 7 ? wijk.Naam : wijk.Aliassen[0])),
        new("Dossiernr", row => Pseudonym(row, "haven-zout", 8)),
        new("Functie", row => row.Function),
    ];

    private List<Column> Zuiderweide() =>
    [
        new("datum", row => row.Date.ToString("yyyy-MM-dd", Plain)),
        new("soort", row => row.Id % 17 == 0 ? "" : ZuiderweideKinds.Of(row)),
        new("wijze", row => row.Channel),
        new("uren", row => Hours(row.Minutes)),
        new("problematiek", row => row.Id % 4 == 0 ? "" : row.Problem.Leefgebied.ToLowerInvariant()),
        new("notitie", row => Broken(row)),
        new("deelnemers", row => Roughly(row)),
        new("wijkcode", row => Place(row, "elders", "", wijk => wijk.Code)),
        new("casus", row => Pseudonym(row, "zuider-zout", 10)),
    ];

    private List<Column> Oost() =>
    [
        new("Nr.", row => Number(row.Id)),
        new("Dat.", row => row.Date.ToString("d-M-yyyy", Plain)),
        new("Tijd", row => Number(row.Minutes) + " min"),
        new("Type", row => row.Id % 23 == 0 ? "" : OostKinds.Of(row)),
        new("Omschrijving", row => row.Text),
        new("# pers", row => Number(row.Participants)),
        new("Wijk", row => Place(
            row, "elders", "?", wijk => OneOf(row, wijk.Aliassen[1], wijk.Naam, wijk.Aliassen[^1]))),
        new("Cliëntnr", row => Pseudonym(row, "oost-zout", 8)),
    ];

    private List<Column> Linderand() =>
    [
        new("Datum", row => Serial(row.Date), CellKind.Date),
        new("Activiteit", row => LinderandKinds.Of(row)),
        new("Contactvorm", row => row.Channel),
        new("Domein", row => row.Problem.Leefgebied),
        new("Uren", row => (row.Minutes / 60.0m).ToString("0.##", Plain), CellKind.Number),
        new("Aantal deelnemers", row => Number(row.Participants), CellKind.Number),
        new("Wijknaam", row => Place(
            row, "Buiten de gemeente", "Onbekend", wijk => row.Id % 5 == 0 ? wijk.Aliassen[2] : wijk.Naam)),
        new("Casus", row => Pseudonym(row, "linde-zout", 12)),
        new("Discipline", row => row.Function),
        new("Toelichting", row => row.Text),
    ];

    private List<Column> Molenveld() =>
    [
        new("Datum", row => row.WrittenDate
            ?? WeekDays[(int)row.Date.DayOfWeek] + " " + row.Date.ToString("dd-MM-yyyy", Plain)),
        new("Discipline", row => row.Function),
        new("Bestede tijd", row => string.Create(Plain, $"{row.Minutes / 60}:{row.Minutes % 60:00}")),
        new("Ondersteuningsvorm", row => MolenveldKinds.Of(row)),
        new("Wat gedaan", row => row.Text),
        new("Deelnemers", row => Roughly(row)),
        new("Gebied", row => Place(
            row, "elders", "n.v.t.", wijk => OneOf(row, wijk.Aliassen[2], wijk.Aliassen[1], wijk.Naam, wijk.Naam))),
    ];

    private List<Column> CentrumOld() =>
    [
        new("Volgnr", row => Number(row.Id)),
        new("Datum", row => row.Date.ToString("dd/MM/yyyy", Plain)),
        new("Soort contact", row => CentrumOldKinds.Of(row)),
        new("Kanaal", row => row.Channel),
        new("Leefgebied", row => row.Problem.Leefgebied),
        new("Hulpvraag", row => Both(row, problem => problem.OudeVraag)),
        new("Duur (min)", row => Number(row.Minutes)),
        new("Aantal deelnemers", row => Number(row.Participants)),
        new("Wijk", row => Place(row, "elders", "onbekend", wijk => wijk.Naam)),
        new("Cliëntnr", row => Pseudonym(row, "centrum-zout", 10)),
        new("Discipline", row => row.Function),
    ];

    private List<Column> CentrumNew() =>
    [
        new("Contactnr", row => Number(row.Id), CellKind.Number),
        new("Contactdatum", row => Serial(row.Date), CellKind.Date),
        new("Ondersteuningsvorm", row => CentrumNewKinds.Of(row)),
        new("Contactvorm", row => row.Channel),
        new("Thema", row => row.Problem.NieuwThema),
        new("Hulpvraag (cat.)", row => Both(
            row, problem => row.Energy && problem == row.Problem ? "Energieschuld" : problem.NieuweVraag)),
        new("Uren", row => (row.Minutes / 60.0m).ToString("0.##", Plain), CellKind.Number),
        new("Deelnemers", row => Number(row.Participants), CellKind.Number),
        new("Wijkcode", row => Place(row, "elders", "onbekend", wijk => wijk.Code)),
        new("Dossiernr", row => Pseudonym(row, "centrum-zout", 10)),
        new("Functie", row => row.Function),
    ];

    private string Place(Activity row, string elders, string onbekend, Func<Wijk, string> write) => row.Wijk switch
    {
        "elders" => elders,
        "onbekend" => onbekend,
        _ when row.Wijk.StartsWith('!') => row.Wijk[1..],
        _ => write(municipality.Wijk(row.Wijk)),
    };

    private static string OneOf(Activity row, params string[] ways) => ways[row.Id % ways.Length];

    private static string Both(Activity row, Func<Problem, string> code) =>
        row.Second is null ? code(row.Problem) : code(row.Problem) + "; " + code(row.Second);

    /// <summary>Some typists press Enter in a description.</summary>
    private static string Broken(Activity row)
    {
        var stop = row.Text.IndexOf(". ", StringComparison.Ordinal);
        return row.Id % 29 == 0 && stop > 0 ? row.Text[..(stop + 1)] + "\n" + row.Text[(stop + 2)..] : row.Text;
    }

    private static string Roughly(Activity row) => row.Participants is not { } number ? ""
        : (row.Id % 6) switch
        {
            0 => "ca " + Number(number),
            1 => "±" + Number(number),
            2 => Number(number - 1) + "-" + Number(number + 1),
            _ => Number(number),
        };

    /// <summary>Letters and digits that follow from the case and the salt of the team, never many digits in a row.</summary>
    private static string Pseudonym(Activity row, string salt, int length)
    {
        const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        if (row.Case is not { } found)
            return "";
        var random = new Pcg(salt + Number(found.Number));
        while (true)
        {
            var name = string.Concat(Enumerable.Range(0, length).Select(_ => Base32[random.Below(32)]));
            if (name.Any(char.IsAsciiDigit) && !char.IsAsciiDigit(name[0]) && !HasLongNumber(name))
                return name;
        }
    }

    /// <summary>Four digits in a row could be taken for a postcode, nine for a BSN.</summary>
    private static bool HasLongNumber(string name)
    {
        var digits = 0;
        foreach (var letter in name)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits > 3)
                return true;
        }

        return false;
    }

    private static string Serial(DateOnly day) => Number(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber);

    private static string Hours(int minutes) => (minutes / 60.0m).ToString("0.##", Plain).Replace('.', ',');

    private static string Number(int? number) => number is { } value ? value.ToString(Plain) : "";
}
