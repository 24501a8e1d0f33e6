using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>Makes one compilation a project, each seeing those it references.</summary>
internal sealed partial class CompilationFactory(ProjectModel model, PackageFolder packages)
{
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Disable,
        concurrentBuild: true,
        metadataImportOptions: MetadataImportOptions.Public);

    private readonly Dictionary<CSharpProject, HashSet<string>> _friends = [];
    private readonly Dictionary<CSharpProject, List<MetadataReference>> _metadata = [];
    private readonly HashSet<CSharpProject> _underWay = [];
    private IReadOnlyDictionary<string, string> _assets = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Finds and opens what the projects reference. Needs no trees, so it may run while they are parsed.</summary>
    public void Prepare(CancellationToken cancellationToken)
    {
        _assets = RestoredAssets.Find(model.Projects.Select(project => project.File.Path).Where(path => path.Length > 0), model.Repository);
        foreach (CSharpProject project in model.Projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _metadata[project] = Metadata(project);
            _friends[project] = FriendsOf(project);
        }
    }

    /// <summary>Creates all compilations, after <see cref="Prepare"/>. Cheap: the compiler works when it is asked.</summary>
    public void Create(CancellationToken cancellationToken)
    {
        foreach (CSharpProject project in model.Projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compile(project);
        }
    }

    private CSharpCompilation? Compile(CSharpProject project)
    {
        if (project.Compilation is not null || !_underWay.Add(project))
        {
            // Null for a circle of references: MSBuild refuses it, here the circle is cut.
            return project.Compilation;
        }

        List<MetadataReference> references = [];
        foreach (CSharpProject reference in project.References)
        {
            if (reference.Files.Count > 0 && Compile(reference) is { } compilation)
            {
                references.Add(compilation.ToMetadataReference());
            }
        }

        references.AddRange(_metadata[project]);
        IEnumerable<SyntaxTree> trees = project.Files.Select(file => TreeIn(project, file)).OfType<SyntaxTree>();
        return project.Compilation = CSharpCompilation.Create(project.File.AssemblyName, [.. trees, Preamble(project)], references, s_options);
    }

    private List<MetadataReference> Metadata(CSharpProject project)
    {
        List<MetadataReference> references = [];
        IEnumerable<string> frameworks = project.File.Frameworks.Prepend(SharedFrameworks.Base).SelectMany(SharedFrameworks.Assemblies);
        HashSet<string> own = [.. project.References.Select(reference => reference.File.AssemblyName)];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string path in frameworks.Concat(Packages(project)))
        {
            // The first of a name wins: a package's assembly before the framework's older copy of it, a project before its package.
            string name = Path.GetFileNameWithoutExtension(path);
            if (!own.Contains(name) && names.Add(name) && MetadataStore.Get(path) is { } reference)
            {
                references.Add(reference);
            }
        }

        return references;
    }

    private IEnumerable<string> Packages(CSharpProject project)
    {
        if (_assets.TryGetValue(project.File.Path, out string? assets) && RestoredAssets.Assemblies(assets, project.File.TargetFramework) is { Count: > 0 } restored)
        {
            return restored;
        }

        // References flow through projects, so what a referenced project uses is seen too.
        PackageUse[] uses = [.. project.References.Prepend(project).SelectMany(one => one.File.Packages).DistinctBy(use => use.Id, StringComparer.OrdinalIgnoreCase)];
        return packages.Assemblies(uses, project.File.TargetFramework);
    }

    /// <summary>A linked file is parsed again only where the other project's symbols would change it.</summary>
    private static SyntaxTree? TreeIn(CSharpProject project, CSharpFile file)
    {
        if (file.Tree is null || ReferenceEquals(file.Owner, project) || !file.Tree.GetRoot().ContainsDirectives
            || file.Owner!.File.Constants.SequenceEqual(project.File.Constants, StringComparer.Ordinal))
        {
            return file.Tree;
        }

        return CSharpSyntaxTree.ParseText(file.Source.Text, project.Options, file.Source.Path);
    }

    /// <summary>
    /// What the SDK would generate: global usings, and the friends of the assembly without their keys,
    /// as nothing is signed here and a key would shut friends out.
    /// </summary>
    private SyntaxTree Preamble(CSharpProject project)
    {
        StringBuilder text = new();
        foreach (string name in project.File.Usings)
        {
            text.Append("global using ").Append(name).Append(";\n");
        }

        foreach (string friend in _friends[project].Order(StringComparer.Ordinal))
        {
            text.Append("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"").Append(friend).Append("\")]\n");
        }

        return CSharpSyntaxTree.ParseText(text.ToString(), project.Options);
    }

    private static HashSet<string> FriendsOf(CSharpProject project)
    {
        HashSet<string> friends = [.. project.File.Friends.Select(WithoutKey)];
        foreach (CSharpFile file in project.Files)
        {
            if (file.Source.Text.Contains("InternalsVisibleTo", StringComparison.Ordinal))
            {
                foreach (Match match in FriendPattern().Matches(file.Source.Text))
                {
                    friends.Add(match.Groups["name"].Value);
                }
            }
        }

        friends.RemoveWhere(name => name.AsSpan().ContainsAny('"', '\\', '$'));
        return friends;
    }

    private static string WithoutKey(string name) => name.Split(',')[0].Trim();

    [GeneratedRegex("""InternalsVisibleTo(?:Attribute)?\s*\(\s*"(?<name>[^",]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FriendPattern();
}
