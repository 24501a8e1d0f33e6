namespace StructIndex.Tests;

public sealed class IndexContentsTests
{
    [Fact]
    public void Units_are_grouped_by_file_in_their_order()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("a.py", "x"), TinyIndex.Unit("a.py", "y"), TinyIndex.Unit("b.py", "z")]);
        Assert.Equal(2, contents.FileCount);
        Assert.Equal([0, 2, 3], contents.FileStarts);
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(contents.FileOf));
    }

    [Fact]
    public void Units_of_a_file_that_do_not_stand_together_are_refused() =>
        Assert.Throws<ArgumentException>(() => TinyIndex.Of([TinyIndex.Unit("a.py", "x"), TinyIndex.Unit("b.py", "y"), TinyIndex.Unit("a.py", "z")]));
}
