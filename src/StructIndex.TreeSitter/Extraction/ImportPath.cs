namespace StructIndex;

/// <summary>
/// Reads imports of dotted paths whose last part is the symbol, with alias or selectors:
/// <c>a.b.C</c>, <c>a.b.C as D</c>, <c>a.b.*</c>, <c>a.b._</c>, <c>a.b.{C, D => E}</c>, <c>a.b.{C as D}</c>.
/// </summary>
internal static class ImportPath
{
    /// <param name="written">The import, with its keyword or without.</param>
    /// <param name="names">Gives the strings.</param>
    public static List<ImportedName> Split(ReadOnlySpan<char> written, NamePool names)
    {
        List<ImportedName> imports = [];
        const string Keyword = "import ";
        ReadOnlySpan<char> rest = written.Trim();
        rest = rest.StartsWith(Keyword, StringComparison.Ordinal) ? rest[Keyword.Length..] : rest;
        while (!rest.IsEmpty)
        {
            // Paths are parted by commas, but not by those between braces.
            int brace = rest.IndexOf('{');
            int comma = rest.IndexOf(',');
            if (brace >= 0 && (comma < 0 || brace < comma))
            {
                int close = rest.IndexOf('}');
                close = close < 0 ? rest.Length : close;
                ReadOnlySpan<char> module = rest[..brace].Trim().TrimEnd('.');
                ReadOnlySpan<char> selectors = rest[(brace + 1)..close];
                foreach (Range range in selectors.Split(','))
                {
                    Add(imports, module, selectors[range].Trim(), names);
                }

                rest = rest[close..].TrimStart("}, \r\n\t");
                continue;
            }

            ReadOnlySpan<char> path = (comma < 0 ? rest : rest[..comma]).Trim();
            int end = path.IndexOf(' ');
            int dot = (end < 0 ? path : path[..end]).LastIndexOf('.');
            Add(imports, dot < 0 ? [] : path[..dot], path[(dot + 1)..], names);
            rest = comma < 0 ? [] : rest[(comma + 1)..].TrimStart();
        }

        return imports;
    }

    private static void Add(List<ImportedName> imports, ReadOnlySpan<char> module, ReadOnlySpan<char> selector, NamePool names)
    {
        ReadOnlySpan<char> alias = [];
        foreach (string renames in (ReadOnlySpan<string>)["=>", " as "])
        {
            int at = selector.IndexOf(renames, StringComparison.Ordinal);
            if (at > 0)
            {
                alias = selector[(at + renames.Length)..].Trim();
                selector = selector[..at].Trim();
                break;
            }
        }

        // Hidden (C => _) is not brought in.
        if (selector.IsEmpty || alias is "_")
        {
            return;
        }

        string? name = selector is "_" or "*" or "given" ? "*" : names.Get(selector);
        string path = names.Get(module);
        imports.Add(path.Length == 0 && name is not null ? new ImportedName(name, null, Text(alias, names)) : new ImportedName(path, name, Text(alias, names)));
    }

    private static string? Text(ReadOnlySpan<char> alias, NamePool names) => alias.IsEmpty ? null : names.Get(alias);
}
