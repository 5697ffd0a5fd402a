namespace Signalering.Domain.Intake;

/// <summary>What a column of an export can tell; the names of <c>seeds/kolommen.json</c>.</summary>
public enum Field
{
    /// <summary>The registration system's own number of the row.</summary>
    ActiviteitId,

    /// <summary>Team, as the export writes it; the folder decides, this is not read.</summary>
    Wijkteam,

    /// <summary>Day of the activity.</summary>
    Datum,

    /// <summary>Duration in minutes.</summary>
    DuurMinuten,

    /// <summary>Duration in hours.</summary>
    DuurUren,

    /// <summary>Duration whose form tells the unit.</summary>
    Duur,

    /// <summary>Kind of activity.</summary>
    Soort,

    /// <summary>Home visit, telephone, walk-in …</summary>
    Kanaal,

    /// <summary>Life area or theme, as a code of the source.</summary>
    Leefgebied,

    /// <summary>Free text.</summary>
    Omschrijving,

    /// <summary>Number of participants.</summary>
    Deelnemers,

    /// <summary>Wijk by code, name or alias.</summary>
    Wijk,

    /// <summary>Pseudonymous case number.</summary>
    Casus,

    /// <summary>Function of the worker; never a name.</summary>
    Functie,

    /// <summary>Who referred.</summary>
    Herkomst,

    /// <summary>Result or reason for closing.</summary>
    Resultaat,

    /// <summary>Whether the worker marked it as a signal.</summary>
    Signaal,

    /// <summary>The four digits of a postcode; stands in where a row has no wijk.</summary>
    Postcode4,
}
