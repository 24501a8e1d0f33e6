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
    private readonly byte[]?[] _shortest = new byte[]?[MapSize * Steps];
    private IReadOnlyList<byte[]>? _pool;

    /// <summary>How many inputs were kept.</summary>
    public int Kept { get; private set; }

    /// <summary>How many pairs they reach.</summary>
    public int Edges => _shortest.Chunk(Steps).Count(steps => Array.Exists(steps, input => input is not null));

    /// <summary>What changes begin with: of each step of each pair the shortest of the inputs that were kept.</summary>
    public IReadOnlyList<byte[]> Pool => _pool ??= [.. _shortest.OfType<byte[]>().Distinct()];

    /// <summary>What a map shows for the first time.</summary>
    public IReadOnlyList<int> See(ReadOnlySpan<byte> map)
    {
        List<int> found = Lit(map);
        found.RemoveAll(lit => _seen[lit]);
        found.ForEach(lit => _seen[lit] = true);
        return found;
    }

    /// <summary>Keeps an input where its second map shows again something that its first showed first.</summary>
    public bool Keep(byte[] input, IReadOnlyList<int> found, ReadOnlySpan<byte> again)
    {
        List<int> lit = Lit(again);
        if (!lit.Intersect(found).Any())
        {
            return false;
        }

        foreach (int reached in lit.Where(reached => !(_shortest[reached]?.Length <= input.Length)))
        {
            _shortest[reached] = input;
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
