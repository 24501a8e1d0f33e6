using System.Xml;
using System.Xml.Linq;

namespace StructIndex;

/// <summary>
/// Reads a project file and what it imports as XML: properties, <c>Compile</c>, <c>Using</c> and reference items, with their conditions,
/// for the newest of its target frameworks. Nothing of the repository is run.
/// </summary>
internal sealed partial class ProjectReader
{
    /// <summary>Imports, groups and choices nested in one another.</summary>
    private const int MaxDepth = 32;

    /// <summary>Work that one project may cost: a hundred times what those of large repositories need.</summary>
    private const long MaxWork = 50_000_000;

    private readonly PropertyBag _properties;
    private readonly ProjectAccess _access;
    private readonly XmlFiles _files;
    private readonly WorkBudget _work;
    private readonly string _path;
    private readonly string _folder;
    private readonly List<CompileRule> _compile = [];
    private readonly List<string> _usings = [];
    private readonly List<string> _projects = [];
    private readonly Dictionary<string, string?> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _frameworks = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _friends = [];
    private readonly HashSet<string> _imported = new(StringComparer.OrdinalIgnoreCase);
    private bool _isSdkStyle;

    private ProjectReader(string path, ProjectAccess access, XmlFiles files, WorkBudget work)
    {
        _access = access;
        _files = files;
        _work = work;
        _properties = new PropertyBag(access, work);
        _path = path;
        _folder = ProjectFolders.FolderOf(path);
    }

    /// <summary>Reads the project; null, with a failure noted, when the file cannot be taken.</summary>
    /// <param name="path">Absolute path with <c>/</c>.</param>
    /// <param name="from">Absolute path of the project that references it; its own where it was found.</param>
    /// <param name="access">What may be read; takes the failures.</param>
    /// <param name="files">What other projects have read already; null for nothing.</param>
    public static ProjectFile? Read(string path, string from, ProjectAccess access, XmlFiles? files = null)
    {
        try
        {
            return Evaluate(path, from, access, files ?? new XmlFiles(access), new WorkBudget(MaxWork, "steps of work for one project file", access.Budget));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever a project file holds is its own loss.
            access.Fail(path, $"The project file was not taken: {e.Message}");
            return null;
        }
    }

    private static ProjectFile Evaluate(string path, string from, ProjectAccess access, XmlFiles files, WorkBudget work)
    {
        // Which frameworks there are is itself a property, so the file is read twice.
        ProjectReader first = new(path, access, files, work);
        first.Evaluate("", from);
        string all = first._properties["TargetFrameworks"].Length > 0 ? first._properties["TargetFrameworks"] : first._properties["TargetFramework"];
        string framework = TargetFrameworkName.Newest(all.Split(';', StringSplitOptions.TrimEntries));
        if (framework.Length > 0 && !TargetFrameworkName.IsKnown(framework))
        {
            access.Fail(path, $"The target framework '{(framework.Length > 64 ? framework[..64] + "..." : framework)}' is not known, so its symbols are not defined.");
        }

        ProjectReader second = new(path, access, files, work);
        second.Evaluate(framework, from);
        return second.Result(framework);
    }

    private void Evaluate(string framework, string from)
    {
        if (framework.Length > 0)
        {
            _properties.Fix("TargetFramework", framework);
            _properties["TargetFrameworkIdentifier"] = TargetFrameworkName.Identifier(framework);
        }

        string name = Path.GetFileNameWithoutExtension(_path);
        foreach ((string key, string value) in (ReadOnlySpan<(string, string)>)
        [
            ("MSBuildProjectDirectory", _folder), ("MSBuildProjectFullPath", _path), ("MSBuildProjectName", name),
            ("MSBuildProjectFile", Path.GetFileName(_path)), ("MSBuildProjectExtension", ".csproj"), ("AssemblyName", name),
            ("Configuration", "Debug"), ("Platform", "AnyCPU"), ("OS", OperatingSystem.IsWindows() ? "Windows_NT" : "Unix"), ("Language", "C#"),
        ])
        {
            _properties[key] = value;
        }

        XElement project = Load(_path, from);
        string sdk = (string?)project.Attribute("Sdk") ?? string.Join(';', project.Elements().Where(e => Is(e, "Sdk")).Select(e => (string?)e.Attribute("Name")));
        sdk = sdk.Length > 0 ? sdk : (string?)project.Descendants().FirstOrDefault(e => Is(e, "Import") && e.Attribute("Sdk") is not null)?.Attribute("Sdk") ?? "";
        _isSdkStyle = sdk.Length > 0;
        _properties["UsingMicrosoftNETSdk"] = _isSdkStyle ? "true" : "";
        AddImplicitUsings(sdk);
        ImportAbove("Directory.Build.props");
        ImportAbove("Directory.Packages.props");
        Apply(project, _path, 0);
        ImportAbove("Directory.Build.targets");
    }

