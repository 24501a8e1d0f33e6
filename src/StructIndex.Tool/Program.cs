using System.Runtime.InteropServices;
using System.Text;
using StructIndex;

// The first Ctrl+C cancels and removes what is being written; the second exits at once.
using CancellationTokenSource interrupt = new();
using PosixSignalRegistration pressed = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using PosixSignalRegistration asked = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
using StreamWriter output = new(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
ToolConsole console = new(output, Console.Error, isTerminal: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb");
return await ToolCommands.RunAsync(args, console, interrupt.Token);

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}
