using System.Reflection;

namespace StructIndex.Tests;

/// <summary>The packages of this build in a folder, packed once for all tests that consume them.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryFolder _folder = new();

    /// <summary>The libraries a user adds.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
        ["StructIndex.Core", "StructIndex.CSharp", "StructIndex.TreeSitter", "StructIndex", "StructIndex.Hosting", "StructIndex.Mcp", "StructIndex.Onnx", "StructIndex.VectorData", "StructIndex.Postgres", "StructIndex.Training", "StructIndex.Evaluation"];

    /// <summary>The version of this build, which <c>Directory.Build.props</c> states.</summary>
    public static string Version { get; } = typeof(CodeIndex).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The folder of the packages.</summary>
    public string FullPath => _folder.FullPath;

    public async ValueTask InitializeAsync() => await PackAsync([.. Libraries, "StructIndex.Tool"], FullPath);

    /// <summary>Packs what this build has of some projects, in one run.</summary>
    // Compiling Roslyn ahead of time takes longer than all the tests, and changes nothing but the start of the tool.
    public static async Task PackAsync(IReadOnlyList<string> projects, string folder)
    {
        using TemporaryFolder build = new();
        build.Write("pack.proj", $"""
            <Project>
              <ItemGroup>{string.Concat(projects.Select(project => $"""<Packed Include="{Path.Combine(Repository.Root, "src", project, project + ".csproj")}" />"""))}</ItemGroup>
              <Target Name="Pack">
                <MSBuild Projects="@(Packed)" Targets="Pack" BuildInParallel="true" Properties="Configuration={Configuration};NoBuild=true;PackageOutputPath={folder};AheadInPublish=false" />
              </Target>
            </Project>
            """);
        CommandRun pack = await CommandRun.RunAsync("dotnet", Repository.Root, null, "msbuild", build.At("pack.proj"), "-t:Pack", "-v:q", "-nologo");
        Assert.True(pack.ExitCode == 0, pack.Output);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
