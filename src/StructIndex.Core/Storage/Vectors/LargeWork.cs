namespace StructIndex;

/// <summary>
/// Work over the rows of an index, which large indexes share out among the processors. Over few rows it stays on the thread of the caller: to hand it over
/// takes as long as it would save, and where many ask at once each has a processor of its own.
/// </summary>
internal static class LargeWork
{
    /// <summary>Fewer rows (or units) are few.</summary>
    public const int MinRows = 200_000;

    // A multiple of every vector's width. Parts are small enough that a thread that is free takes the next.
    private const int Part = 1 << 15;

    /// <summary>Does two things, which must not depend on each other.</summary>
    /// <param name="rows">How many rows they go over.</param>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public static void Both(int rows, Action first, Action second)
    {
        if (rows < MinRows)
        {
            first();
            second();
            return;
        }

        Task other = Task.Run(second);
        try
        {
            first();
        }
        finally
        {
            // Whatever happened, nothing may go on writing behind the caller's back.
            other.GetAwaiter().GetResult();
        }
    }

    /// <summary>Does the same with all rows, in parts.</summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="ofRows">Takes the first row of a part and the one behind the last.</param>
    public static void InParts(int rows, Action<int, int> ofRows)
    {
        if (rows < MinRows)
        {
            ofRows(0, rows);
            return;
        }

        Parallel.For(0, (rows + Part - 1) / Part, part => ofRows(part * Part, Math.Min((part + 1) * Part, rows)));
    }
}
