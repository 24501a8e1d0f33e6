using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How long each stage of a build took, and the processor time of the process meanwhile, by the first report of the next one.</summary>
internal sealed class StageClock : IProgress<IndexProgress>
{
    private readonly Lock _gate = new();
    private readonly double[] _seconds = new double[Enum.GetValues<IndexStage>().Length];
    private IndexStage _stage;
    private readonly double[] _processor = new double[Enum.GetValues<IndexStage>().Length];
    private long _since = Stopwatch.GetTimestamp();
    private TimeSpan _used;

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
        TimeSpan used = Environment.CpuUsage.TotalTime;
        _seconds[(int)_stage] += Stopwatch.GetElapsedTime(_since).TotalSeconds;
        _processor[(int)_stage] += (used - _used).TotalSeconds;
        (_stage, _since, _used) = (next, Stopwatch.GetTimestamp(), used);
    }

    /// <summary>Processor seconds of a stage.</summary>
    public double ProcessorOf(IndexStage stage) => _processor[(int)stage];

    public override string ToString() => string.Join("  ", Enum.GetValues<IndexStage>().Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage} {_seconds[(int)stage]:0.00} s (CPU {_processor[(int)stage]:0.00})")));
}
