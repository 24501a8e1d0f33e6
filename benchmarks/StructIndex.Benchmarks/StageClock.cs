using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How long each stage of a build took, by the first report of the next one.</summary>
internal sealed class StageClock : IProgress<IndexProgress>
{
    private readonly Lock _gate = new();
    private readonly double[] _seconds = new double[Enum.GetValues<IndexStage>().Length];
    private IndexStage _stage;
    private long _since = Stopwatch.GetTimestamp();

    public void Report(IndexProgress value)
    {
        lock (_gate)
        {
            if (value.Stage != _stage)
            {
                Turn(value.Stage);
            }
        }
    }

    /// <summary>Ends the last stage; the next build begins with reading.</summary>
    public void Turn(IndexStage next = IndexStage.Reading)
    {
        _seconds[(int)_stage] += Stopwatch.GetElapsedTime(_since).TotalSeconds;
        (_stage, _since) = (next, Stopwatch.GetTimestamp());
    }

    public override string ToString() => string.Join("  ", Enum.GetValues<IndexStage>().Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage} {_seconds[(int)stage]:0.00} s")));
}
