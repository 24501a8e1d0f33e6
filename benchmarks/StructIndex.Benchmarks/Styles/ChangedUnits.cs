using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>Which functions of a tree a later commit changed: those of the file before the commit that its hunks touch, found again in the tree by their qualified names.</summary>
/// <param name="git">The repository.</param>
/// <param name="unitsOf">The units that a file has in the tree.</param>
internal sealed partial class ChangedUnits(GitRepository git, Func<string, IEnumerable<CodeUnit>> unitsOf)
{
    private const int MaxUnits = 6;

    /// <summary>The functions; none where they are many, were not there yet, or share their name with others of the file.</summary>
    public IReadOnlyList<StyledTarget> Of(string commit, IReadOnlyList<string> paths)
    {
        List<StyledTarget> found = [];
        foreach (string path in paths)
        {
            if (git.Read($"{commit}^:{path}") is not { } bytes)
            {
                return [];
            }

            CodeUnit[] functions = [.. StyledTree.Parse([new SourceFile(path, Encoding.UTF8.GetString(bytes))]).Units.Where(unit => unit.Kind.IsCallable() || unit.Kind == UnitKind.Property)];
            HashSet<(string, UnitKind)> touched = [];
            foreach (Match hunk in Hunk().Matches(git.Run("diff-tree", "-p", "-U0", "--no-renames", "--no-ext-diff", "--no-textconv", commit, "--", path)))
            {
                int start = int.Parse(hunk.Groups["start"].Value, CultureInfo.InvariantCulture);
                int count = hunk.Groups["count"].Success ? int.Parse(hunk.Groups["count"].Value, CultureInfo.InvariantCulture) : 1;
                // What is only added lies between two lines of the old file, which must both be the function's.
                (int first, int last) = count == 0 ? (start, start + 1) : (start, start + count - 1);
                CodeUnit[] around = [.. functions.Where(unit => count == 0 ? unit.Lines.Contains(first) && unit.Lines.Contains(last) : unit.Lines.Start <= last && unit.Lines.End >= first)];
                touched.UnionWith(around.Where(unit => !Array.Exists(around, inner => inner != unit && unit.Lines.Contains(inner.Lines.Start) && inner.Lines.Count < unit.Lines.Count && inner.Lines.Start <= first && inner.Lines.End >= last)).Select(unit => (unit.QualifiedName, unit.Kind)));
            }

            foreach ((string name, UnitKind kind) in touched)
            {
                CodeUnit[] same = [.. unitsOf(path).Where(unit => unit.QualifiedName == name && unit.Kind == kind)];
                if (same.Length == 1)
                {
                    found.Add(StyledTarget.Of(same[0]));
                }
            }
        }

        return found.Count > MaxUnits ? [] : found;
    }

    [GeneratedRegex(@"^@@ -(?<start>\d+)(,(?<count>\d+))? \+", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hunk();
}
