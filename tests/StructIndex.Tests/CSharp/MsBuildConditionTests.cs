namespace StructIndex.Tests;

public sealed class MsBuildConditionTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("'$(A)' == 'yes'", true)]
    [InlineData("'$(a)'=='YES'", true)]
    [InlineData("'$(A)' != 'yes'", false)]
    [InlineData("$(A) == yes and '$(B)' == ''", true)]
    [InlineData("'$(B)' == 'x' or ('$(A)' == 'yes' and !false)", true)]
    [InlineData("!('$(A)' == 'yes')", false)]
    [InlineData("'$(N)' >= '8.0'", true)]
    [InlineData("$(N) < 3", false)]
    [InlineData("$([MSBuild]::IsTargetFrameworkCompatible('net8.0', 'netstandard2.0'))", true)]
    [InlineData("$(A.StartsWith('y')) == 'true'", true)]
    [InlineData("Exists('no-such-file')", false)]
    [InlineData("$([System.DateTime]::Now) == ''", null)]
    [InlineData("'$(A)' ==", null)]
    [InlineData("%(Item.Meta) == 'x' nonsense", null)]
    public void Conditions_hold_or_not_or_cannot_be_told(string? condition, bool? expected)
    {
        PropertyBag properties = new(new ProjectAccess("/nowhere", []), new WorkBudget(1000, "steps")) { ["A"] = "yes", ["N"] = "10.0", ["MSBuildThisFileDirectory"] = "/nowhere/", ["MSBuildThisFileFullPath"] = "/nowhere/p.csproj" };
        Assert.Equal(expected, MsBuildCondition.Holds(condition, properties));
    }

    [Theory]
    [InlineData("/a/**/*.cs", "/a/b.cs", true)]
    [InlineData("/a/**/*.cs", "/a/b/c/d.cs", true)]
    [InlineData("/a/*.cs", "/a/b/c.cs", false)]
    [InlineData("/a/**", "/a/b/c.txt", true)]
    [InlineData("/a/**/obj/**", "/a/obj/x.cs", true)]
    [InlineData("/a/**/.*/**", "/a/b/c.cs", false)]
    [InlineData("/a/B.cs", "/a/b.cs", true)]
    [InlineData("/a/?.cs", "/a/bb.cs", false)]
    public void Globs_match_paths(string glob, string path, bool expected) => Assert.Equal(expected, new PathGlob(glob).Matches(path, new WorkBudget(1000, "steps")));

    [Theory]
    [InlineData("net48;netstandard2.0;net8.0;net10.0", "net10.0")]
    [InlineData("net8.0-windows;net8.0", "net8.0")]
    [InlineData("netcoreapp3.1;netstandard2.1", "netcoreapp3.1")]
    [InlineData("net461;net48", "net48")]
    [InlineData("", "")]
    public void The_newest_framework_wins(string names, string expected) => Assert.Equal(expected, TargetFrameworkName.Newest(names.Split(';')));

    [Theory]
    [InlineData("1.2.3", "1.10.0")]
    [InlineData("2.0.0-beta.1", "2.0.0")]
    [InlineData("[1.0.0]", "1.0.1")]
    [InlineData("junk", "0.0.1")]
    public void Versions_are_ordered_by_age(string older, string newer)
        => Assert.True(PackageVersion.ByAge.Compare(PackageVersion.Parse(older), PackageVersion.Parse(newer)) < 0);
}
