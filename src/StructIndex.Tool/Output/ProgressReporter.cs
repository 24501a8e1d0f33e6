using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace StructIndex;

/// <summary>Shows the progress of a build: a bar on a terminal, a plain line for each stage elsewhere.</summary>
internal abstract class ProgressReporter : IProgress<IndexProgress>, IDisposable
{
    public static ProgressReporter For(ToolConsole console) => console.IsTerminal ? new Bar() : new Lines(console.Error);

    public abstract void Report(IndexProgress value);

    public virtual void Dispose()
    {
    }

    private static string Describe(IndexStage stage) => stage switch
    {
        IndexStage.Reading => "reading files",
        IndexStage.Parsing => "parsing files",
        IndexStage.Binding => "binding calls",
        IndexStage.Embedding => "embedding units",
        _ => "indexing words",
    };

    private sealed class Lines(TextWriter output) : ProgressReporter
    {
        private readonly Lock _gate = new();
        private IndexStage? _stage;

        public override void Report(IndexProgress value)
        {
            lock (_gate)
            {
                if (_stage != value.Stage && value.Total > 0)
                {
                    _stage = value.Stage;
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"structindex: {Describe(value.Stage)} ({value.Total})"));
                }
            }
        }
    }

    private sealed class Bar : ProgressReporter
    {
        private const int Width = 30;
        private readonly IAnsiConsole _terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        private readonly Lock _gate = new();
        private long _lastDrawn;

        public override void Report(IndexProgress value)
        {
            lock (_gate)
            {
                bool finished = value.Done == value.Total;
                if (!finished && Stopwatch.GetElapsedTime(_lastDrawn).TotalMilliseconds < 50)
                {
                    return;
                }

                _lastDrawn = Stopwatch.GetTimestamp();
                int filled = value.Total == 0 ? 0 : (int)((long)Width * value.Done / value.Total);
                string counts = value.Total == 0 ? $"{value.Done}" : $"{value.Done}/{value.Total}";
                _terminal.Write(new ControlCode("\r\e[2K"));
                _terminal.Markup($"{Describe(value.Stage),-16}[green]{new string('━', filled)}[/][grey]{new string('─', Width - filled)}[/] {counts}");
            }
        }

        public override void Dispose()
        {
            _terminal.Write(new ControlCode("\r\e[2K"));
            base.Dispose();
        }
    }
}
