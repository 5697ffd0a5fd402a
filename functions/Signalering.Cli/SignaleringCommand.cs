using System.CommandLine;
using Signalering.Cli.Verbs;

namespace Signalering.Cli;

/// <summary>The <c>signalering</c> command: verbs, Dutch texts, exit codes.</summary>
public static class SignaleringCommand
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Found something, or refused.</summary>
    public const int Found = 1;

    /// <summary>Wrong use, or something that the verb needs is not there.</summary>
    public const int WrongUse = 2;

    /// <summary>Parses and runs.</summary>
    /// <param name="args">As typed.</param>
    /// <param name="output">What the verb says.</param>
    /// <param name="error">Progress and faults.</param>
    /// <returns>Exit code.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error)
    {
        var screen = new Screen(output, error);
        var root = new RootCommand("Signalering: van activiteiten van wijkteams naar signalen voor beleid.")
        {
            DemoVerb.Create(screen),
            RunVerb.Create(screen),
            ReportVerb.Create(screen),
            ProtectVerb.Create(screen),
            RasterVerb.Create(screen),
            DocumentenVerb.Create(screen),
            CheckVerb.Create(screen),
            ClassifyVerb.Create(screen),
            DetectVerb.Create(screen),
            RegelsVerb.Create(screen),
            UploadVerb.Create(screen),
            StatusVerb.Create(screen),
            QuarantineVerb.Create(screen),
            LedgerVerb.Create(screen),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
                screen.Fault(fault.Message);
            screen.Fault("Zie 'signalering --help', of 'signalering <opdracht> --help'.");
            return WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (OperationCanceledException)
        {
            screen.Fault("Gestopt.");
            return Found;
        }
        catch (UserFaultException fault)
        {
            screen.Fault(fault.Message);
            return WrongUse;
        }
    }
}

/// <summary>Something that the user has to mend before the verb can run; the message is Dutch and complete.</summary>
public sealed class UserFaultException : Exception
{
    /// <summary>A fault.</summary>
    public UserFaultException(string message)
        : base(message)
    {
    }

    /// <summary>A fault without words; not used.</summary>
    public UserFaultException()
    {
    }

    /// <summary>A fault with its cause.</summary>
    public UserFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
