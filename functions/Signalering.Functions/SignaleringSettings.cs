using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Signalering.Functions;

/// <summary>Settings of the pipeline (section <c>Signalering</c>).</summary>
public sealed class SignaleringSettings
{
    /// <summary>File with wijken and teams; a relative path starts at the program's folder.</summary>
    [Required]
    public string Gemeentebestand { get; set; } = "gemeente.json";

    /// <summary>Secret for case numbers; in Azure a reference to Key Vault. No default: a public key protects nobody.</summary>
    [Required]
    public string? Casussleutel { get; set; }

    /// <summary>Days that accepted files are kept, 0–400. Default 35: a month and a few days, so that a correction or an
    /// incident in last month's delivery can be looked into. The storage account's rule deletes them.</summary>
    [Range(0, 400)]
    public int ArchiefDagen { get; set; } = 35;

    /// <summary>Days that a file may wait in quarantine for a person, 1–14; see <see cref="Domain.IntakeOptions"/>.</summary>
    [Range(1, 14)]
    public int QuarantaineDagen { get; set; } = 14;

    /// <summary>Share of bad rows above which a delivery is refused, 0–1; see <see cref="Domain.IntakeOptions"/>.</summary>
    [Range(0.0, 1.0)]
    public double FouteRijen { get; set; } = 0.2;

    /// <summary>Days after a quarter at which its report is made without what is missing, 0–90.</summary>
    [Range(0, 90)]
    public int DeadlineDagen { get; set; } = 20;

    /// <summary>Parties that get a view of the report of their own: keys of <c>seeds/opdrachtgevers.json</c> with commas
    /// between them, or <c>alle</c>. Default none: whom to share with is a decision of the municipality.</summary>
    public string Opdrachtgevers { get; set; } = string.Empty;

    /// <summary>Whether reports are planned when deliveries come in and deadlines pass. Default yes; the demo asks for its
    /// reports itself, so that they rest on everything that it delivers.</summary>
    public bool Rapportplanning { get; set; } = true;

    /// <summary>Whether definitive editions bind the next ones, so that their difference tells nothing of a few cases. Default
    /// yes; with it, a later report can differ from one made alone, so the demo, which is compared with one, turns it
    /// off.</summary>
    public bool EerdereUitgavenBinden { get; set; } = true;

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="ValidationException">A setting is missing or out of range: a deployment fault.</exception>
    public static SignaleringSettings From(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Signalering").Get<SignaleringSettings>() ?? new SignaleringSettings();
        Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        return settings;
    }
}
