using System.IO.Enumeration;

namespace StructIndex;

/// <summary>Matches absolute paths against MSBuild globs: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of folders.</summary>
internal static class PathGlob
{
    /// <summary>Whether the path matches. Both are absolute and <c>/</c>-separated; case does not count, as on the systems most project files are written on.</summary>
    public static bool Matches(string glob, string path)
    {
        if (!glob.AsSpan().ContainsAny('*', '?'))
        {
            return string.Equals(glob, path, StringComparison.OrdinalIgnoreCase);
        }

        return MatchesFrom(glob.Split('/'), 0, path.Split('/'), 0);
    }

    private static bool MatchesName(string glob, string name)
        => string.Equals(glob, name, StringComparison.OrdinalIgnoreCase) || FileSystemName.MatchesSimpleExpression(glob, name, ignoreCase: true);

    private static bool MatchesFrom(string[] glob, int g, string[] path, int p)
    {
        for (; g < glob.Length; g++, p++)
        {
            if (string.Equals(glob[g], "**", StringComparison.Ordinal))
            {
                while (g + 1 < glob.Length && string.Equals(glob[g + 1], "**", StringComparison.Ordinal))
                {
                    g++;
                }

                for (int skip = p; skip < path.Length; skip++)
                {
                    if (g + 1 == glob.Length || MatchesFrom(glob, g + 1, path, skip))
                    {
                        return true;
                    }
                }

                return false;
            }

            if (p >= path.Length || !MatchesName(glob[g], path[p]))
            {
                return false;
            }
        }

        return p == path.Length;
    }
}
