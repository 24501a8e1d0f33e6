using StructIndex;

namespace AskYourCode;

/// <summary>A line for each stage, as it begins.</summary>
internal sealed class StageLines : IProgress<IndexProgress>
{
    private IndexStage? _stage;

    public void Report(IndexProgress value)
    {
        if (_stage != value.Stage && value.Total > 0)
        {
            _stage = value.Stage;
            Console.WriteLine($"  {value.Stage,-10} {value.Total}");
        }
    }
}
