namespace StructIndex;

/// <summary>Include and exclude globs together.</summary>
internal sealed class GlobSet
{
    private readonly Glob[] _include;
    private readonly Glob[] _exclude;

    /// <summary>Reads the globs.</summary>
    /// <param name="include">What is taken; everything when empty.</param>
    /// <param name="exclude">What is left out of that.</param>
    /// <exception cref="ArgumentException">
    /// A glob is malformed; the exception names the parameter <c>options</c>, by which globs come.
    /// </exception>
    public GlobSet(IEnumerable<string> include, IEnumerable<string> exclude)
    {
        _include = [.. include.Select(glob => Glob.Parse(glob, "options"))];
        _exclude = [.. exclude.Select(glob => Glob.Parse(glob, "options"))];
    }

    /// <summary>Whether a file is taken.</summary>
    /// <param name="path">Path relative to the root, separated by <c>/</c>.</param>
    public bool Takes(ReadOnlySpan<char> path) => (_include.Length == 0 || IsAny(_include, path)) && !Excludes(path);

    /// <summary>Whether a file or folder is left out, and all that a folder holds.</summary>
    /// <param name="path">Path relative to the root, separated by <c>/</c>.</param>
    public bool Excludes(ReadOnlySpan<char> path) => IsAny(_exclude, path);

    private static bool IsAny(Glob[] globs, ReadOnlySpan<char> path)
    {
        foreach (Glob glob in globs)
        {
            if (glob.IsMatch(path))
            {
                return true;
            }
        }

        return false;
    }
}
