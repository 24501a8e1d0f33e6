using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace StructIndex.Tests;

/// <summary>The packages as a user gets them: restored from a folder, with neither npm nor a compiler at hand.</summary>
[Trait("Category", "Slow")]
public class PackageTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    [Fact]
    public async Task A_fresh_console_project_indexes_several_languages_from_the_packages_alone()
    {
        using TemporaryFolder folder = new();
        WriteConsumer(folder, feed.FullPath);
        CommandRun run = await CommandRun.RunAsync("dotnet", Path.Combine(folder.FullPath, "app"), OnlyDotnetOnPath(), "run", "--nologo");
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("cs ParseHeader", run.Output, StringComparison.Ordinal);
        Assert.Contains("py parse_header", run.Output, StringComparison.Ordinal);
        Assert.Contains("go ParseTrailer", run.Output, StringComparison.Ordinal);
        Assert.Contains("best parse_header", run.Output, StringComparison.Ordinal);
        using JsonDocument runtime = JsonDocument.Parse(await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(folder.FullPath, "app", "bin"), "app.runtimeconfig.json", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken));
        Assert.False(runtime.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty("System.Runtime.TieredPGO").GetBoolean());
        WriteConsumer(folder, feed.FullPath, properties: "<TieredPGO>true</TieredPGO>");
        CommandRun asked = await CommandRun.RunAsync("dotnet", Path.Combine(folder.FullPath, "app"), null, "msbuild", "-getProperty:TieredPGO");
        Assert.Contains("true", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tool_installs_from_its_package_and_answers()
    {
        using TemporaryFolder folder = new();
        WriteConsumer(folder, feed.FullPath);
        folder.Write("code/http.py", "def parse_header(line):\n    \"\"\"Parse one header line.\"\"\"\n    return line.split(':')\n");
        CommandRun install = await CommandRun.RunAsync("dotnet", Path.Combine(folder.FullPath, "app"), null, "tool", "install", "StructIndex.Tool", "--tool-path", Path.Combine(folder.FullPath, "tools"));
        Assert.True(install.ExitCode == 0, install.Output);
        CommandRun search = await CommandRun.RunAsync(Path.Combine(folder.FullPath, "tools", "structindex"), folder.FullPath, OnlyDotnetOnPath(), "search", "code", "parse one header line");
        Assert.True(search.ExitCode == 0, search.Output);
        Assert.Contains("http.py", search.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_compiled_to_machine_code_indexes_from_the_packages_too()
    {
        using TemporaryFolder folder = new();
        WriteConsumer(folder, feed.FullPath, ["StructIndex.TreeSitter", "StructIndex.Onnx"], "<PublishAot>true</PublishAot><Optimize>false</Optimize><NativeDebugSymbols>false</NativeDebugSymbols><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        folder.Write("app/Program.cs", """"
            using StructIndex;
            MemorySource source = new([new SourceFile("b.py", "def parse_header(line):\n    \"\"\"Parse one header line.\"\"\"\n    return split(line)\n\ndef split(line):\n    return line.split(':')\n")]);
            CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [new TreeSitterParser()] }).BuildAsync(source);
            SearchResult found = await index.SearchAsync("parse one header line", new SearchOptions { MinimumRelevance = 0 });
            Console.WriteLine($"best {found.Hits[0].Unit.Name}, calls {index.Graph.CalleesOf(found.Hits[0].Unit).Single().To.Name}");
            using OnnxEmbeddingGenerator model = OnnxEmbeddingGenerator.Load(args[0]);
            var vectors = await model.GenerateAsync(["parse one header line"]);
            Console.WriteLine($"tokens {model.Tokenizer.CountTokens("parse")}, dimensions {vectors[0].Vector.Length}");
            """");
        CommandRun publish = await CommandRun.RunAsync("dotnet", Path.Combine(folder.FullPath, "app"), null, "publish", "-c", "Release", "-o", "native", "--nologo");
        Assert.SkipWhen(publish.Output.Contains("NU1101", StringComparison.Ordinal) || publish.Output.Contains("NU1102", StringComparison.Ordinal), "The native compiler's packages cannot be had for this SDK.");
        Assert.True(publish.ExitCode == 0, publish.Output);
        CommandRun run = await CommandRun.RunAsync(Path.Combine(folder.FullPath, "app", "native", "app"), folder.FullPath, null, Assets.At("encoder"));
        Assert.Contains("best parse_header, calls split", run.Output, StringComparison.Ordinal);
        Assert.Contains("tokens 1, dimensions 32", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_library_carries_the_documentation_of_its_members()
    {
        Assert.All(PackedFeed.Libraries, library =>
        {
            using ZipArchive package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(feed.FullPath, $"{library}.{PackedFeed.Version}.nupkg")));
            Assert.Contains(package.Entries, entry => entry.FullName == $"lib/net10.0/{library}.xml");
        });
    }

    [Fact]
    public void Every_package_carries_the_bill_of_its_materials()
        => Assert.All((string[])[.. PackedFeed.Libraries, "StructIndex.Tool"], name =>
        {
            using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.FullPath, $"{name}.{PackedFeed.Version}.nupkg"));
            using JsonDocument bill = JsonDocument.Parse(package.GetEntry("sbom/bom.cdx.json")!.Open());
            string[] names = [.. bill.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()!)];
            Assert.Equal(name is "StructIndex.TreeSitter" or "StructIndex.Tool", names.Contains("tree-sitter-bash") && package.Entries.Any(entry => entry.Name.EndsWith("THIRD-PARTY-NOTICES.txt", StringComparison.Ordinal)));
            Assert.Equal(name is "StructIndex" or "StructIndex.Tool", names.Contains("code-model.bin"));
            Assert.All(package.Entries.Where(entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal)), entry => Assert.Contains(entry.FullName, names));
        });

    [Fact]
    public async Task The_same_build_gives_packages_of_the_same_bytes()
    {
        using TemporaryFolder again = new();
        string[] names = ["StructIndex.Core", "StructIndex.TreeSitter"];
        await PackedFeed.PackAsync(names, again.FullPath);
        Assert.All(names.SelectMany(name => (string[])[$"{name}.{PackedFeed.Version}.nupkg", $"{name}.{PackedFeed.Version}.snupkg"]), file =>
            Assert.True(File.ReadAllBytes(Path.Combine(feed.FullPath, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again.FullPath, file))), file));
    }

    [Theory]
    [InlineData("StructIndex.Training", true)]
    [InlineData("StructIndex.Evaluation", true)]
    [InlineData("StructIndex.TreeSitter", false)]
    public void A_package_that_uses_internals_of_the_core_names_its_exact_version(string package, bool isPinned)
    {
        using ZipArchive packed = ZipFile.OpenRead(Path.Combine(feed.FullPath, $"{package}.{PackedFeed.Version}.nupkg"));
        using Stream nuspec = packed.GetEntry($"{package}.nuspec")!.Open();
        XElement core = XDocument.Load(nuspec).Descendants().Single(element => element.Name.LocalName == "dependency" && (string?)element.Attribute("id") == "StructIndex.Core");
        Assert.Equal(isPinned ? $"[{PackedFeed.Version}]" : PackedFeed.Version, (string?)core.Attribute("version"));
    }

    [Fact]
    public void The_package_of_onnx_brings_the_runtime_as_a_dependency_and_no_native_library()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.FullPath, $"StructIndex.Onnx.{PackedFeed.Version}.nupkg"));
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];
        Assert.Contains("GUIDE.md", names);
        Assert.Contains("NOTICE.txt", names);
        Assert.DoesNotContain(names, name => name.StartsWith("runtimes/", StringComparison.Ordinal));
        using StreamReader specification = new(package.GetEntry("StructIndex.Onnx.nuspec")!.Open());
        Assert.Contains("""id="Microsoft.ML.OnnxRuntime" version="1.31.1""", specification.ReadToEnd(), StringComparison.Ordinal);
    }

    private static void WriteConsumer(TemporaryFolder folder, string packed, string[]? packages = null, string properties = "")
    {
        IEnumerable<string> references = (packages ?? ["StructIndex"]).Select(package => $"""<PackageReference Include="{package}" Version="{PackedFeed.Version}" />""");
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        folder.Write("app/nuget.config", $"""
            <configuration>
              <packageSources><add key="local" value="{packed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
        folder.Write("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
                <RestorePackagesPath>{Path.Combine(folder.FullPath, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>{string.Concat(references)}</ItemGroup>
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

    // The folder of the runtime's own program holds nothing else that could be run.
    private static Dictionary<string, string?> OnlyDotnetOnPath()
    {
        string root = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return new Dictionary<string, string?> { ["PATH"] = root, ["DOTNET_ROOT"] = root, ["DOTNET_NOLOGO"] = "1" };
    }
}
