namespace StructIndex.Tests;

public sealed class SoftSumTests
{
    private const float None = float.NegativeInfinity;

    [Fact]
    public void Files_get_the_temperature_times_the_logarithm_of_the_sum_of_powers()
    {
        float[] scores = [.6f, .55f, .1f, .7f, -.2f];
        float[] files = Of(scores, [0, 3, 5], .05f);
        for (int file = 0; file < 2; file++)
        {
            double expected = .05 * Math.Log((file == 0 ? scores[..3] : scores[3..]).Sum(score => Math.Exp(score / .05)));
            Assert.Equal(expected, files[file], 1e-4);
        }
    }

    [Fact]
    public void A_single_unit_gives_its_own_score() => Assert.Equal(.42f, Of([.42f], [0, 1], .1f)[0], 1e-6);

    [Fact]
    public void Units_that_do_not_count_add_nothing_and_a_file_of_them_is_nothing()
    {
        float[] files = Of([.5f, None, None, .3f], [0, 2, 3, 4], .05f);
        Assert.Equal(.5f, files[0], 1e-6);
        Assert.Equal(None, files[1]);
        Assert.Equal(.3f, files[2], 1e-6);
    }

    [Fact]
    public void When_no_unit_counts_every_file_is_nothing() => Assert.Equal([None, None], Of([None, None], [0, 1, 2], .05f));

    [Fact]
    public void No_files_give_no_scores() => Assert.Empty(Of([], [0], .05f));

    [Fact]
    public void Large_scores_do_not_overflow() => Assert.Equal(5000 + (.05 * Math.Log(2)), Of([5000f, 5000f], [0, 2], .05f)[0], 1e-2);

    private static float[] Of(float[] scores, int[] starts, float temperature)
    {
        float[] files = new float[starts.Length - 1];
        SoftSum.OfFiles(scores, LargestScores.First(scores), starts, temperature, files);
        return files;
    }
}
