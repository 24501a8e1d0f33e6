namespace StructIndex;

/// <summary>
/// Puts groups of pairs side by side whose code has like words, so that a batch holds negatives from several projects about the same
/// matter.
/// </summary>
/// <param name="set">The pairs.</param>
/// <param name="state">A model that tells which code is alike.</param>
/// <param name="options">Size of a batch, and of the sample.</param>
internal sealed unsafe class GroupNeighbours(TrainingSet set, ModelState state, TrainingOptions options)
{
    // A group is known well enough by some of its pairs.
    private const int PairsOfAGroup = 32;

    /// <summary>
    /// The groups in a new order: each batch begins with the next group, and takes the nearest of a sample of those that follow.
    /// </summary>
    public int[][] Order(int[][] groups, ref RandomStream random)
    {
        int dimensions = state.Dimensions;
        float[] centres = GC.AllocateArray<float>(groups.Length * dimensions, pinned: true);
        Parallel.For(0, groups.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, group => Centre(groups[group], centres, group));

        List<int> left = [.. Enumerable.Range(0, groups.Length)];
        List<int[]> ordered = new(groups.Length);
        fixed (float* centre = centres)
        {
            while (left.Count > 0)
            {
                int first = TakeAt(left, left.Count - 1);
                ordered.Add(groups[first]);
                for (int room = options.BatchSize - groups[first].Length; room > 0 && left.Count > 0;)
                {
                    int best = -1;
                    float nearest = float.MinValue;
                    for (int i = 0; i < options.SimilarGroups; i++)
                    {
                        int candidate = random.Next(left.Count);
                        float cosine = RowKernels.Dot(centre + ((nint)first * dimensions), centre + ((nint)left[candidate] * dimensions), dimensions);
                        if (cosine > nearest)
                        {
                            (best, nearest) = (candidate, cosine);
                        }
                    }

                    int taken = TakeAt(left, best);
                    ordered.Add(groups[taken]);
                    room -= groups[taken].Length;
                }
            }
        }

        return [.. ordered];
    }

    private static int TakeAt(List<int> from, int at)
    {
        int taken = from[at];
        from[at] = from[^1];
        from.RemoveAt(from.Count - 1);
        return taken;
    }

    private void Centre(int[] group, float[] centres, int at)
    {
        int dimensions = state.Dimensions;
        PairEmbedder embedder = new(set, state);
        float* fields = stackalloc float[TrainingSet.Fields * dimensions];
        float* vector = stackalloc float[dimensions];
        fixed (float* centre = &centres[at * dimensions])
        {
            foreach (int pair in group.Take(PairsOfAGroup))
            {
                embedder.Code(pair, TrainingSet.CodeFields, fields, vector);
                RowKernels.Add(centre, vector, 1, dimensions);
            }

            RowKernels.Normalize(centre, dimensions);
        }
    }
}
