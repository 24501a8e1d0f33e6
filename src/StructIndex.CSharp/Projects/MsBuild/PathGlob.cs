using System.IO.Enumeration;

namespace StructIndex;

/// <summary>
/// An MSBuild glob over absolute paths with <c>/</c>: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of folders. Case does
/// not count, as on the systems most project files are written on. Matching takes at most the product of the two lengths.
/// </summary>
internal sealed class PathGlob
{
    private const string AnyFolders = "**";
    private readonly string _start;
    private readonly string[]? _names;

    /// <summary>Reads a glob.</summary>
    public PathGlob(string text)
    {
        int wild = text.AsSpan().IndexOfAny('*', '?');
        _start = wild < 0 ? text : text[..(text.LastIndexOf('/', wild) + 1)];
        _names = wild < 0 ? null : text[_start.Length..].Split('/');
    }

    /// <summary>Whether the path matches.</summary>
    /// <param name="path">An absolute path with <c>/</c>.</param>
    /// <param name="work">What the comparison is taken from.</param>
    public bool Matches(string path, WorkBudget work)
    {
        work.Spend(1);
        if (_names is null)
        {
            return string.Equals(_start, path, StringComparison.OrdinalIgnoreCase);
        }

        return path.StartsWith(_start, StringComparison.OrdinalIgnoreCase) && Matches(_names, path[_start.Length..].Split('/'), work);
    }

    /// <summary>
    /// Where the names do not fit, only the last <c>**</c> need take one folder more: what stands before it fits already.
    /// </summary>
    private static bool Matches(string[] globs, string[] names, WorkBudget work)
    {
        int glob = 0, retryGlob = -1, retryName = 0;
        for (int name = 0; name < names.Length;)
        {
            if (glob < globs.Length && globs[glob] == AnyFolders)
            {
                (retryGlob, retryName) = (++glob, name);
                if (glob == globs.Length)
                {
                    return true;
                }
            }
            else if (glob < globs.Length && MatchesName(globs[glob], names[name], work))
            {
                glob++;
                name++;
            }
            else if (retryGlob >= 0)
            {
                (glob, name) = (retryGlob, ++retryName);
            }
            else
            {
                return false;
            }
        }

        return glob == globs.Length;
    }

    private static bool MatchesName(string glob, string name, WorkBudget work)
    {
        work.Spend(1 + ((long)glob.Length * name.Length / 16));
        return string.Equals(glob, name, StringComparison.OrdinalIgnoreCase) || FileSystemName.MatchesSimpleExpression(glob, name, ignoreCase: true);
    }
}
