using System.Diagnostics;

namespace StructIndex.Tests;

/// <summary>Changed inputs, one after the other, given to a target.</summary>
internal static class FuzzRun
{
    private const int MaxKept = 200;

    /// <summary>Runs a target until a time or a number of executions is over.</summary>
    /// <param name="target">The target.</param>
    /// <param name="seed">What all chances follow from.</param>
    /// <param name="isOver">Asked with the number of executions.</param>
    /// <param name="before">Called with each input before it is read: where reading ends the process, this was it. Null for nothing.</param>
    public static FuzzResult Run(FuzzTarget target, int seed, Func<long, bool> isOver, Action<byte[]>? before = null)
    {
        Mutator mutator = new(seed, target.Words);
        List<byte[]> inputs = [.. target.Inputs];
        List<(byte[] Input, Exception Failure)> failures = [];
        (byte[] Input, TimeSpan Time) slowest = ([], TimeSpan.Zero);
        long executions = 0;
        for (; !isOver(executions); executions++)
        {
            // Good inputs first, as they are.
            byte[] input = executions < target.Inputs.Count ? target.Inputs[(int)executions] : mutator.Next(inputs);
            before?.Invoke(input);
            long started = Stopwatch.GetTimestamp();
            try
            {
                target.Run(input);
            }
            catch (Exception e)
            {
                failures.Add((input, e));
            }

            TimeSpan time = Stopwatch.GetElapsedTime(started);
            slowest = time > slowest.Time ? (input, time) : slowest;
            if (executions % 50 == 49 && inputs.Count < target.Inputs.Count + MaxKept)
            {
                inputs.Add(input);
            }
        }

        return new FuzzResult(executions, failures, slowest.Input, slowest.Time);
    }
}
