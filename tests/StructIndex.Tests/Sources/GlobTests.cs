namespace StructIndex.Tests;

public class GlobTests
{
    [Theory]
    [InlineData("*.cs", "a.cs", true)]
    [InlineData("*.cs", "src/deep/a.cs", true)]
    [InlineData("*.cs", "a.css", false)]
    [InlineData("/*.cs", "a.cs", true)]
    [InlineData("/*.cs", "src/a.cs", false)]
    [InlineData("./*.cs", "src/a.cs", false)]
    [InlineData("./*.cs", "a.cs", true)]
    [InlineData("tests", "tests/a.cs", true)]
    [InlineData("tests", "src/tests/a.cs", true)]
    [InlineData("tests/", "src/tests/a.cs", true)]
    [InlineData("tests", "src/mytests/a.cs", false)]
    [InlineData("src/*.cs", "src/a.cs", true)]
    [InlineData("src/*.cs", "src/b/a.cs", false)]
    [InlineData("src/*.cs", "lib/src/a.cs", false)]
    [InlineData("src/**/*.cs", "src/a.cs", true)]
    [InlineData("src/**/*.cs", "src/b/c/a.cs", true)]
    [InlineData("**/gen/**", "a/gen/b.cs", true)]
    [InlineData("src/**", "src/a/b", true)]
    [InlineData("src/**", "src", false)]
    [InlineData("src", "src", true)]
    [InlineData("**", "a/b.cs", true)]
    [InlineData("src/a?.cs", "src/ab.cs", true)]
    [InlineData("src/a?.cs", "src/a/.cs", false)]
    [InlineData("[a-c]*.py", "lib/b1.py", true)]
    [InlineData("[!a-c]*.py", "lib/b1.py", false)]
    [InlineData("*.{ts,tsx}", "a/b.tsx", true)]
    [InlineData("*.{ts,tsx}", "a/b.js", false)]
    [InlineData("{src,lib}/**/*.{c,h}", "lib/x/y.h", true)]
    [InlineData("a{,b{1,2}}.c", "ab2.c", true)]
    [InlineData("a{,b{1,2}}.c", "a.c", true)]
    [InlineData("a\\{b.c", "a{b.c", true)]
    [InlineData("a\\*.c", "ab.c", false)]
    [InlineData("app/\\[id\\]/a.ts", "app/[id]/a.ts", true)]
    [InlineData("app/\\[id\\]/a.ts", "app/i/a.ts", false)]
    [InlineData("A.cs", "a.cs", false)]
    public void Matches(string glob, string path, bool expected) => Assert.Equal(expected, Glob.Parse(glob).IsMatch(path));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/")]
    [InlineData("[a")]
    [InlineData("[[:nope:]]")]
    [InlineData("{a,b")]
    [InlineData("a\\")]
    [InlineData("{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}{1,2}")]
    public void A_malformed_glob_is_refused(string glob) => Assert.ThrowsAny<ArgumentException>(() => Glob.Parse(glob));

    [Fact]
    public void What_is_excluded_is_not_taken_though_it_is_included()
    {
        GlobSet globs = new(["src"], ["*.g.cs", "src/old"]);
        Assert.True(globs.Takes("src/a.cs"));
        Assert.False(globs.Takes("lib/a.cs"));
        Assert.False(globs.Takes("src/a.g.cs"));
        Assert.False(globs.Takes("src/old/a.cs"));
        Assert.True(globs.Excludes("src/old"));
    }
}
