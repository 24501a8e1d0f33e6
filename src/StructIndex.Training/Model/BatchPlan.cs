namespace StructIndex;

/// <summary>
/// The order of an epoch: runs of pairs of one file, gathered to groups of one package, so that the negatives of a batch are as near as
/// a search in one repository meets them. Depends on the seed and the epoch alone.
/// </summary>
internal static class BatchPlan
{
    /// <summary>Pairs in the order of training; every batch takes the next ones. The last batch may be short.</summary>
    /// <param name="set">The pairs.</param>
    /// <param name="options">Sizes of runs and groups.</param>
    /// <param name="epoch">The pass, from 0.</param>
    /// <param name="neighbours">Puts groups about the same matter together; null to leave them in random order.</param>
    public static int[] Order(TrainingSet set, TrainingOptions options, int epoch, GroupNeighbours? neighbours)
    {
        RandomStream random = new((ulong)options.Seed, ulong.MaxValue - (ulong)epoch);
        List<int[]> groups = [];
        IEnumerable<int> pairs = Enumerable.Range(0, set.Count)
            .Where(p => set.Heads[p].Split == CorpusSplit.Train)
            .SelectMany(p => Enumerable.Repeat(p, set.Heads[p].Kind == PairKind.File ? options.FileRepeats : 1));

        // The repeats of a file pair would be each other's negatives in one group, so they go to different runs and mostly to different
        // groups.
        foreach (IGrouping<int, int> package in pairs.GroupBy(p => set.Heads[p].Package))
        {
            List<int[]> runs = [];
            foreach (IGrouping<int, int> file in package.GroupBy(p => set.Heads[p].File))
            {
                int[] members = [.. file.Distinct()];
                random.Shuffle<int>(members);
                runs.AddRange(members.Chunk(options.RunLength));
                runs.AddRange(members.Where(p => set.Heads[p].Kind == PairKind.File).SelectMany(p => Enumerable.Repeat<int[]>([p], options.FileRepeats - 1)));
            }

            int[][] order = [.. runs];
            random.Shuffle<int[]>(order);
            List<int> group = [];
            int room = options.PairsOfAPackage == 0 ? int.MaxValue : options.PairsOfAPackage;
            foreach (int[] run in order)
            {
                group.AddRange(run.Take(room));
                room -= Math.Min(room, run.Length);
                if (group.Count >= options.GroupSize)
                {
                    groups.Add([.. group]);
                    group.Clear();
                }
            }

            if (group.Count > 0)
            {
                groups.Add([.. group]);
            }
        }

        int[][] shuffled = [.. groups];
        random.Shuffle<int[]>(shuffled);
        return [.. (neighbours is null ? shuffled : neighbours.Order(shuffled, ref random)).SelectMany(g => g)];
    }

    /// <summary>How many steps an epoch has.</summary>
    public static int Steps(TrainingSet set, TrainingOptions options)
    {
        int most = options.PairsOfAPackage == 0 ? int.MaxValue : options.PairsOfAPackage;
        int pairs = set.Heads.Where(h => h.Split == CorpusSplit.Train)
            .GroupBy(h => h.Package)
            .Sum(package => Math.Min(most, package.Sum(h => h.Kind == PairKind.File ? options.FileRepeats : 1)));
        return (pairs + options.BatchSize - 1) / options.BatchSize;
    }
}
