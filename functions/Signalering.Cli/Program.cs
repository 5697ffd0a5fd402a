using Signalering.Cli;

return await SignaleringCommand.Run(args, Console.Out, Console.Error);
