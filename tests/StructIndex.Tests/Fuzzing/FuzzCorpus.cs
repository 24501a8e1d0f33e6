using System.Numerics;

namespace StructIndex.Tests;

/// <summary>
/// Inputs that reached something new, as AFL counts it: a pair of branches one of which followed the other, and how often, in eight steps. What is
/// lit at first only, as a static constructor is, reaches nothing: an input is read twice before it is kept.
/// </summary>
internal sealed class FuzzCorpus
{
    /// <summary>Length of a map, with one count for each pair.</summary>
    public const int MapSize = 1 << 16;

    private const int Steps = 8;

    private readonly bool[] _seen = new bool[MapSize * Steps];
    private readonly (byte[]? Input, double Cost)[] _cheapest = new (byte[]?, double)[MapSize * Steps];
    private IReadOnlyList<byte[]>? _pool;

    /// <summary>How many inputs were kept.</summary>
    public int Kept { get; private set; }

    /// <summary>How many pairs they reach.</summary>
    public int Edges => _cheapest.Chunk(Steps).Count(steps => Array.Exists(steps, step => step.Input is not null));

    /// <summary>What changes begin with: of each step of each pair the cheapest of the inputs that were kept, the cheapest of all first.</summary>
    public IReadOnlyList<byte[]> Pool => _pool ??= [.. _cheapest.Where(step => step.Input is not null).OrderBy(step => step.Cost).Select(step => step.Input!).Distinct()];

    /// <summary>What a map shows for the first time.</summary>
    public IReadOnlyList<int> See(ReadOnlySpan<byte> map)
    {
        List<int> found = Lit(map);
        found.RemoveAll(lit => _seen[lit]);
        found.ForEach(lit => _seen[lit] = true);
        return found;
    }

    /// <summary>Keeps an input where its second map shows again something that its first showed first.</summary>
    /// <param name="input">The input.</param>
    /// <param name="found">What its first map showed.</param>
    /// <param name="again">Its second map.</param>
    /// <param name="cost">What it takes to go on with it.</param>
    public bool Keep(byte[] input, IReadOnlyList<int> found, ReadOnlySpan<byte> again, double cost)
    {
        List<int> lit = Lit(again);
        if (!lit.Intersect(found).Any())
        {
            return false;
        }

        foreach (int reached in lit.Where(reached => _cheapest[reached].Input is null || cost < _cheapest[reached].Cost))
        {
            _cheapest[reached] = (input, cost);
        }

        (_pool, Kept) = (null, Kept + 1);
        return true;
    }

    private static List<int> Lit(ReadOnlySpan<byte> map)
    {
        List<int> lit = [];
        for (int next = map.IndexOfAnyExcept((byte)0), at = 0; next >= 0; next = map[at..].IndexOfAnyExcept((byte)0))
        {
            at += next;
            int count = map[at];
            lit.Add((at++ * Steps) + (count < 4 ? count - 1 : count < 32 ? BitOperations.Log2((uint)count) + 1 : count < 128 ? 6 : 7));
        }

        return lit;
    }
}
