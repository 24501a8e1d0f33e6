namespace StructIndex;

/// <summary>Paths as an index has them: relative to its root, separated by <c>/</c>, without steps that lead nowhere.</summary>
internal static class SourcePath
{
    /// <summary>
    /// The path without a drive, a leading <c>/</c>, <c>./</c>, doubled separators and <c>folder/..</c>, with <c>/</c> for <c>\</c>. Only
    /// <c>..</c> at its start stays, where nothing is known of the folder above.
    /// </summary>
    public static string Normal(string path)
    {
        if (IsNormal(path))
        {
            return path;
        }

        ReadOnlySpan<char> rest = path is [var letter, ':', ..] && char.IsAsciiLetter(letter) ? path.AsSpan(2) : path;
        List<string> parts = [];
        foreach (Range range in rest.SplitAny('/', '\\'))
        {
            string part = rest[range].ToString();
            if (part == ".." && parts is [.., not ".."])
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool IsNormal(string path) =>
        !(path is ['/' or '.', ..] or [_, ':', ..] || path.Contains('\\', StringComparison.Ordinal) || path.Contains("//", StringComparison.Ordinal)
            || path.Contains("/.", StringComparison.Ordinal) || path.EndsWith('/'));
}
