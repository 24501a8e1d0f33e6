namespace StructIndex;

/// <summary>
/// Go packages by import path. The module's own path is not always among the files, so it is inferred: the longest prefix of import paths
/// whose rest is most often a folder of Go files, or whose last part is the package at the top.
/// </summary>
internal sealed class GoModules : ModuleFinder
{
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly List<string> _prefixes = [];

    /// <summary>Infers the modules of a code base.</summary>
    public GoModules(CodeFiles files)
    {
        Dictionary<string, HashSet<string>> votes = new(StringComparer.Ordinal);
        int[] own = [.. Enumerable.Range(0, files.Files.Count).Where(file => files.Files[file].Rules is GoLanguage)];
        _folders.UnionWith(own.Select(files.FolderOf));
        HashSet<string> topPackages = [.. own.Where(file => files.FolderOf(file).Length == 0).Select(files.PackageOf).Where(name => name.Length > 0)];
        foreach (string import in own.SelectMany(file => files.Files[file].Imports).Select(import => import.Module.Trim('"', '`')).Distinct(StringComparer.Ordinal))
        {
            if (!import.Split('/')[0].Contains('.', StringComparison.Ordinal))
            {
                continue;
            }

            for (int slash = import.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = import.IndexOf('/', slash + 1))
            {
                Vote(votes, import[..slash], import[(slash + 1)..], _folders.Contains(import[(slash + 1)..]));
            }

            Vote(votes, import, "", topPackages.Contains(LastName(import)));
        }

        _prefixes.AddRange(votes.OrderByDescending(vote => vote.Value.Count).ThenBy(vote => vote.Key, StringComparer.Ordinal).Take(1).Select(vote => vote.Key));
    }

    /// <inheritdoc/>
    public override NameScope Find(int file, string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        foreach (string prefix in _prefixes)
        {
            string? folder = module == prefix ? "" : module.StartsWith(prefix + "/", StringComparison.Ordinal) ? module[(prefix.Length + 1)..] : null;
            if (folder is not null && _folders.Contains(folder))
            {
                return NameScope.Folder(folder);
            }
        }

        return NameScope.External;
    }

    /// <summary>The package name that an import path ends with: <c>chi</c> of <c>github.com/go-chi/chi/v5</c>.</summary>
    public static string LastName(string import)
    {
        string[] parts = import.Split('/');
        bool version = parts.Length > 1 && parts[^1].Length > 1 && parts[^1][0] == 'v' && parts[^1].AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        string last = version ? parts[^2] : parts[^1];
        int dot = last.LastIndexOf(".v", StringComparison.Ordinal);
        return dot > 0 ? last[..dot] : last.StartsWith("go-", StringComparison.Ordinal) ? last[3..] : last;
    }

    private static void Vote(Dictionary<string, HashSet<string>> votes, string prefix, string folder, bool isFolder)
    {
        if (isFolder)
        {
            (votes.TryGetValue(prefix, out HashSet<string>? folders) ? folders : votes[prefix] = []).Add(folder);
        }
    }
}
