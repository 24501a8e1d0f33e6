namespace StructIndex.Tests;

/// <summary>Which inputs guided fuzzing goes on with.</summary>
public sealed class FuzzCorpusTests
{
    private readonly FuzzCorpus _corpus = new();

    [Fact]
    public void An_input_that_reaches_nothing_new_is_not_kept()
    {
        Assert.True(Read([1], Map((7, 1), (65_535, 1))));
        Assert.Empty(_corpus.See(Map((7, 1), (65_535, 1))));
        Assert.Empty(_corpus.See(Map((7, 1))));
        Assert.Empty(_corpus.See(Map()));
        Assert.True(Read([2], Map((7, 1), (8, 1))));
        Assert.Equal((2, 3), (_corpus.Kept, _corpus.Edges));
    }

    [Fact]
    public void How_often_a_pair_was_reached_counts_in_eight_steps()
    {
        int[] newCounts = [.. Enumerable.Range(1, 255).Where(count => _corpus.See(Map((9, (byte)count))).Count > 0)];
        Assert.Equal([1, 2, 3, 4, 8, 16, 32, 128], newCounts);
    }

    [Fact]
    public void What_is_reached_at_first_only_is_no_reason_to_keep_an_input_and_is_not_new_again()
    {
        IReadOnlyList<int> found = _corpus.See(Map((1, 1), (2, 1)));
        Assert.Equal(2, found.Count);
        Assert.False(_corpus.Keep([1], found, Map((3, 1)), cost: 1));
        Assert.False(_corpus.Keep([1], found, Map((1, 2)), cost: 1));
        Assert.Empty(_corpus.Pool);
        Assert.Empty(_corpus.See(Map((1, 1))));
        Assert.True(_corpus.Keep([1], found, Map((2, 1)), cost: 1));
        Assert.Equal(1, _corpus.Edges);
    }

    [Fact]
    public void Changes_begin_with_the_cheapest_input_that_reaches_a_pair()
    {
        byte[] dearest = [1, 2, 3], middle = [1, 2], cheapest = [1];
        Read(dearest, Map((1, 1), (2, 1)));
        Assert.Same(dearest, Assert.Single(_corpus.Pool));
        Read(middle, Map((1, 1), (3, 1)));
        Assert.Equal([middle, dearest], _corpus.Pool);
        Read(cheapest, Map((1, 1), (2, 1), (3, 1), (4, 1)));
        Assert.Same(cheapest, Assert.Single(_corpus.Pool));
    }

    private bool Read(byte[] input, byte[] map) => _corpus.Keep(input, _corpus.See(map), map, input.Length);

    private static byte[] Map(params (int At, byte Count)[] counts)
    {
        byte[] map = new byte[FuzzCorpus.MapSize];
        foreach ((int at, byte count) in counts)
        {
            map[at] = count;
        }

        return map;
    }
}
