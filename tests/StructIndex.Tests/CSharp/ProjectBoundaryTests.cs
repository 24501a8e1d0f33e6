using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex.Tests;

/// <summary>What is opened for a repository, and that nothing of it is run.</summary>
public sealed class ProjectBoundaryTests : IDisposable
{
    private const string Sdk = "<Project Sdk=\"Microsoft.NET.Sdk\">";
    private const string Props = "<Project><ItemGroup><Using Include=\"Outer\"/></ItemGroup></Project>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private (ProjectFile? Project, ProjectAccess Access) Read(string root, string project, params string[] trusted)
    {
        ProjectAccess access = new(ProjectFolders.Normal(Path.GetFullPath(_folder.At(root))), trusted.Select(_folder.At));
        string path = ProjectFolders.Normal(_folder.At(project));
        return (ProjectReader.Read(path, path, access), access);
    }

    [Fact]
    public void An_import_from_outside_the_root_is_refused_unless_its_folder_is_trusted()
    {
        _folder.Write("outer.props", Props);
        _folder.Write("in/p.csproj", Sdk + "<Import Project=\"../outer.props\"/></Project>");
        (ProjectFile? project, ProjectAccess access) = Read("in", "in/p.csproj");
        Assert.DoesNotContain("Outer", project!.Usings);
        Assert.Contains("../outer.props", Assert.Single(access.Failures).Message, StringComparison.Ordinal);
        Assert.Empty(access.ReadOutside);

        (project, access) = Read("in", "in/p.csproj", ".");
        Assert.Contains("Outer", project!.Usings);
        Assert.Empty(access.Failures);
        Assert.Equal(["../outer.props"], access.ReadOutside);
    }

