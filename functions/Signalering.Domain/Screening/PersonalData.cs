namespace Signalering.Domain.Screening;

/// <summary>Kinds of personal data that the gate knows.</summary>
public enum PersonalDataKind
{
    /// <summary>Nothing found.</summary>
    None,

    /// <summary>Citizen service number (BSN).</summary>
    Bsn,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Telephone number.</summary>
    Phone,

    /// <summary>Bank account number.</summary>
    Iban,

    /// <summary>Postcode of six characters: about eight addresses.</summary>
    Postcode6,

    /// <summary>Street with house number.</summary>
    Address,

    /// <summary>Date of birth.</summary>
    Birthdate,

    /// <summary>Name of a person.</summary>
    Name,

    /// <summary>Number plate.</summary>
    Plate,

    /// <summary>Number of a passport, identity card, driving or residence permit.</summary>
    Document,

    /// <summary>Address of a profile, a shared file or a conversation on the web.</summary>
    Url,

    /// <summary>Number of a dossier, client or case.</summary>
    Dossier,

    /// <summary>Coordinates.</summary>
    Gps,

    /// <summary>Number of a payment card.</summary>
    PaymentCard,

    /// <summary>Address of a device (IP, MAC).</summary>
    Device,

    /// <summary>User name or password.</summary>
    Login,

    /// <summary>Characters that do not show.</summary>
    HiddenCharacters,

    /// <summary>A text so long that it is a report about someone.</summary>
    Narrative,

    /// <summary>A column whose header or whose values as a whole identify persons.</summary>
    Column,

    /// <summary>A combination of columns that few persons share.</summary>
    Combination,

    /// <summary>Case numbers that are no pseudonyms.</summary>
    Pseudonym,

    /// <summary>A detector came to no answer; never taken for "nothing found".</summary>
    Undecided,
}

/// <summary>How sure a finding is.</summary>
public enum FindingLevel
{
    /// <summary>Suspect.</summary>
    Laag,

    /// <summary>The form, or a known name, with weak context.</summary>
    Midden,

    /// <summary>A check digit, or an unmistakable form with context.</summary>
    Hoog,
}

/// <summary>Stable keys and Dutch words.</summary>
public static class PersonalDataNames
{
    /// <summary>Key in JSON.</summary>
    public static string Key(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.PaymentCard => "creditcard",
        PersonalDataKind.Device => "ip",
        PersonalDataKind.HiddenCharacters => "hidden",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Key in JSON: laag, midden, hoog.</summary>
    public static string Key(FindingLevel level) => level switch
    {
        FindingLevel.Laag => "laag",
        FindingLevel.Midden => "midden",
        _ => "hoog",
    };

    /// <summary>As it stands in a message: "een telefoonnummer".</summary>
    public static string Uitleg(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Bsn => "een burgerservicenummer",
        PersonalDataKind.Email => "een e-mailadres",
        PersonalDataKind.Phone => "een telefoonnummer",
        PersonalDataKind.Iban => "een bankrekeningnummer",
        PersonalDataKind.Postcode6 => "een volledige postcode",
        PersonalDataKind.Address => "een adres (straat met huisnummer)",
        PersonalDataKind.Birthdate => "een geboortedatum",
        PersonalDataKind.Name => "een naam van een persoon",
        PersonalDataKind.Plate => "een kenteken",
        PersonalDataKind.Document => "een nummer van een identiteitsbewijs of ander persoonlijk document",
        PersonalDataKind.Url => "een persoonlijk webadres of een profielnaam",
        PersonalDataKind.Dossier => "een dossier-, cliënt- of zaaknummer",
        PersonalDataKind.Gps => "een plaats in coördinaten",
        PersonalDataKind.PaymentCard => "een nummer van een betaalkaart",
        PersonalDataKind.Device => "een adres van een apparaat (IP)",
        PersonalDataKind.Login => "een gebruikersnaam of wachtwoord",
        PersonalDataKind.HiddenCharacters => "tekst met verborgen tekens",
        PersonalDataKind.Narrative => "een lang verslag (meer dan 500 tekens)",
        PersonalDataKind.Column => "een kolom met gegevens van personen",
        PersonalDataKind.Combination => "een combinatie van kenmerken die weinig personen delen",
        PersonalDataKind.Pseudonym => "een casusnummer dat geen pseudoniem is",
        _ => "iets wat niet gecontroleerd kon worden",
    };
}
