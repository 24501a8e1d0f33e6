using System.Xml;
using System.Xml.Linq;

namespace StructIndex;

/// <summary>
/// Reads a project file and what it imports as XML: properties, <c>Compile</c>, <c>Using</c> and reference items, with their conditions,
/// for the newest of its target frameworks. Nothing of the repository is run.
/// </summary>
internal sealed class ProjectReader
{
    private const int MaxImportDepth = 16;

    private readonly PropertyBag _properties = new();
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

    private ProjectReader(string path)
    {
        _path = path;
        _folder = ProjectFolders.FolderOf(path);
    }

    /// <summary>Reads the project; null when the file cannot be read or is no XML.</summary>
    /// <param name="path">Absolute path.</param>
    public static ProjectFile? Read(string path)
    {
        path = ProjectFolders.Normal(path);

        // Which frameworks there are is itself a property, so the file is read twice.
        ProjectReader first = new(path);
        if (!first.Evaluate(""))
        {
            return null;
        }

        string all = first._properties["TargetFrameworks"].Length > 0 ? first._properties["TargetFrameworks"] : first._properties["TargetFramework"];
        string framework = TargetFrameworkName.Newest(all.Split(';', StringSplitOptions.TrimEntries));
        ProjectReader second = new(path);
        second.Evaluate(framework);
        return second.Result(framework);
    }

    private bool Evaluate(string framework)
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

        if (Load(_path) is not { } project)
        {
            return false;
        }

        string sdk = (string?)project.Attribute("Sdk") ?? string.Join(';', project.Elements().Where(e => Is(e, "Sdk")).Select(e => (string?)e.Attribute("Name")));
        sdk = sdk.Length > 0 ? sdk : (string?)project.Descendants().FirstOrDefault(e => Is(e, "Import") && e.Attribute("Sdk") is not null)?.Attribute("Sdk") ?? "";
        _isSdkStyle = sdk.Length > 0;
        _properties["UsingMicrosoftNETSdk"] = _isSdkStyle ? "true" : "";
        AddImplicitUsings(sdk);
        ImportAbove("Directory.Build.props");
        ImportAbove("Directory.Packages.props");
        Apply(project, _path, 0);
        ImportAbove("Directory.Build.targets");
        return true;
    }

    private ProjectFile Result(string framework)
    {
        // The SDK's own glob comes before every item of the project.
        bool globs = _isSdkStyle && !IsFalse("EnableDefaultItems") && !IsFalse("EnableDefaultCompileItems");
        List<CompileRule> rules = globs ? [new CompileRule(true, [_folder + "/**/*.cs"], [_folder + "/bin/**", _folder + "/obj/**", _folder + "/**/.*/**"])] : [];
        rules.AddRange(_compile);
        List<string> constants = [.. _properties["DefineConstants"].Split([';', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        constants.AddRange(["DEBUG", "TRACE", .. TargetFrameworkName.Constants(framework)]);
        return new ProjectFile
        {
            Path = _path,
            AssemblyName = _properties["AssemblyName"],
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
        else if (sdk.Contains("Sdk.Razor", StringComparison.OrdinalIgnoreCase))
        {
            _frameworks.Add("Microsoft.AspNetCore.App");
        }
    }

    private void ImportAbove(string file)
    {
        if (ProjectFolders.FolderAbove(_folder, file) is { } folder)
        {
            Import(folder + "/" + file, 1);
        }
    }

    private void Import(string path, int depth)
    {
        if (depth <= MaxImportDepth && File.Exists(path) && _imported.Add(path) && Load(path) is { } root)
        {
            Apply(root, path, depth);
        }
    }

    private void Apply(XElement root, string file, int depth)
    {
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
                    foreach (string path in Values(element, "Project"))
                    {
                        Import(ProjectFolders.Absolute(ProjectFolders.FolderOf(file), path), depth + 1);
                    }

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

    private void Choose(XElement choose, string file, int depth)
    {
        XElement? taken = choose.Elements().FirstOrDefault(e => Is(e, "When") && Holds(e, orElse: false))
            ?? choose.Elements().FirstOrDefault(e => Is(e, "Otherwise"));
        if (taken is not null && depth < MaxImportDepth)
        {
            Apply(taken, file, depth + 1);
        }
    }

    private void AddItem(XElement item)
    {
        switch (item.Name.LocalName)
        {
            case "Compile":
                string[] excludes = Globs(item, "Exclude");
                AddRule(includes: true, Globs(item, "Include"), excludes);
                AddRule(includes: false, Globs(item, "Remove"), []);
                break;
            case "Using":
                bool isStatic = string.Equals(Metadata(item, "Static"), "true", StringComparison.OrdinalIgnoreCase);
                string? alias = Metadata(item, "Alias");
                _usings.AddRange(Values(item, "Include").Select(name => isStatic ? "static " + name : alias is null ? name : $"{alias} = {name}"));
                foreach (string name in Values(item, "Remove"))
                {
                    _usings.Remove(name);
                }

                break;
            case "ProjectReference":
                _projects.AddRange(Globs(item, "Include").Where(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)));
                break;
            case "PackageReference" or "GlobalPackageReference":
                foreach (string id in Values(item, "Include").Concat(Values(item, "Update")))
                {
                    _packages[id] = Metadata(item, "VersionOverride") ?? Metadata(item, "Version") ?? _packages.GetValueOrDefault(id);
                }

                foreach (string id in Values(item, "Remove"))
                {
                    _packages.Remove(id);
                }

                break;
            case "PackageVersion":
                foreach (string id in Values(item, "Include").Concat(Values(item, "Update")))
                {
                    _versions[id] = Metadata(item, "Version") ?? "";
                }

                break;
            case "FrameworkReference":
                _frameworks.UnionWith(Values(item, "Include"));
                break;
            case "InternalsVisibleTo":
                _friends.AddRange(Values(item, "Include"));
                break;
        }
    }

    private void AddRule(bool includes, string[] globs, string[] excludes)
    {
        if (globs.Length > 0)
        {
            _compile.Add(new CompileRule(includes, globs, excludes));
        }
    }

    /// <summary>Items are relative to the project's folder, whichever file names them.</summary>
    private string[] Globs(XElement item, string attribute)
        => [.. Values(item, attribute).Select(path => ProjectFolders.Absolute(_folder, path))];

    private string[] Values(XElement element, string attribute)
        => (_properties.Expand((string?)element.Attribute(attribute) ?? "") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string? Metadata(XElement item, string name)
    {
        string? raw = (string?)item.Attribute(name) ?? item.Elements().FirstOrDefault(e => Is(e, name))?.Value;
        return raw is null ? null : _properties.Expand(raw.Trim());
    }

    private bool Holds(XElement element, bool orElse) => MsBuildCondition.Holds((string?)element.Attribute("Condition"), _properties) ?? orElse;

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    private static XElement? Load(string path)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 16 << 20 });
            return XDocument.Load(reader).Root;
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
