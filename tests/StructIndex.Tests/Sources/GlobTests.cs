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
    public void What_a_folder_matches_its_content_matches_for_any_wildcards()
    {
        Random random = new(7);
        int matches = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string glob = string.Join('/', Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Pick("**", "a", "b", "*", "?", "a*", "*b", "*a*", "[ab]", "**b")));
            string[] names = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Pick("a", "b", "ab", "ba", "aba"))];
            bool expected = Enumerable.Range(1, names.Length).Any(count => Wildcards.IsMatch(glob, string.Join('/', names.Take(count))));
            Assert.True(expected == Glob.Parse(glob).IsMatch(string.Join('/', names)), $"{glob} {string.Join('/', names)}");
            matches += expected ? 1 : 0;
        }

        Assert.InRange(matches, 2_000, 18_000);

        string Pick(params string[] of) => of[random.Next(of.Length)];
    }

    public static TheoryData<string> LongGlobs =>
    [
        $"{{{string.Join(',', Enumerable.Repeat("a", 900))}}}{string.Concat(Enumerable.Repeat("{b}", 2_000))}",
        $"{{{new string(',', 30_000)}}}{new string('c', 30_000)}",
        $"{{{string.Join(',', Enumerable.Repeat("a", 900))}}}{new string('c', 60_000)}",
        $"{new string('{', 30_000)}{new string('}', 30_000)}",
        string.Concat(Enumerable.Repeat("{b}", 20_000)),
    ];

    [Theory]
    [MemberData(nameof(LongGlobs))]
    public void Braces_that_multiply_a_long_glob_are_refused_before_they_have_taken_much(string glob)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ArgumentException>(() => Glob.Parse(glob));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Fact]
    public void A_long_list_of_names_is_no_long_way()
    {
        Glob glob = Glob.Parse($"src/{{{string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"name{i}.cs"))}}}");
        Assert.True(glob.IsMatch("src/name999.cs"));
        Assert.False(glob.IsMatch("src/name1000.cs"));
    }

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
