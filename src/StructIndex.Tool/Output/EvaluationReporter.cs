using System.Globalization;

namespace StructIndex;

/// <summary>Shows how far an evaluation has come: one line drawn over on a terminal, a line for each search elsewhere.</summary>
internal sealed class EvaluationReporter(ToolConsole console) : IProgress<EvaluationProgress>, IDisposable
{
    private string? _name;

    public void Report(EvaluationProgress value)
    {
        if (console.IsTerminal)
        {
            console.Redraw(string.Create(CultureInfo.InvariantCulture, $"asking {value.Name}: {value.Done} of {value.Total}"));
        }
        else if (_name != value.Name)
        {
            console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"structindex: asking {value.Name} ({value.Total} questions)"));
        }

        _name = value.Name;
    }

    public void Dispose()
    {
        if (console.IsTerminal && _name is not null)
        {
            console.Redraw("");
            _name = null;
        }
    }
}
