namespace StructIndex.Tests;

/// <summary>The packages as a user gets them: restored from a folder, with neither npm nor a compiler at hand.</summary>
public class PackageTests
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    [Fact]
    public async Task A_fresh_console_project_indexes_several_languages_from_the_packages_alone()
    {
        using TemporaryFolder folder = new();
        string feed = Path.Combine(folder.FullPath, "feed");
        foreach (string project in (string[])["StructIndex.Core", "StructIndex.CSharp", "StructIndex.TreeSitter", "StructIndex"])
        {
            CommandRun pack = await CommandRun.RunAsync("dotnet", Repository.Root, null, "pack", Path.Combine("src", project, project + ".csproj"), "-c", Configuration, "--no-build", "-o", feed, "-v", "q", "--nologo");
            Assert.True(pack.ExitCode == 0, pack.Output);
        }

        WriteConsumer(folder, feed);
        CommandRun run = await CommandRun.RunAsync("dotnet", Path.Combine(folder.FullPath, "app"), OnlyDotnetOnPath(folder), "run", "--nologo");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("cs ParseHeader", run.Output, StringComparison.Ordinal);
        Assert.Contains("py parse_header", run.Output, StringComparison.Ordinal);
        Assert.Contains("go ParseTrailer", run.Output, StringComparison.Ordinal);
        Assert.Contains("best parse_header", run.Output, StringComparison.Ordinal);
    }

    private static void WriteConsumer(TemporaryFolder folder, string feed)
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        folder.Write("app/nuget.config", $"""
            <configuration>
              <packageSources><add key="local" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{packages}" /></fallbackPackageFolders>
            </configuration>
            """);
        folder.Write("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{Path.Combine(folder.FullPath, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="StructIndex" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        folder.Write("app/Program.cs", """"
            using StructIndex;
            MemorySource source = new([
                new SourceFile("a.cs", "class Http { /// <summary>Parses a header.</summary>\n public void ParseHeader() { } }"),
                new SourceFile("b.py", "def parse_header(line):\n    \"\"\"Parse one header line.\"\"\"\n    return line.split(':')\n"),
                new SourceFile("c.go", "package c\n\n// ParseTrailer parses a trailer.\nfunc ParseTrailer(s string) string { return s }\n"),
            ]);
            CodeIndex index = await CodeIndexer.IndexAsync(source);
            foreach (CodeUnit unit in index.Units) Console.WriteLine($"{unit.Path[2..]} {unit.Name}");
            SearchResult found = await index.SearchAsync("parse one header line");
            Console.WriteLine($"best {found.Hits[0].Unit.Name}");
            """");
    }

    private static Dictionary<string, string?> OnlyDotnetOnPath(TemporaryFolder folder)
    {
        string bin = Path.Combine(folder.FullPath, "bin");
        Directory.CreateDirectory(bin);
        string muxer = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        File.CreateSymbolicLink(Path.Combine(bin, Path.GetFileName(muxer)), muxer);
        return new Dictionary<string, string?> { ["PATH"] = bin, ["DOTNET_ROOT"] = Path.GetDirectoryName(muxer), ["DOTNET_NOLOGO"] = "1" };
    }
}
