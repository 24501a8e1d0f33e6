namespace StructIndex.Tests;

public sealed class LargeWorkTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(LargeWork.MinRows + 77)]
    internal void Every_row_is_in_one_part(int rows)
    {
        int[] done = new int[rows];
        LargeWork.InParts(rows, (from, to) =>
        {
            for (int row = from; row < to; row++)
            {
                done[row]++;
            }
        });
        Assert.All(done, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(LargeWork.MinRows)]
    internal void What_fails_throws_its_own_exception_after_the_other_has_ended(int rows)
    {
        bool ended = false;
        Assert.Equal("second", Assert.Throws<InvalidOperationException>(() => LargeWork.Both(rows, () => ended = true, () => throw new InvalidOperationException("second"))).Message);
        Assert.True(ended);
        Assert.Equal("first", Assert.Throws<InvalidOperationException>(() => LargeWork.Both(rows, () => throw new InvalidOperationException("first"), () => { })).Message);
    }

    [Fact]
    public void Rows_of_a_large_store_score_as_they_do_alone()
    {
        Random random = new(5);
        int[] looked = [0, 1, 32_767, 32_768, 100_000, LargeWork.MinRows - 1, LargeWork.MinRows, LargeWork.MinRows + 10];
        foreach (VectorPrecision precision in Enum.GetValues<VectorPrecision>())
        {
            VectorStoreBuilder many = new(LargeWork.MinRows + 11, 20, precision), few = new(looked.Length, 20, precision);
            float[] vector = new float[20], scores = new float[LargeWork.MinRows + 11], alone = new float[looked.Length];
            for (int row = 0; row < scores.Length; row++)
            {
                Fill(random, vector);
                many.Set(row, vector);
            }

            VectorStore store = many.Build();
            for (int i = 0; i < looked.Length; i++)
            {
                few.Copy(i, store, looked[i]);
            }

            Fill(random, vector);
            store.Score(vector, scores);
            few.Build().Score(vector, alone);
            Assert.Equal(alone, looked.Select(row => scores[row]));
        }
    }

    private static void Fill(Random random, float[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = random.NextSingle() - .5f;
        }
    }
}
