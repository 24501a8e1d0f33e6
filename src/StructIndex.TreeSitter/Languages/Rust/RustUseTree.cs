namespace StructIndex;

/// <summary>
/// Reads what a <c>use</c> brings in: <c>a::b</c>, <c>a::b as c</c>, <c>a::*</c>, and groups in groups:
/// <c>crate::{ast::{self, Span}, fmt as f}</c>.
/// </summary>
internal static class RustUseTree
{
    private const string Separator = "::";

    /// <summary>Deeper groups are not read.</summary>
    private const int MaxDepth = 16;

    /// <param name="written">What stands behind <c>use</c>.</param>
    /// <param name="names">Gives the strings.</param>
    public static List<ImportedName> Split(ReadOnlySpan<char> written, NamePool names)
    {
        List<ImportedName> imports = [];
        Read(written, "", imports, names, 0);
        return imports;
    }

    private static void Read(ReadOnlySpan<char> tree, string module, List<ImportedName> imports, NamePool names, int depth)
    {
        tree = WithoutComments(tree);
        int brace = tree.IndexOf('{');
        if (brace < 0)
        {
            Add(tree, module, imports, names);
            return;
        }

        int close = tree.LastIndexOf('}');
        if (depth == MaxDepth || close < brace)
        {
            return;
        }

        string inside = Join(module, Path(tree[..brace]), names);
        ReadOnlySpan<char> list = tree[(brace + 1)..close];
        int start = 0;
        for (int at = 0, open = 0; at <= list.Length; at++)
        {
            if (at == list.Length || (list[at] == ',' && open == 0))
            {
                Read(list[start..at], inside, imports, names, depth + 1);
                start = at + 1;
            }
            else if (list[at] is '{' or '}')
            {
                open += list[at] == '{' ? 1 : -1;
            }
        }
    }

    private static void Add(ReadOnlySpan<char> item, string module, List<ImportedName> imports, NamePool names)
    {
        int renames = item.IndexOf(" as ", StringComparison.Ordinal);
        string? alias = renames < 0 ? null : names.Get(item[(renames + 4)..].Trim());
        ReadOnlySpan<char> path = Path(renames < 0 ? item : item[..renames]);
        if (path is "self")
        {
            // The module of the group itself.
            path = module;
            module = "";
        }

        // Underscore: a trait whose methods are brought in, under no name.
        if (path.IsEmpty || alias is "_")
        {
            return;
        }

        int last = path.LastIndexOf(Separator, StringComparison.Ordinal);
        string around = last < 0 ? module : Join(module, path[..last], names);
        string name = names.Get(last < 0 ? path : path[(last + Separator.Length)..]);
        imports.Add(around.Length == 0 ? new ImportedName(name, null, alias) : new ImportedName(around, name, alias));
    }

    private static string Join(string module, ReadOnlySpan<char> path, NamePool names) =>
        module.Length == 0 ? names.Get(path) : path.IsEmpty ? module : names.Get($"{module}{Separator}{path}");

    private static ReadOnlySpan<char> Path(ReadOnlySpan<char> written)
    {
        written = written.Trim();
        written = written.StartsWith(Separator, StringComparison.Ordinal) ? written[Separator.Length..] : written;
        return written.EndsWith(Separator, StringComparison.Ordinal) ? written[..^Separator.Length] : written;
    }

    /// <summary>The part without comments, which stand on lines of their own or behind an item.</summary>
    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> tree)
    {
        if (!tree.Contains("//", StringComparison.Ordinal))
        {
            return tree;
        }

        return string.Join('\n', tree.ToString().Split('\n').Select(line => line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line));
    }
}
