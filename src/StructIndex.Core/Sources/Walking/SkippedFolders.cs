using System.Collections.Frozen;

namespace StructIndex;

/// <summary>
/// Folders that no walk enters, ignored by git or not: what version control, package managers and interpreters keep for themselves.
/// Names that people also give to their own code (<c>bin</c>, <c>build</c>, <c>vendor</c>) are left to <c>.gitignore</c>.
/// </summary>
internal static class SkippedFolders
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal,
        ".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", "__pycache__", ".venv", ".tox", ".nox", ".mypy_cache", ".gradle", ".terraform", ".vs", ".idea");

    /// <summary>Whether a folder of this name is skipped.</summary>
    /// <param name="name">Name of the folder.</param>
    public static bool Contains(string name) => s_names.Contains(name);
}
