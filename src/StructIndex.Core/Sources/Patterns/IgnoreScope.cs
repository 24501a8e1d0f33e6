namespace StructIndex;

/// <summary>
/// The rules of one <c>.gitignore</c>, and of the folders above it. A deeper file outranks a higher one, a later line an earlier one.
/// </summary>
internal sealed class IgnoreScope
{
    private readonly IgnoreScope? _outer;
    private readonly int _baseLength;
    private readonly IgnoreRule[] _rules;

    private IgnoreScope(IgnoreScope? outer, int baseLength, IgnoreRule[] rules)
    {
        _outer = outer;
        _baseLength = baseLength;
        _rules = rules;
    }

    /// <summary>The scope inside a folder that holds a <c>.gitignore</c>.</summary>
    /// <param name="outer">The scope outside, or null.</param>
    /// <param name="basePath">Path of the folder with a final slash, relative to the repository; empty for its root.</param>
    /// <param name="text">Text of the <c>.gitignore</c>.</param>
    public static IgnoreScope? Enter(IgnoreScope? outer, string basePath, string text)
    {
        List<IgnoreRule> rules = [];
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            ReadOnlySpan<char> line = text.AsSpan()[range];
            if (IgnoreRule.Parse(line.EndsWith('\r') ? line[..^1] : line) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules.Count == 0 ? outer : new IgnoreScope(outer, basePath.Length, [.. rules]);
    }

    /// <summary>Whether git would ignore an entry whose folder it does not ignore.</summary>
    /// <param name="scope">The innermost scope, or null.</param>
    /// <param name="path">Path of the entry relative to the repository.</param>
    /// <param name="isDirectory">Whether the entry is a folder.</param>
    public static bool IsIgnored(IgnoreScope? scope, ReadOnlySpan<char> path, bool isDirectory)
    {
        ReadOnlySpan<char> name = path[(path.LastIndexOf('/') + 1)..];
        for (; scope is not null; scope = scope._outer)
        {
            ReadOnlySpan<char> relative = path[scope._baseLength..];
            for (int i = scope._rules.Length - 1; i >= 0; i--)
            {
                if (scope._rules[i].IsMatch(relative, name, isDirectory))
                {
                    return !scope._rules[i].IsNegated;
                }
            }
        }

        return false;
    }
}
