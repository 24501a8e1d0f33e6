using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>Makes one compilation a project, each seeing those it references.</summary>
internal sealed class CompilationFactory(ProjectModel model, PackageFolder packages, ProjectModel? previous)
{
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Disable,
        concurrentBuild: true,
        metadataImportOptions: MetadataImportOptions.Public);

    /// <summary>Assemblies that one project may reference; the whole of .NET has some 300.</summary>
    private const int MaxReferences = 4_000;

    private const int MaxFriends = 10_000;

    /// <summary>Missing packages that a failure names.</summary>
    private const int MaxNamed = 5;

    private readonly Dictionary<string, CSharpProject> _before = (previous?.Projects ?? []).ToDictionary(project => project.File.Path, StringComparer.Ordinal);
    private readonly HashSet<CSharpProject> _underWay = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _frameworks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetadataReference?> _opened = new(StringComparer.Ordinal);
    private readonly RestoredAssets _assets = new(model.Access);
    private readonly ReferenceOrigins _origins = new(model.Access, packages);
    private readonly WorkBudget _reparsed = new(50_000_000, "characters of files that several projects compile with other symbols");

    /// <summary>
    /// Names of what was read besides the sources: packages, frameworks and files outside the root, ordered; after <see cref="Prepare"/>.
    /// </summary>
    public IReadOnlyList<string> ReadBesides => _origins.Names;

    /// <summary>Finds and opens what the projects reference. Needs no trees, so it may run while they are parsed.</summary>
    public void Prepare(CancellationToken cancellationToken)
    {
        _assets.Find(model.Projects.Select(project => project.File.Path).Where(path => path.Length > 0));
        foreach (CSharpProject project in model.Projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            project.Last = _before.GetValueOrDefault(project.File.Path)?.Last;
            project.Preamble = Preamble(project);
            try
            {
                project.Metadata = Metadata(project);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProjectLimitException)
            {
                model.Access.Fail(project.File.Path, $"The assemblies it references were not found: {e.Message}");
            }
        }
    }

    /// <summary>Gives projects their trees, once all of their files are parsed.</summary>
    public void Link(IEnumerable<CSharpProject> projects, CancellationToken cancellationToken)
    {
        foreach (CSharpProject project in projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            project.Trees = [.. project.Files.Select(file => TreeIn(project, file, cancellationToken))];
        }
    }

    /// <summary>
    /// Creates the compilations of some projects and of those they reference, after <see cref="Prepare"/> and <see cref="Link"/>, and binds
    /// their references; the rest of its work the compiler does when it is asked.
    /// </summary>
    public void Create(IEnumerable<CSharpProject> projects, CancellationToken cancellationToken)
    {
        // Where projects reference each other in a circle, it is cut at the first one made.
        foreach (CSharpProject project in model.HasCircle ? model.Projects : projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compile(project, cancellationToken);
        }
    }

    /// <summary>Compiles what a project references before the project, without recursion: a chain of projects may be long.</summary>
    private void Compile(CSharpProject last, CancellationToken cancellationToken)
    {
        Stack<(CSharpProject Project, int Next)> open = new([(last, 0)]);
        while (open.TryPop(out (CSharpProject Project, int Next) top))
        {
            CSharpProject? needed = null;
            int next = top.Next;
            for (; next < top.Project.References.Count && needed is null; next++)
            {
                // One under way is in a circle of references: MSBuild refuses it, here the circle is cut.
                CSharpProject reference = top.Project.References[next];
                needed = reference.Files.Count > 0 && reference.Compilation is null && !_underWay.Contains(reference) ? reference : null;
            }

            if (needed is not null)
            {
                _underWay.Add(top.Project);
                open.Push((top.Project, next));
                open.Push((needed, 0));
            }
            else
            {
                top.Project.Compilation ??= Compilation(top.Project, cancellationToken);
            }
        }
    }

    private CSharpCompilation Compilation(CSharpProject project, CancellationToken cancellationToken)
    {
        CompiledProject? last = project.Last;
        CSharpCompilation[] referenced = [.. project.References.Select(reference => reference.Compilation).OfType<CSharpCompilation>()];
        SyntaxTree preamble = last is not null && last.Preamble == project.Preamble && last.Compilation.SyntaxTrees[^1].Options.Equals(project.Options)
            ? last.Compilation.SyntaxTrees[^1]
            : Parsed(project, project.Preamble, "", "Its usings were not taken", cancellationToken) ?? CSharpSyntaxTree.ParseText("", project.Options, cancellationToken: cancellationToken);
        SyntaxTree[] trees = [.. project.Trees.OfType<SyntaxTree>(), preamble];
        CSharpCompilation compilation = last?.Renewed(project.File.AssemblyName, trees, referenced, project.Metadata)
            ?? CSharpCompilation.Create(project.File.AssemblyName, trees, CompiledProject.References(referenced, project.Metadata), s_options);

        // Its references are bound now, after those of what it references; later the file that comes first would do so for all projects, in
        // its own time.
        _ = compilation.Assembly;
        project.Last = new CompiledProject(compilation, referenced, project.Metadata, project.Preamble);
        return compilation;
    }

    private List<MetadataReference> Metadata(CSharpProject project)
    {
        List<MetadataReference> references = [];
        IEnumerable<string> frameworks = project.File.Frameworks.Prepend(SharedFrameworks.Base).SelectMany(FrameworkAssemblies);
        HashSet<string> own = [.. project.References.Select(reference => reference.File.AssemblyName)];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (string path in frameworks.Concat(Packages(project)))
        {
            // The first of a name wins: a package's assembly before the framework's older copy of it, a project before its package.
            string name = Path.GetFileNameWithoutExtension(path);
            if (references.Count < MaxReferences && !own.Contains(name) && names.Add(name) && Opened(path) is { } reference)
            {
                references.Add(reference);
                _origins.Note(path);
            }
        }

        if (references.Count == MaxReferences)
        {
            model.Access.Fail(project.File.Path, FormattableString.Invariant($"It references more than {MaxReferences:N0} assemblies; the rest were not opened."));
        }

        return references;
    }

    /// <summary>Most projects name the same frameworks, whose folders are listed once a run.</summary>
    private IReadOnlyList<string> FrameworkAssemblies(string name)
    {
        if (!_frameworks.TryGetValue(name, out IReadOnlyList<string>? assemblies))
        {
            _frameworks[name] = assemblies = SharedFrameworks.Assemblies(name);
        }

        return assemblies;
    }

    /// <summary>An assembly that many projects reference is looked at once a run.</summary>
    private MetadataReference? Opened(string path)
    {
        if (!_opened.TryGetValue(path, out MetadataReference? reference))
        {
            _opened[path] = reference = MetadataStore.Get(path);
        }

        return reference;
    }

    private IEnumerable<string> Packages(CSharpProject project)
    {
        if (_assets.Assemblies(project.File.Path, project.File.TargetFramework, _origins.Allows) is { Count: > 0 } restored)
        {
            return restored;
        }

        // References flow through projects, so what a referenced project uses is seen too.
        PackageUse[] uses = [.. project.References.Prepend(project).SelectMany(one => one.File.Packages).DistinctBy(use => use.Id, StringComparer.OrdinalIgnoreCase)];
        string[] missing = [.. uses.Where(use => !packages.Has(use)).Select(use => use.Id).Order(StringComparer.OrdinalIgnoreCase)];
        if (missing.Length > 0 && project.File.Path.Length > 0)
        {
            // Files of no project see all projects, whose packages are named with each.
            string names = string.Join(", ", missing.Take(MaxNamed)) + (missing.Length > MaxNamed ? FormattableString.Invariant($" and {missing.Length - MaxNamed} more") : "");
            model.Access.Fail(project.File.Path, $"Packages were not found on this machine: {names}. Calls that need their types have no edges until 'dotnet restore' has run.", FileFailureKind.EdgesIncomplete);
        }

        return packages.Assemblies(uses, project.File.TargetFramework);
    }

    /// <summary>A linked file is parsed again only where the other project's symbols would change it.</summary>
    private SyntaxTree? TreeIn(CSharpProject project, CSharpFile file, CancellationToken cancellationToken)
    {
        if (file.Tree is null || ReferenceEquals(file.Owner, project) || !file.Tree.GetRoot(cancellationToken).ContainsDirectives
            || file.Owner!.File.Constants.SequenceEqual(project.File.Constants, StringComparer.Ordinal))
        {
            return file.Tree;
        }

        try
        {
            _reparsed.Spend(file.Text.Length);
            return LinkedBefore(project, file) ?? Parsed(project, file.Text, file.Source.Path, $"'{file.Source.Path}' is taken with the symbols of another project", cancellationToken) ?? file.Tree;
        }
        catch (ProjectLimitException e)
        {
            model.Access.Fail(project.File.Path, $"Linked files are taken with the symbols of another project: {e.Message}");
            return file.Tree;
        }
    }

    /// <summary>Parses within the bounds of a file, and says where that failed.</summary>
    private SyntaxTree? Parsed(CSharpProject project, string text, string path, string otherwise, CancellationToken cancellationToken)
    {
        ParsedTree parsed = DeepWorkers.Map(
            [text], (one, token) => TreeParser.Parse(path, one, project.Options, token), _ => TreeParser.Limit, _ => new ParsedTree(null, TreeParser.TimedOut(path)), null, cancellationToken)[0];
        if (parsed.Failure is { } failure)
        {
            model.Access.Fail(project.File.Path, $"{otherwise}: {failure.Message}");
        }

        return parsed.Tree;
    }

    private SyntaxTree? LinkedBefore(CSharpProject project, CSharpFile file)
    {
        if (!_before.TryGetValue(project.File.Path, out CSharpProject? before) || !before.Options.Equals(project.Options))
        {
            return null;
        }

        int at = before.Files.FindIndex(one => ReferenceEquals(one.Source, file.Source));
        return at < 0 || ReferenceEquals(before.Trees[at], before.Files[at].ParsedTree) ? null : before.Trees[at];
    }

    /// <summary>
    /// What the SDK would generate: global usings, and the friends of the assembly without their keys,
    /// as nothing is signed here and a key would shut friends out.
    /// </summary>
    private string Preamble(CSharpProject project)
    {
        StringBuilder text = new();
        string usings = string.Concat(project.File.Usings.Select(name => $"global using {name};\n"));
        if (NestingCheck.IsTooDeep(usings))
        {
            model.Access.Fail(project.File.Path, "Its usings were not taken: they are nested too deep.");
        }
        else
        {
            text.Append(usings);
        }

        foreach (string friend in FriendsOf(project).Order(StringComparer.Ordinal))
        {
            text.Append("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"").Append(friend).Append("\")]\n");
        }

        return text.ToString();
    }

    private static HashSet<string> FriendsOf(CSharpProject project)
    {
        HashSet<string> friends = [.. project.File.Friends.Select(WithoutKey), .. project.Files.SelectMany(file => FriendAttributes.In(file.Text)).Take(MaxFriends)];
        friends.RemoveWhere(name => name.Any(c => c is '"' or '\\' or '$' or '\u2028' or '\u2029' || char.IsControl(c)));
        return friends;
    }

    private static string WithoutKey(string name) => name.Split(',')[0].Trim();
}
