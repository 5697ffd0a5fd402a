using Signalering.Namen;

#pragma warning disable RS0030 // the terminal of a program for developers
return LexiconProgram.Run(args, Console.Out, Console.Error);
