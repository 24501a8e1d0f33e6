namespace StructIndex;

/// <summary>Reads what each file is for from its units and its path.</summary>
internal static class FileRoleReader
{
    private static readonly HashSet<string> s_privateFolders = new(StringComparer.OrdinalIgnoreCase) { "internal", "_internal", "internals", "private", "impl", "_private", "detail", "details" };

    private static readonly HashSet<string> s_compatibilityWords = new(StringComparer.Ordinal) { "compat", "compatibility", "legacy", "deprecated", "shim", "polyfill", "obsolete", "old" };

    // Of folders and of files; the second list says it of folders alone, since a file of that name is as likely about the thing.
    private static readonly HashSet<string> s_platforms = new(StringComparer.OrdinalIgnoreCase)
    {
        "win", "win32", "win64", "windows", "winrt", "uwp", "android", "ios", "darwin", "macos", "osx", "linux", "freebsd", "openbsd", "netbsd", "bsd", "aix", "sunos", "solaris",
        "os390", "haiku", "qnx", "cygwin", "wasm", "wasi", "emscripten",
    };

    private static readonly HashSet<string> s_platformFolders = new(StringComparer.OrdinalIgnoreCase) { "jvm", "js", "native", "browser", "node", "deno", "apple" };

    private static readonly HashSet<string> s_headerExtensions = new(StringComparer.Ordinal) { ".h", ".hh", ".hpp", ".hxx", ".mli", ".pyi" };

    // A language with less than this share of the files of the code is not what questions are about.
    private const double RareShare = .1;

    /// <summary>The roles of each file.</summary>
    public static FileRoles[] Read(IndexContents contents)
    {
        Dictionary<string, int> newest = NewestVersions(contents);
        Dictionary<string, FileRoles> folders = new(StringComparer.Ordinal);
        FileRoles[] roles = new FileRoles[contents.FileCount];
        Dictionary<string, int> languages = Enumerable.Range(0, contents.FileCount).CountBy(file => LanguageOf(contents, file), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int code = languages.Where(entry => !LanguageCatalog.IsProse(entry.Key)).Sum(entry => entry.Value);
        bool hasSources = 2 * Enumerable.Range(0, contents.FileCount).Count(file => s_headerExtensions.Contains(Path.GetExtension(contents.PathOf(file)))) < languages.Where(entry => contents.FactsOf(entry.Key).Traits.HasFlag(ScopeTraits.Includes)).Sum(entry => entry.Value);
        for (int file = 0; file < roles.Length; file++)
        {
            string path = contents.PathOf(file);
            roles[file] = OfUnits(contents, file) | OfPath(path, folders) | OfVersion(path, newest)
                | (LanguageCatalog.IsProse(LanguageOf(contents, file)) ? FileRoles.Prose
                    : languages[LanguageOf(contents, file)] < RareShare * code ? FileRoles.RareLanguage : FileRoles.None)
                | (s_headerExtensions.Contains(Path.GetExtension(path)) && (hasSources || path[^1] == 'i') || path.EndsWith(".d.ts", StringComparison.Ordinal) ? FileRoles.Header : FileRoles.None)
                | (FileNames.IsEntry(path) ? FileRoles.Entry : FileRoles.None);
        }

        return roles;
    }

    private static string LanguageOf(IndexContents contents, int file) => contents.Units[contents.FileStarts[file]].Language;

    private static FileRoles OfUnits(IndexContents contents, int file)
    {
        (int start, int end) = (contents.FileStarts[file], contents.FileStarts[file + 1]);
        Span<int> counts = stackalloc int[4];
        for (int unit = start; unit < end; unit++)
        {
            counts[(int)contents.Units[unit].Role]++;
        }

        int half = (end - start + 1) / 2;
        return (counts[(int)UnitRole.Test] >= half ? FileRoles.Test : FileRoles.None)
            | (counts[(int)UnitRole.Example] >= half ? FileRoles.Example : FileRoles.None)
            | (counts[(int)UnitRole.Generated] >= half ? FileRoles.Generated : FileRoles.None);
    }

    // Files share their folders, whose names are read once.
    private static FileRoles OfPath(string path, Dictionary<string, FileRoles> folders)
    {
        string[] segments = path.Split('/');
        FileRoles roles = OfSegment(segments[^1]) | (segments[^1].StartsWith('_') && !segments[^1].StartsWith("__", StringComparison.Ordinal) ? FileRoles.Private : FileRoles.None);
        foreach (string folder in segments.AsSpan(..^1))
        {
            if (!folders.TryGetValue(folder, out FileRoles known))
            {
                folders[folder] = known = OfSegment(folder)
                    | (s_platformFolders.Contains(folder) ? FileRoles.Platform : FileRoles.None)
                    | (s_privateFolders.Contains(folder) ? FileRoles.Private : FileRoles.None);
            }

            roles |= known;
        }

        return roles;
    }

    private static FileRoles OfSegment(string segment) => (HasPlatform(LexicalTokens.WithoutExtension(segment)) ? FileRoles.Platform : FileRoles.None)
        | (IdentifierWords.ToLowerWords(segment).Any(s_compatibilityWords.Contains) ? FileRoles.Compatibility : FileRoles.None);

    // linux-inotify.c, poll_windows.go: the last or the first word of several.
    private static bool HasPlatform(ReadOnlySpan<char> stem)
    {
        int first = stem.IndexOfAny('-', '_', '.'), last = stem.LastIndexOfAny('-', '_', '.');
        return s_platforms.Contains(stem.ToString()) || (first > 0 && (s_platforms.Contains(stem[..first].ToString()) || s_platforms.Contains(stem[(last + 1)..].ToString())));
    }

    // The newest version of each place in the tree: "src/v4/core" is version 4 of "src/v*".
    private static Dictionary<string, int> NewestVersions(IndexContents contents)
    {
        Dictionary<string, int> newest = new(StringComparer.Ordinal);
        for (int file = 0; file < contents.FileCount; file++)
        {
            foreach ((string place, int version) in VersionFolders.Of(contents.PathOf(file)))
            {
                newest[place] = Math.Max(newest.GetValueOrDefault(place), version);
            }
        }

        return newest;
    }

    private static FileRoles OfVersion(string path, Dictionary<string, int> newest) =>
        VersionFolders.Of(path).Any(entry => entry.Version < newest[entry.Place]) ? FileRoles.OldVersion : FileRoles.None;
}
