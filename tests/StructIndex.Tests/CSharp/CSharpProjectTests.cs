namespace StructIndex.Tests;

public sealed class CSharpProjectTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("structindex-csharp-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path, string text)
    {
        string full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private ProjectFile Read(string path)
    {
        string full = ProjectFolders.Normal(Path.Combine(_root, path));
        return ProjectReader.Read(full, full, new ProjectAccess(ProjectFolders.Normal(_root), []))!;
    }

    private string[] CompiledBy(string project, params string[] paths)
    {
        ProjectFile file = Read(project);
        return [.. paths.Where(path => CompileRule.Compiles(file.Compile, ProjectFolders.Normal(Path.Combine(_root, path)), new WorkBudget(1_000_000, "steps")))];
    }

    [Fact]
    public void The_SDK_glob_takes_all_below_but_outputs()
    {
        Write("P/P.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Compile Remove="Gone\**" /><Compile Include="../Shared/*.cs" Exclude="../Shared/No.cs" /></ItemGroup></Project>""");
        Assert.Equal(
            ["P/A.cs", "P/Deep/er/B.cs", "Shared/S.cs"],
            CompiledBy("P/P.csproj", "P/A.cs", "P/Deep/er/B.cs", "P/obj/C.cs", "P/bin/x/D.cs", "P/.hidden/E.cs", "P/Gone/F.cs", "Shared/S.cs", "Shared/No.cs", "Q/G.cs"));
    }

    [Fact]
    public void An_old_project_compiles_what_it_lists()
    {
        Write("P.csproj", """<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003"><ItemGroup><Compile Include="A.cs" /></ItemGroup></Project>""");
        Assert.Equal(["A.cs"], CompiledBy("P.csproj", "A.cs", "B.cs"));
    }

    [Fact]
    public void The_newest_framework_is_taken_with_its_symbols_and_conditions()
    {
        Write("P.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net48;netstandard2.0;net8.0</TargetFrameworks></PropertyGroup>
              <PropertyGroup Condition="'$(TargetFramework)' == 'net8.0' and '$(OS)' != 'Nonesuch'"><DefineConstants>$(DefineConstants);MODERN</DefineConstants></PropertyGroup>
              <PropertyGroup Condition="$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net9.0'))"><DefineConstants>$(DefineConstants);TOO_NEW</DefineConstants></PropertyGroup>
              <ItemGroup Condition=" '$(TargetFrameworkIdentifier)' == '.NETFramework' "><Compile Remove="A.cs" /></ItemGroup>
            </Project>
            """);
        ProjectFile project = Read("P.csproj");
        Assert.Equal("net8.0", project.TargetFramework);
        Assert.All(new List<string> { "MODERN", "NET8_0", "NET8_0_OR_GREATER", "NET5_0_OR_GREATER", "DEBUG" }, name => Assert.Contains(name, project.Constants));
        Assert.All(new List<string> { "TOO_NEW", "NET9_0_OR_GREATER", "NETFRAMEWORK" }, name => Assert.DoesNotContain(name, project.Constants));
        Assert.Equal(["A.cs"], CompiledBy("P.csproj", "A.cs"));
    }

    [Fact]
    public void Usings_come_from_the_SDK_the_project_and_its_imports()
    {
        Write("Directory.Build.props", """<Project><Import Project="eng/more.props" /><PropertyGroup><Company>Acme</Company></PropertyGroup></Project>""");
        Write("eng/more.props", """<Project><Import Project="$(MSBuildThisFileDirectory)deep.props" /></Project>""");
        Write("eng/deep.props", """<Project><ItemGroup><Using Include="Deep.Space" /></ItemGroup></Project>""");
        Write("src/P/P.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup>
              <Using Include="$(Company).Core" /><Using Include="System.Math" Static="true" /><Using Include="System.String" Alias="Text" /><Using Remove="System.Net.Http" />
            </ItemGroup></Project>
            """);
        IReadOnlyList<string> usings = Read("src/P/P.csproj").Usings;
        foreach (string expected in (string[])["System", "System.Linq", "Deep.Space", "Acme.Core", "static System.Math", "Text = System.String", "Microsoft.AspNetCore.Builder"])
        {
            Assert.Contains(expected, usings);
        }

        Assert.DoesNotContain("System.Net.Http", usings);
    }

    [Fact]
    public void Central_versions_friends_and_references_are_read()
    {
        Write("Directory.Packages.props", """<Project><ItemGroup><PackageVersion Include="A" Version="1.2.3" /></ItemGroup></Project>""");
        Write("P/P.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="A" /><PackageReference Include="B"><Version>2.0.0</Version></PackageReference>
            <ProjectReference Include="..\Q\Q.csproj" /><InternalsVisibleTo Include="P.Tests" /></ItemGroup></Project>
            """);
        ProjectFile project = Read("P/P.csproj");
        Assert.Equal([new PackageUse("A", "1.2.3"), new PackageUse("B", "2.0.0")], project.Packages);
        Assert.Equal([ProjectFolders.Normal(_root) + "/Q/Q.csproj"], project.ProjectReferences);
        Assert.Equal(["P.Tests"], project.Friends);
    }

    [Fact]
    public void A_circle_of_imports_and_of_references_ends()
    {
        Write("a.props", """<Project><Import Project="b.props" /></Project>""");
        Write("b.props", """<Project><Import Project="a.props" /></Project>""");
        Write("P/P.csproj", """<Project Sdk="Microsoft.NET.Sdk"><Import Project="../a.props" /><ItemGroup><ProjectReference Include="../Q/Q.csproj" /></ItemGroup></Project>""");
        Write("Q/Q.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../P/P.csproj" /></ItemGroup></Project>""");
        Write("P/A.cs", "public class A { public void M(B b) => b.Go(); }");
        Write("Q/B.cs", "public class B { public void Go() { } }");
        Assert.Contains("A.M -> B.Go Calls Exact", CSharpSample.InFolder(_root, "P/A.cs", "Q/B.cs").Edges);
    }

    [Fact]
    public void Calls_cross_projects_and_reach_internals_of_signed_friends()
    {
        Write("Lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""");
        Write("Lib/A.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Lib.Tests, PublicKey=0024\")]\ninternal class A { internal void Go() { } }");
        Write("Mid/Mid.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>""");
        Write("Mid/M.cs", "public class Middle { }");
        Write("Tests/Lib.Tests.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../Mid/Mid.csproj" /></ItemGroup></Project>""");
        Write("Tests/T.cs", "class T { void M() => new A().Go(); }");
        Assert.Contains("T.M -> A.Go Calls Exact", CSharpSample.InFolder(_root, "Lib/A.cs", "Mid/M.cs", "Tests/T.cs").Edges);
    }

    [Fact]
    public void A_constructor_nobody_wrote_is_source_for_a_project_with_other_references()
    {
        // A library built against a newer framework part than the project sees is wrapped by the compiler.
        Write("Lib/Lib.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""");
        Write("Lib/A.cs", "public class A<T> { } public delegate void D();");
        Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup></Project>""");
        Write("App/B.cs", "class B { void M(D d) { new A<int>(); d(); } }");
        CSharpSample sample = CSharpSample.InFolder(_root, "App/B.cs", "Lib/A.cs");
        Assert.Contains("B.M -> A Constructs Exact", sample.Edges);
        Assert.Equal(2, sample.Statistics.Source);
    }

    [Fact]
    public void The_same_name_in_two_projects_stays_two_things()
    {
        foreach (string name in (string[])["P", "Q"])
        {
            Write($"{name}/{name}.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""");
            Write($"{name}/A.cs", "class A { public static void Go() { } }");
            Write($"{name}/B.cs", "class B { void M() => A.Go(); }");
        }

        CSharpSample sample = CSharpSample.InFolder(_root, "P/A.cs", "P/B.cs", "Q/A.cs", "Q/B.cs");
        Assert.Equal(2, sample.Bound.Select(edge => edge.To).Distinct().Count());
        Assert.All(sample.Bound, edge => Assert.Equal(EdgeCertainty.Exact, edge.Certainty));
    }

    [Fact]
    public void A_linked_file_counts_once()
    {
        Write("P/P.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""");
        Write("P/Shared.cs", "#if Q\nclass InQ { }\n#endif\ninternal static class Shared { public static void Go() { Help(); } static void Help() { } }");
        Write("Q/Q.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><DefineConstants>Q</DefineConstants></PropertyGroup><ItemGroup><Compile Include="../P/Shared.cs" Link="Shared.cs" /></ItemGroup></Project>""");
        Write("Q/B.cs", "class B { void M() { Shared.Go(); new InQ(); } }");
        CSharpSample sample = CSharpSample.InFolder(_root, "P/Shared.cs", "Q/B.cs");
        Assert.Single(sample.Edges, "Shared.Go -> Shared.Help Calls Exact");
        Assert.Contains("B.M -> Shared.Go Calls Exact", sample.Edges);
        Assert.Single(sample.Declarations, declaration => declaration.Name == "Go");
    }

    [Fact]
    public void A_root_inside_a_project_finds_it_above()
    {
        Directory.CreateDirectory(Path.Combine(_root, ".git"));
        Write("P/P.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><DefineConstants>YES</DefineConstants></PropertyGroup></Project>""");
        Write("P/Sub/A.cs", "class A { void Go() { } void M() {\n#if YES\nGo();\n#endif\n} }");
        Assert.Contains("A.M -> A.Go Calls Exact", CSharpSample.InFolder(Path.Combine(_root, "P", "Sub"), "A.cs").Edges);
    }

    [Fact]
    public void Files_that_no_project_owns_see_the_projects()
    {
        Write("P/P.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""");
        Write("P/A.cs", "public class A { public void Go() { } }");
        Write("scripts/s.cs", "new A().Go();");
        Assert.Contains("(top) -> A.Go Calls Exact", CSharpSample.InFolder(_root, "P/A.cs", "scripts/s.cs").Edges);
    }

    [Fact]
    public void Packages_in_the_packages_folder_are_bound_with_what_they_depend_on()
    {
        // Any managed assembly will do as a package's content.
        string assembly = typeof(CSharpParser).Assembly.Location;
        string core = typeof(SourceFile).Assembly.Location;
        Write("packages/top/1.5.0/top.nuspec", """<package><metadata><dependencies><group targetFramework=".NETStandard2.0"><dependency id="Below" version="[1.0.0, )" /></group></dependencies></metadata></package>""");
        foreach ((string folder, string from) in (ReadOnlySpan<(string, string)>)[("packages/top/1.5.0/lib/netstandard2.0", assembly), ("packages/top/1.5.0/lib/net9.0", assembly), ("packages/below/1.0.0/ref/net8.0", core), ("packages/below/0.9.0/lib/net8.0", core)])
        {
            Directory.CreateDirectory(Path.Combine(_root, folder));
            File.Copy(from, Path.Combine(_root, folder, Path.GetFileName(from)));
        }

        PackageFolder packages = new(Path.Combine(_root, "packages"));
        string[] found = [.. packages.Assemblies([new PackageUse("Top", "1.2.0"), new PackageUse("Absent", "1.0.0")], "net8.0").Select(path => ProjectFolders.Normal(path)[(_root.Length + 1)..])];
        Assert.Equal(["packages/below/1.0.0/ref/net8.0/StructIndex.Core.dll", "packages/top/1.5.0/lib/netstandard2.0/StructIndex.CSharp.dll"], found);
    }

    [Fact]
    public void A_restored_project_is_bound_to_its_assets()
    {
        string core = typeof(SourceFile).Assembly.Location;
        Directory.CreateDirectory(Path.Combine(_root, "pk/some/1.0.0/lib/net8.0"));
        File.Copy(core, Path.Combine(_root, "pk/some/1.0.0/lib/net8.0/Some.dll"));
        Write("P/P.csproj", """<Project Sdk="Microsoft.NET.Sdk"></Project>""");
        Write("P/A.cs", "class A { string M(StructIndex.SourceFile f) => f.LineAt(1).ToString(); }");
        string project = Path.Combine(_root, "P", "P.csproj");
        Write("artifacts/obj/P/project.assets.json", System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["targets"] = new Dictionary<string, object> { ["net8.0"] = new Dictionary<string, object> { ["Some/1.0.0"] = new { type = "package", compile = new Dictionary<string, object> { ["lib/net8.0/Some.dll"] = new { } } } } },
            ["libraries"] = new Dictionary<string, object> { ["Some/1.0.0"] = new { type = "package", path = "some/1.0.0" } },
            ["packageFolders"] = new Dictionary<string, object> { [Path.Combine(_root, "pk")] = new { } },
            ["project"] = new { restore = new { projectPath = project } },
        }));
        CSharpSample sample = CSharpSample.InFolder(_root, new CSharpParserOptions { TrustedFolders = [Path.Combine(_root, "pk")] }, "P/A.cs");
        Assert.Equal(2, sample.Statistics.Metadata);
    }

    [Fact]
    public void Packages_that_are_not_at_hand_are_named()
    {
        string references = string.Concat("FEDCBA".Select(letter => $"<PackageReference Include=\"No.Such.Package.{letter}\" Version=\"1.0.0\" />"));
        Write("P/P.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{references}</ItemGroup></Project>""");
        Write("P/A.cs", "class A { }");
        Write("Loose.cs", "class L { }");
        FileFailure failure = Assert.Single(CSharpSample.InFolder(_root, "P/A.cs", "Loose.cs").Result.Failures);
        Assert.Equal(("P/P.csproj", FileFailureKind.EdgesIncomplete), (failure.Path, failure.Kind));
        Assert.Contains("No.Such.Package.A, No.Such.Package.B, No.Such.Package.C, No.Such.Package.D, No.Such.Package.E and 1 more", failure.Message, StringComparison.Ordinal);
    }
}
