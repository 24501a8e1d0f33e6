namespace StructIndex.Tests;

public class LineRangeTests
{
    [Fact]
    public void A_range_counts_both_its_ends() => Assert.Equal(3, new LineRange(4, 6).Count);
}
