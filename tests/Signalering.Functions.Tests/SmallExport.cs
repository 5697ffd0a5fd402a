using System.Globalization;
using System.Text;

namespace Signalering.Functions.Tests;

/// <summary>A small export as a registration system writes it; invented, nothing in it leads to a person.</summary>
internal static class SmallExport
{
    public const string Header = "Datum;Duur (min);Omschrijving;Wijk;Casusnummer";

    private static readonly string[] Texts =
    [
        "gesprek over betalingsachterstand van de energierekening, regeling besproken",
        "inloopspreekuur: formulier voor huurtoeslag samen ingevuld",
        "huisbezoek: mevrouw voelt zich eenzaam, koffieochtend voorgesteld",
        "overleg met woningcorporatie over vocht en schimmel",
        "wandelgroep begeleid, nieuwe deelnemer welkom geheten",
    ];

    /// <summary>A place in the inbox that says nothing.</summary>
    public const string NeutralPlace = "centrum/2024-02-05_januari.csv";

    /// <summary>An export of January in which a person has to look at two places; both names are invented.</summary>
    public static byte[] Doubtful { get; } = File(
        Rows(1, 30, 12),
        ["05-01-2024;30;gesproken met Annemieke over de huur;Binnenstad;ZK010001"],
        ["06-01-2024;30;koffie gedronken met Priscilla;Binnenstad;ZK010002"]);

    /// <summary>Rows of 30 minutes in one month of 2024, each with a case number of its own when asked.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="rows">Number of activities.</param>
    /// <param name="cases">Distinct case numbers that they are spread over.</param>
    /// <param name="wijk">As the system writes it.</param>
    public static IEnumerable<string> Rows(int month, int rows, int cases, string wijk = "Binnenstad") =>
        Enumerable.Range(0, rows).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{(i % 28) + 1:00}-{month:00}-2024;30;{Texts[i % Texts.Length]};{wijk};ZK{month:00}{i % cases:0000}"));

    /// <summary>The file: UTF-8, a header, rows.</summary>
    public static byte[] File(params IEnumerable<string>[] rows) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", rows.SelectMany(part => part).Prepend(Header)) + "\r\n");
}
