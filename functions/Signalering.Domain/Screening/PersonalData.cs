namespace Signalering.Domain.Screening;

/// <summary>Kinds of personal data that the gate knows.</summary>
public enum PersonalDataKind
{
    /// <summary>Nothing found.</summary>
    None,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Citizen service number: nine digits that pass the 11-test.</summary>
    Bsn,

    /// <summary>Bank account number that passes mod 97.</summary>
    Iban,

    /// <summary>Dutch telephone number.</summary>
    Phone,

    /// <summary>Postcode of six characters with a house number.</summary>
    Address,

    /// <summary>The detector did not come to an answer; never taken for "nothing found".</summary>
    Undecided,
}

/// <summary>Dutch words for kinds of personal data.</summary>
public static class PersonalDataNames
{
    /// <summary>As it stands in a message: "een telefoonnummer".</summary>
    public static string Uitleg(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Email => "een e-mailadres",
        PersonalDataKind.Bsn => "een burgerservicenummer",
        PersonalDataKind.Iban => "een bankrekeningnummer",
        PersonalDataKind.Phone => "een telefoonnummer",
        PersonalDataKind.Address => "een adres (postcode met huisnummer)",
        _ => "iets wat niet gecontroleerd kon worden",
    };
}