    [Fact]
    public void An_import_by_an_unknown_property_is_no_failure_as_it_is_none_of_the_repository()
    {
        _folder.Write("p.csproj", "<Project><Import Project=\"$(MSBuildToolsPath)\\Microsoft.CSharp.targets\"/></Project>");
        (ProjectFile? project, ProjectAccess access) = Read(".", "p.csproj");
        Assert.NotNull(project);
        Assert.Empty(access.Failures);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Directory_build_props_above_the_root_are_read_in_the_same_repository_only(bool isRepository)
    {
        _folder.Write("Directory.Build.props", "<Project><Import Project=\"eng/outer.props\"/></Project>");
        _folder.Write("eng/outer.props", Props);
        _folder.Write("in/p.csproj", Sdk + "</Project>");
        if (isRepository)
        {
            Directory.CreateDirectory(_folder.At(".git"));
        }

        (ProjectFile? project, ProjectAccess access) = Read("in", "in/p.csproj");
        Assert.Equal(isRepository, project!.Usings.Contains("Outer"));
        Assert.Equal(isRepository ? ["../Directory.Build.props", "../eng/outer.props"] : [], access.ReadOutside);
        Assert.Empty(access.Failures);
    }

    [Fact]
    public void What_a_file_above_the_root_imports_is_read_once_and_refused_to_a_project_within()
    {
        Directory.CreateDirectory(_folder.At(".git"));
        _folder.Write("Directory.Build.props", "<Project><Import Project=\"eng/outer.props\"/></Project>");
        _folder.Write("eng/outer.props", Props);
        _folder.Write("in/p.csproj", Sdk + "</Project>");
        (_, ProjectAccess access) = Read("in", "in/p.csproj");
        string outer = ProjectFolders.Normal(_folder.At("eng/outer.props")), above = ProjectFolders.Normal(_folder.At("Directory.Build.props"));

        XmlFiles files = new(access);
        Assert.Same(files.Read(outer, above).Root, files.Read(outer, above).Root);
        Assert.Throws<InvalidDataException>(() => files.Read(outer, ProjectFolders.Normal(_folder.At("in/p.csproj"))));
    }

    [Fact]
    public void Nested_build_props_may_chain_to_those_above_but_find_no_other_file_there()
    {
        Directory.CreateDirectory(_folder.At(".git"));
        _folder.Write("Directory.Build.props", Props);
        _folder.Write("secret.props", "<Project><ItemGroup><Using Include=\"Secret\"/></ItemGroup></Project>");
        _folder.Write("in/Directory.Build.props", "<Project><Import Project=\"$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))\"/><Import Project=\"$([MSBuild]::GetPathOfFileAbove('secret.props', '$(MSBuildThisFileDirectory)'))\"/></Project>");
        _folder.Write("in/p.csproj", Sdk + "</Project>");
        (ProjectFile? project, _) = Read("in", "in/p.csproj");
        Assert.Contains("Outer", project!.Usings);
        Assert.DoesNotContain("Secret", project.Usings);
    }

    [Theory]
    [InlineData("//server/share/x.props")]
    [InlineData(@"\\server\share\x.props")]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../../../../etc/passwd")]
    [InlineData("a\0b.props")]
    public void Paths_of_other_machines_and_places_are_not_looked_for(string path)
    {
        ProjectAccess access = new("/repo/in", []);
        string absolute = ProjectFolders.Absolute("/repo/in", path);
        Assert.False(access.Allows(absolute, "/repo/in/p.csproj"));
        Assert.Throws<InvalidDataException>(() => access.Read(absolute, "/repo/in/p.csproj", 100));

        PropertyBag properties = new(access, new WorkBudget(1000, "steps")) { ["MSBuildThisFileDirectory"] = "/repo/in/", ["MSBuildThisFileFullPath"] = "/repo/in/p.csproj" };
        Assert.Null(properties.Exists(path));
        Assert.False(properties.Exists("absent.props"));
    }

    [Fact]
    public void Links_are_followed_inside_the_root_and_not_out_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        _folder.Write("outer/outer.props", Props);
        _folder.Write("in/inner.props", "<Project><ItemGroup><Using Include=\"Inner\"/></ItemGroup></Project>");
        File.CreateSymbolicLink(_folder.At("in/good.props"), "inner.props");
        File.CreateSymbolicLink(_folder.At("in/bad.props"), "../outer/outer.props");
        File.CreateSymbolicLink(_folder.At("in/circle.props"), "circle.props");
        Directory.CreateSymbolicLink(_folder.At("in/folder"), "../outer");
        _folder.Write("in/p.csproj", Sdk + """<Import Project="good.props"/><Import Project="bad.props"/><Import Project="folder/outer.props"/><Import Project="circle.props"/></Project>""");
        (ProjectFile? project, ProjectAccess access) = Read("in", "in/p.csproj");
        Assert.Contains("Inner", project!.Usings);
        Assert.DoesNotContain("Outer", project.Usings);
        Assert.Equal(3, access.Failures.Count);
        Assert.Empty(access.ReadOutside);

        File.CreateSymbolicLink(_folder.At("in/linked.csproj"), "../outer/outer.props");
        (project, access) = Read("in", "in/linked.csproj");
        Assert.Null(project);
        Assert.Contains("outside the root", Assert.Single(access.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_out_of_the_root_is_said_and_not_followed()
    {
        _folder.Write("outer/o.csproj", Sdk + "</Project>");
        _folder.Write("in/p.csproj", Sdk + "<ItemGroup><ProjectReference Include=\"../outer/o.csproj\"/></ItemGroup></Project>");
        _folder.Write("in/a.cs", "class A { }");
        CSharpSample sample = CSharpSample.InFolder(_folder.At("in"), "a.cs");
        Assert.Contains("../outer/o.csproj", Assert.Single(sample.Result.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assemblies_are_opened_in_the_package_cache_and_trusted_folders_alone()
    {
        WriteRestored(_folder.At("packages"), typeof(SourceFile).Assembly.Location);
        CSharpSample refused = CSharpSample.InFolder(_folder.At("in"), "a.cs");
        Assert.Equal(0, refused.Statistics.Metadata);
        FileFailure failure = Assert.Single(refused.Result.Failures);
        Assert.Equal("obj/project.assets.json", failure.Path);
        Assert.StartsWith("1 assemblies were not opened", failure.Message, StringComparison.Ordinal);

        CSharpSample taken = CSharpSample.InFolder(_folder.At("in"), new CSharpParserOptions { TrustedFolders = [_folder.At("packages")] }, "a.cs");
        Assert.Equal(2, taken.Statistics.Metadata);
        Assert.Contains("assembly ../packages/some/1.0.0/lib/net8.0/Some.dll", taken.Result.ReadBesides);
        Assert.Contains(taken.Result.ReadBesides, name => name.StartsWith("framework Microsoft.NETCore.App", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_a_repository_is_ever_run()
    {
        string marker = _folder.At("marker");
        string initializer = $"class Run {{ [System.Runtime.CompilerServices.ModuleInitializer] internal static void Now() => System.IO.File.WriteAllText(@\"{marker}\", \"run\"); }} public class Some {{ }}";
        string evil = _folder.At("packages/some/1.0.0/lib/net8.0/Some.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(evil)!);
        MetadataReference[] references = [.. SharedFrameworks.Assemblies(SharedFrameworks.Base).Select(path => MetadataReference.CreateFromFile(path))];
        Assert.True(CSharpCompilation.Create("Evil", [CSharpSyntaxTree.ParseText(initializer)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(evil, cancellationToken: TestContext.Current.CancellationToken).Success);
        WriteRestored(_folder.At("packages"), evil);
        _folder.Write("in/p.csproj", $$"""
            <Project Sdk="Evil.Sdk/1.0.0" InitialTargets="Go" DefaultTargets="Go">
              <UsingTask TaskName="Evil" AssemblyFile="{{evil}}" />
              <UsingTask TaskName="Inline" TaskFactory="RoslynCodeTaskFactory" AssemblyFile="$(MSBuildToolsPath)/Microsoft.Build.Tasks.Core.dll"><Task><Code Type="Fragment" Language="cs">System.IO.File.WriteAllText(@"{{marker}}", "run");</Code></Task></UsingTask>
              <PropertyGroup><A>$([System.IO.File]::WriteAllText('{{marker}}', 'run'))</A><B Condition="$([System.IO.File]::WriteAllText('{{marker}}', 'run'))">x</B></PropertyGroup>
              <ItemGroup><Analyzer Include="{{evil}}" /><Reference Include="{{evil}}" /><Compile Include="$([System.IO.File]::WriteAllText('{{marker}}', 'run'))" /></ItemGroup>
              <Target Name="Go" BeforeTargets="BeforeBuild;CoreCompile;Restore"><Exec Command="touch {{marker}}" /><Evil /><Inline /></Target>
            </Project>
            """);
        _folder.Write("in/Directory.Build.rsp", $"-logger:Evil,{evil}");
        _folder.Write("in/.editorconfig", "root = true");
        _folder.Write("in/.git/hooks/post-checkout", $"#!/bin/sh\ntouch {marker}\n");
        _folder.Write("in/.git/config", $"[core]\n\tfsmonitor = \"touch {marker}\"\n");
        foreach (CSharpParserOptions options in (CSharpParserOptions[])[new(), new() { TrustedFolders = [_folder.FullPath] }])
        {
            CodeIndex index = await new CodeIndexBuilder(new CodeIndexOptions { Parsers = [new CSharpParser(options), .. CodeIndexer.DefaultParsers] }).BuildAsync(new DirectorySource(_folder.At("in")), cancellationToken: TestContext.Current.CancellationToken);
            Assert.NotEmpty(index.Units);
        }

        Assert.False(File.Exists(marker));
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "Evil");
    }

    private void WriteRestored(string packages, string assembly)
    {
        string target = Path.Combine(packages, "some", "1.0.0", "lib", "net8.0", "Some.dll");
        if (assembly != target)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(assembly, target);
        }

        _folder.Write("in/p.csproj", Sdk + "</Project>");
        _folder.Write("in/a.cs", "class A { string M(StructIndex.SourceFile f) => f.LineAt(1).ToString(); }");
        _folder.Write("in/obj/project.assets.json", JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["targets"] = new Dictionary<string, object> { ["net8.0"] = new Dictionary<string, object> { ["Some/1.0.0"] = new { type = "package", compile = new Dictionary<string, object> { ["lib/net8.0/Some.dll"] = new { } } } } },
            ["libraries"] = new Dictionary<string, object> { ["Some/1.0.0"] = new { type = "package", path = "some/1.0.0" } },
            ["packageFolders"] = new Dictionary<string, object> { [packages] = new { } },
            ["project"] = new { restore = new { projectPath = _folder.At("in/p.csproj") } },
        }));
    }
}
