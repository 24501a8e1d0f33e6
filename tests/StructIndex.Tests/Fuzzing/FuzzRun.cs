namespace StructIndex.Tests;

/// <summary>Changed inputs, one after the other, given to a target, without a look at what they reach.</summary>
internal static class FuzzRun
{
    private const int MaxKept = 200;

    /// <summary>Runs a target until a number of executions is over.</summary>
    /// <param name="target">The target.</param>
    /// <param name="seed">What all chances follow from.</param>
    /// <param name="isOver">Asked with the number of executions.</param>
    public static FuzzResult Run(FuzzTarget target, int seed, Func<long, bool> isOver)
    {
        Mutator mutator = new(seed, target.Words);
        List<byte[]> inputs = [.. target.Inputs];
        List<(byte[] Input, Exception Failure)> failures = [];
        long executions = 0;
        for (; !isOver(executions); executions++)
        {
            // Good inputs first, as they are.
            byte[] input = executions < target.Inputs.Count ? target.Inputs[(int)executions] : mutator.Next(inputs);
            try
            {
                target.Run(input);
            }
            catch (Exception e)
            {
                failures.Add((input, e));
            }

            if (executions % 50 == 49 && inputs.Count < target.Inputs.Count + MaxKept)
            {
                inputs.Add(input);
            }
        }

        return new FuzzResult(executions, failures);
    }
}
