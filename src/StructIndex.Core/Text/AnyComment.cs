namespace StructIndex;

/// <summary>Lines of comment where it does not matter which language they are in.</summary>
internal static class AnyComment
{
    // Marks that hardly any code begins a line with: "#include" and "*p = 0" are none.
    private static readonly string[] s_marks = ["//", "/*", "* ", "*/", "# ", "#!", "--", "{-", ";;", "\"\"\""];

    // Marks that some code begins a line with too.
    private static readonly string[] s_possibleMarks = ["//", "#", "/*", "*", "--", "<!--", ";", "%", "'", "(*", "\"\"\"", "{-"];

    /// <summary>Whether a line, without its indentation, is a comment in most languages.</summary>
    public static bool IsLikely(ReadOnlySpan<char> line) => StartsWithAny(line, s_marks);

    /// <summary>Whether a line, without its indentation, is a comment in some language.</summary>
    public static bool IsPossible(ReadOnlySpan<char> line) => StartsWithAny(line, s_possibleMarks);

    private static bool StartsWithAny(ReadOnlySpan<char> line, string[] marks)
    {
        foreach (string mark in marks)
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
