using System.Diagnostics;

namespace StructIndex;

/// <summary>
/// The time one of several threads has used since the clock was started. On a machine with other things to do it goes slower than a clock
/// on the wall, so that what is cut by a limit does not depend on them: it counts processor time of the process, shared between its threads
/// at work.
/// </summary>
internal readonly record struct WorkClock(long Wall, TimeSpan Processor)
{
    /// <summary>A thread that waits for others uses no processor; it may do so ten times as long.</summary>
    private const int Patience = 10;

    /// <summary>A clock that starts now.</summary>
    public static WorkClock Now => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    /// <summary>Time used until another clock's start.</summary>
    /// <param name="now">The later clock.</param>
    /// <param name="threads">Threads at work.</param>
    public TimeSpan Until(WorkClock now, int threads)
    {
        TimeSpan wall = Stopwatch.GetElapsedTime(Wall, now.Wall);
        TimeSpan processor = (now.Processor - Processor) / threads;
        return wall < processor ? wall : processor > wall / Patience ? processor : wall / Patience;
    }
}
