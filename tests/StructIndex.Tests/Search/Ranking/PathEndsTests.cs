namespace StructIndex.Tests;

public sealed class PathEndsTests
{
    private static readonly string[] s_paths = ["a.cs", "src/A.cs", "src/b.cs", "src/deep/a.CS", "src/ba.cs"];
    private static readonly PathEnds s_ends = new(TinyIndex.Of([.. s_paths.Select(path => TinyIndex.Unit(path, "x"))]));

    [Theory]
    [InlineData("a.cs", 0, 1, 3)]
    [InlineData("/home/me/src/A.CS", 0, 1, 3)]
    [InlineData("deep/ba.cs", 4)]
    [InlineData("c.cs")]
    [InlineData("src/")]
    [InlineData("")]
    public void Files_are_found_by_the_last_part_of_a_path_whatever_its_case(string path, params int[] files) => Assert.Equal(files, s_ends.Like(path));
}
