using System.Xml.Linq;

namespace StructIndex;

/// <content>The items that decide what is compiled, and with what.</content>
internal sealed partial class ProjectReader
{
    /// <summary>Items of one kind: the largest projects known to us have a few thousand.</summary>
    private const int MaxItems = 20_000;

    /// <summary>Usings, whose text is compiled, and what flows into other projects: references, friends.</summary>
    private const int MaxShared = 2_000;

    /// <summary>Characters of a using.</summary>
    private const int MaxUsing = 1_000;

    private int _globs;

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
                foreach (string name in Values(item, "Include"))
                {
                    AddUsing(isStatic ? "static " + name : alias is null ? name : $"{alias} = {name}");
                }

                foreach (string name in Values(item, "Remove"))
                {
                    _usings.Remove(name);
                }

                break;
            case "ProjectReference":
                foreach (string path in Globs(item, "Include").Where(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)))
                {
                    Add(_projects, path, MaxShared);
                }

                break;
            case "PackageReference" or "GlobalPackageReference":
                foreach (string id in Values(item, "Include").Concat(Values(item, "Update")))
                {
                    CheckCount(_packages.Count, MaxShared);
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
                foreach (string name in Values(item, "Include"))
                {
                    Add(_friends, name, MaxShared);
                }

                break;
        }
    }

    private void AddRule(bool includes, string[] globs, string[] excludes)
    {
        if (globs.Length > 0)
        {
            _globs += globs.Length + excludes.Length;
            CheckCount(_globs, MaxItems);
            _access.Kept.Spend(globs.Concat(excludes).Sum(glob => (long)glob.Length));
            _compile.Add(new CompileRule(includes, globs, excludes));
        }
    }

    /// <summary>A using is compiled, and the compiler may not survive one nested without end.</summary>
    private void AddUsing(string text)
    {
        if (text.Length > MaxUsing || NestingCheck.IsTooDeep(text))
        {
            throw new ProjectLimitException($"One of its usings is longer than {MaxUsing} characters or nested too deep.");
        }

        Add(_usings, text, MaxShared);
    }

    private static void Add<T>(List<T> items, T item, int limit)
    {
        items.Add(item);
        CheckCount(items.Count, limit);
    }

    private static void CheckCount(int count, int limit)
    {
        if (count > limit)
        {
            throw new ProjectLimitException(FormattableString.Invariant($"It has more than {limit:N0} items of one kind."));
        }
    }

    /// <summary>Items are relative to the project's folder, whichever file names them.</summary>
    private string[] Globs(XElement item, string attribute)
        => [.. Values(item, attribute).Select(Absolute)];

    private string Absolute(string path)
    {
        _work.Spend(_folder.Length + path.Length);
        return ProjectFolders.Absolute(_folder, path);
    }

    private string[] Values(XElement element, string attribute)
        => (_properties.Expand((string?)element.Attribute(attribute) ?? "") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private string? Metadata(XElement item, string name)
    {
        string? raw = (string?)item.Attribute(name) ?? item.Elements().FirstOrDefault(e => Is(e, name))?.Value;
        return raw is null ? null : _properties.Expand(raw.Trim());
    }
}
