using System.Text.Json;

namespace StructIndex.Tests;

/// <summary>What the build fetches is named with its hash, runs no script of a package, and is listed with its licence.</summary>
public sealed class SupplyChainTests
{
    private static IEnumerable<string> FilesOf(string pattern) => ((string[])["src", "tests", "benchmarks", "samples"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
        .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules" or "Examples"));

    [Fact]
    public void Each_project_has_a_lock_file_that_names_packages_with_their_hash_and_no_registry()
        => Assert.All(FilesOf("*.csproj"), project =>
        {
            string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"));
            Assert.DoesNotContain("://", text, StringComparison.Ordinal);
            using JsonDocument locked = JsonDocument.Parse(text);
            foreach (JsonProperty package in locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()))
            {
                Assert.True(package.Value.GetProperty("type").ValueEquals("Project") || package.Value.GetProperty("contentHash").GetString()!.Length == 88, package.Name);
            }
        });

    [Fact]
    public void Each_package_of_npm_is_named_with_its_hash_and_no_registry()
        => Assert.All(FilesOf("package-lock.json"), file =>
        {
            using JsonDocument locked = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonProperty package in locked.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0))
            {
                Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal);
                Assert.False(package.Value.TryGetProperty("resolved", out _), package.Name);
            }
        });

    [Fact]
    public void No_script_of_a_package_of_npm_is_run()
    {
        string[] commands = [.. FilesOf("*.targets").Concat(FilesOf("*.csproj")).SelectMany(File.ReadLines).Where(line => line.Contains("npm ci", StringComparison.Ordinal) || line.Contains("npm install", StringComparison.Ordinal))];
        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains(" --ignore-scripts", command, StringComparison.Ordinal));
    }

    [Fact]
    public void The_notices_name_each_grammar_in_the_version_that_is_built()
    {
        string project = Path.Combine(Repository.Root, "src", "StructIndex.TreeSitter");
        string notices = File.ReadAllText(Path.Combine(project, "THIRD-PARTY-NOTICES.txt"));
        using JsonDocument package = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "native", "package.json")));
        Assert.All(package.RootElement.GetProperty("dependencies").EnumerateObject(), one => Assert.Contains($"{one.Name} {one.Value.GetString()} (", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void The_notices_of_the_tool_name_each_package_whose_assembly_it_carries()
    {
        string project = Path.Combine(Repository.Root, "src", "StructIndex.Tool");
        string notices = File.ReadAllText(Path.Combine(project, "THIRD-PARTY-NOTICES.txt"));
        using JsonDocument locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "packages.lock.json")));
        string[] building = ["Meziantou.Analyzer", "Microsoft.NET.ILLink.Tasks", "Microsoft.CodeAnalysis.Analyzers"];
        Assert.All(
            locked.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject().Where(package => !package.Value.GetProperty("type").ValueEquals("Project") && !building.Contains(package.Name)),
            package => Assert.Contains(package.Name, notices, StringComparison.Ordinal));
    }

    [Fact]
    public void The_native_libraries_are_those_of_the_build_and_others_are_refused()
    {
        Assert.NotEmpty(NativeHashes.Paths);
        Assert.All(NativeHashes.Paths, path => NativeHashes.Check(AppContext.BaseDirectory, path));
        using TemporaryFolder folder = new();
        string path = NativeHashes.Paths.First();
        NativeHashes.Check(folder.FullPath, path);
        folder.Write(path, "another");
        Assert.Contains("SHA-256", Assert.Throws<TreeSitterException>(() => NativeHashes.Check(folder.FullPath, path)).Message, StringComparison.Ordinal);
    }
}
