using System.Text;
using StructIndex;

using CancellationTokenSource interrupt = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};
UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
using StreamWriter output = new(Console.OpenStandardOutput(), utf8, bufferSize: 1 << 16);
ToolConsole console = new(output, Console.Error, IsTerminal: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb");
return await ToolCommands.RunAsync(args, console, interrupt.Token);
