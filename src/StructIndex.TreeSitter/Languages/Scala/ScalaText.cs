namespace StructIndex;

/// <summary>
/// Gives the grammar of Scala what it knows in the place of what it does not: an instance with its members in braces
/// (<c>given Show with { ... }</c>) is read as one that is made (<c>given Show =new { ... }</c>).
/// </summary>
internal static class ScalaText
{
    private const string Given = "given ";
    private const string With = "with";

    /// <summary>A longer head is left as it is.</summary>
    private const int MaxHead = 600;

    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text)
    {
        char[]? masked = null;
        for (int at = text.IndexOf(Given, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Given, at + Given.Length, StringComparison.Ordinal))
        {
            if ((at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '{' or ';') && WithBefore(text.AsSpan(at, Math.Min(MaxHead, text.Length - at))) is > 0 and var word)
            {
                masked ??= text.ToCharArray();
                "=new".CopyTo(masked.AsSpan(at + word));
            }
        }

        return masked is null ? text : new string(masked);
    }

    /// <summary>Where the word before the first brace begins; -1 where something else stands there.</summary>
    private static int WithBefore(ReadOnlySpan<char> head)
    {
        int depth = 0;
        for (int at = 0; at < head.Length; at++)
        {
            depth += head[at] is '(' or '[' ? 1 : head[at] is ')' or ']' ? -1 : 0;
            if (depth > 0)
            {
                continue;
            }

            if (head[at] is ';' or '"' or '}' || (head[at] == '=' && (at + 1 == head.Length || head[at + 1] != '>')))
            {
                return -1;
            }

            if (head[at] == '{')
            {
                ReadOnlySpan<char> before = head[..at].TrimEnd();
                int word = before.Length - With.Length;
                return word > 0 && before.EndsWith(With, StringComparison.Ordinal) && char.IsWhiteSpace(before[word - 1]) ? word : -1;
            }
        }

        return -1;
    }
}
