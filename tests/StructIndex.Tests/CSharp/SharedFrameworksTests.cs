namespace StructIndex.Tests;

/// <summary>The framework's assemblies are found without a runtime of .NET in this process, as in a program compiled to machine code.</summary>
public class SharedFrameworksTests
{
    [Fact]
    public void The_newest_reference_pack_of_the_first_installation_that_has_one_wins()
    {
        using TemporaryFolder folder = new();
        folder.Write("first/shared/Some.Framework/10.0.1/A.dll", "");
        folder.Write("second/packs/Some.Framework.Ref/9.0.12/ref/net9.0/A.dll", "");
        folder.Write("second/packs/Some.Framework.Ref/10.0.1/ref/net10.0/B.dll", "");
        folder.Write("second/packs/Some.Framework.Ref/10.0.1/ref/net10.0/A.dll", "");
        folder.Write("second/packs/Some.Framework.Ref/10.0.1/ref/net10.0/A.xml", "");
        Assert.Equal(["10.0.1/ref/net10.0/A.dll", "10.0.1/ref/net10.0/B.dll"], Found(folder, "first", "second").Select(path => path[^24..]));
    }

    [Fact]
    public void Without_a_reference_pack_the_newest_framework_that_runs_programs_is_taken()
    {
        using TemporaryFolder folder = new();
        folder.Write("first/packs/Other.Framework.Ref/10.0.1/ref/net10.0/A.dll", "");
        folder.Write("second/shared/Some.Framework/9.0.12/A.dll", "");
        folder.Write("second/shared/Some.Framework/10.0.1/A.dll", "");
        Assert.EndsWith("second/shared/Some.Framework/10.0.1/A.dll", Assert.Single(Found(folder, "first", "second")), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_installed_there_are_none()
    {
        using TemporaryFolder folder = new();
        Assert.Empty(Found(folder, "nowhere"));
    }

    [Fact]
    public void This_machine_has_an_installation_with_the_base_framework()
    {
        Assert.NotEmpty(DotnetInstallations.All);
        Assert.Contains(SharedFrameworks.Assemblies(SharedFrameworks.Base, DotnetInstallations.All), path => Path.GetFileName(path) == "System.Runtime.dll");
    }

    private static string[] Found(TemporaryFolder folder, params string[] installations)
        => [.. SharedFrameworks.Assemblies("Some.Framework", [.. installations.Select(name => Path.Combine(folder.FullPath, name))]).Select(path => path.Replace('\\', '/'))];
}
