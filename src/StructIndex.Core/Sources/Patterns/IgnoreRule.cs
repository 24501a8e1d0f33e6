namespace StructIndex;

/// <summary>One line of a <c>.gitignore</c>.</summary>
internal readonly struct IgnoreRule
{
    private readonly string _pattern;
    private readonly int _literal;
    private readonly bool _directoryOnly;
    private readonly bool _nameOnly;

    private IgnoreRule(string pattern, bool isNegated, bool directoryOnly, bool nameOnly)
    {
        _pattern = pattern;
        _literal = Wildcards.LiteralLength(pattern);
        IsNegated = isNegated;
        _directoryOnly = directoryOnly;
        _nameOnly = nameOnly;
    }

    /// <summary>Whether what matches is kept rather than ignored.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads one line; null when it holds no rule.</summary>
    /// <param name="line">The line without its break.</param>
    public static IgnoreRule? Parse(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] == '#')
        {
            return null;
        }

        line = TrimTrailingSpaces(line);
        bool negated = line.StartsWith('!');
        line = negated ? line[1..] : line;
        bool directoryOnly = line.EndsWith('/');
        line = directoryOnly ? line[..^1] : line;
        bool nameOnly = !line.Contains('/');
        line = line.StartsWith('/') ? line[1..] : line;
        return line.IsEmpty ? null : new IgnoreRule(line.ToString(), negated, directoryOnly, nameOnly);
    }

    /// <summary>Whether the rule speaks of this entry.</summary>
    /// <param name="path">Path relative to the folder of the file that holds the rule.</param>
    /// <param name="name">Last segment of the path.</param>
    /// <param name="isDirectory">Whether the entry is a folder.</param>
    public bool IsMatch(ReadOnlySpan<char> path, ReadOnlySpan<char> name, bool isDirectory)
    {
        if (_directoryOnly && !isDirectory)
        {
            return false;
        }

        // As in git, the literal start is compared first and the rest is a pattern of its own.
        ReadOnlySpan<char> text = _nameOnly ? name : path;
        ReadOnlySpan<char> pattern = _pattern;
        return text.StartsWith(pattern[.._literal]) &&
            (_literal == pattern.Length ? text.Length == _literal : Wildcards.IsMatch(pattern[_literal..], text[_literal..]));
    }

    /// <summary>Trailing spaces do not count unless a backslash stands before them.</summary>
    private static ReadOnlySpan<char> TrimTrailingSpaces(ReadOnlySpan<char> line)
    {
        int end = 0;
        for (int i = 0; i < line.Length; i++)
        {
            bool escaped = line[i] == '\\';
            if (escaped && ++i == line.Length)
            {
                return line;
            }

            end = escaped || line[i] != ' ' ? i + 1 : end;
        }

        return line[..end];
    }
}