    private ProjectFile Result(string framework)
    {
        // The SDK's own glob comes before every item of the project.
        bool globs = _isSdkStyle && !IsFalse("EnableDefaultItems") && !IsFalse("EnableDefaultCompileItems");
        List<CompileRule> rules = globs ? [new CompileRule(true, [_folder + "/**/*.cs"], [_folder + "/bin/**", _folder + "/obj/**", _folder + "/**/.*/**"])] : [];
        rules.AddRange(_compile);
        List<string> constants = [.. _properties["DefineConstants"].Split([';', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        _access.Kept.Spend(constants.Sum(constant => (long)constant.Length) + _usings.Concat(_projects).Concat(_friends).Concat(_frameworks).Concat(_packages.Keys).Sum(text => (long)text.Length));
        constants.AddRange(["DEBUG", "TRACE", .. TargetFrameworkName.Constants(framework)]);
        return new ProjectFile
        {
            Path = _path,
            AssemblyName = _properties["AssemblyName"],
            RootNamespace = _properties["RootNamespace"] is { Length: > 0 } space ? space : Path.GetFileNameWithoutExtension(_path).Replace(' ', '_').Replace('-', '_'),
            TargetFramework = framework,
            Constants = [.. constants.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Usings = [.. _usings.Distinct(StringComparer.Ordinal)],
            Compile = rules,
            ProjectReferences = [.. _projects.Distinct(StringComparer.OrdinalIgnoreCase)],
            Packages = [.. _packages.Select(package => new PackageUse(package.Key, package.Value ?? _versions.GetValueOrDefault(package.Key)))],
            Frameworks = [.. _frameworks.Order(StringComparer.Ordinal)],
            Friends = [.. _friends.Distinct(StringComparer.Ordinal)],
        };
    }

    private bool IsFalse(string property) => string.Equals(_properties[property], "false", StringComparison.OrdinalIgnoreCase);

    private void AddImplicitUsings(string sdk)
    {
        _usings.AddRange(ImplicitUsings.Base);
        if (sdk.Contains("Sdk.Web", StringComparison.OrdinalIgnoreCase))
        {
            _frameworks.Add("Microsoft.AspNetCore.App");
            _usings.AddRange(ImplicitUsings.Web);
        }
        else if (sdk.Contains("Sdk.Worker", StringComparison.OrdinalIgnoreCase))
        {
            _usings.AddRange(ImplicitUsings.Worker);
        }
        else if (sdk.Contains("Sdk.Razor", StringComparison.OrdinalIgnoreCase) || sdk.Contains("Sdk.BlazorWebAssembly", StringComparison.OrdinalIgnoreCase))
        {
            _frameworks.Add("Microsoft.AspNetCore.App");
        }
    }

    private void ImportAbove(string file)
    {
        if (_access.FolderAbove(_folder, file) is { } folder)
        {
            string path = folder.TrimEnd('/') + "/" + file;
            Import(path, path, 1);
        }
    }

    private void Import(string path, string from, int depth)
    {
        if (!_access.FileExists(path, from) || !_imported.Add(path))
        {
            return;
        }

        XElement root;
        try
        {
            root = Load(path, from);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _access.Fail(path, $"The imported file was not taken: {e.Message}");
            return;
        }

        Apply(root, path, depth);
    }

    private void Apply(XElement root, string file, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ProjectLimitException($"Its imports and groups are nested more than {MaxDepth} deep.");
        }

        foreach (XElement element in root.Elements())
        {
            _properties.Force("MSBuildThisFileDirectory", ProjectFolders.FolderOf(file) + "/");
            _properties.Force("MSBuildThisFile", Path.GetFileName(file));
            _properties.Force("MSBuildThisFileFullPath", file);
            switch (element.Name.LocalName)
            {
                case "PropertyGroup" when Holds(element, orElse: false):
                    foreach (XElement property in element.Elements().Where(property => Holds(property, orElse: false)))
                    {
                        _properties[property.Name.LocalName] = _properties.Expand(property.Value.Trim()) ?? "";
                    }

                    break;
                case "ItemGroup" when Holds(element, orElse: true):
                    foreach (XElement item in element.Elements().Where(item => Holds(item, orElse: true)))
                    {
                        AddItem(item);
                    }

                    break;
                case "Import" when Holds(element, orElse: true) && element.Attribute("Sdk") is null:
                    ImportNamed(element, file, depth + 1);
                    break;
                case "ImportGroup" when Holds(element, orElse: true):
                    Apply(element, file, depth + 1);
                    break;
                case "Choose":
                    Choose(element, file, depth);
                    break;
            }
        }
    }

    private void ImportNamed(XElement element, string file, int depth)
    {
        _properties.MissedAny = false;
        foreach (string value in Values(element, "Project"))
        {
            string path = ProjectFolders.Absolute(ProjectFolders.FolderOf(file), value);
            if (!_properties.MissedAny && !_access.Allows(path, file))
            {
                // Where a property is unknown the path is one that MSBuild would not see either.
                _access.Fail(file, $"Its import of {_access.Relative(path)} was not opened, since that lies outside the root.");
            }

            Import(path, file, depth);
        }
    }

    private void Choose(XElement choose, string file, int depth)
    {
        XElement? taken = choose.Elements().FirstOrDefault(e => Is(e, "When") && Holds(e, orElse: false))
            ?? choose.Elements().FirstOrDefault(e => Is(e, "Otherwise"));
        if (taken is not null)
        {
            Apply(taken, file, depth + 1);
        }
    }

    private bool Holds(XElement element, bool orElse)
    {
        string? condition = (string?)element.Attribute("Condition");
        _work.Spend(1 + (condition?.Length ?? 0));
        return MsBuildCondition.Holds(condition, _properties) ?? orElse;
    }

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    private XElement Load(string path, string from)
    {
        (XElement root, int bytes) = _files.Read(path, from);
        _work.Spend(bytes);
        return root;
    }
}
