namespace StructIndex.Benchmarks;

/// <summary>Whether a text names a file.</summary>
internal static class NamedTarget
{
    private const int MinStem = 4;

    /// <summary><c>path</c> where the text holds a file's name with its extension or its path (dots may stand for slashes), <c>stem</c> where it holds the name's words side by side, else <c>no</c>.</summary>
    public static string Of(string text, IEnumerable<string> paths)
    {
        string words = Joined(text);
        bool stem = false;
        foreach (string path in paths)
        {
            string name = Path.GetFileName(path), plain = name[..(name.IndexOf('.', 1) is var dot and > 0 ? dot : name.Length)];
            string folder = Path.GetDirectoryName(path)!.Replace('\\', '/');
            string parent = Path.GetFileName(folder);
            bool hasPath = text.Contains(name, StringComparison.Ordinal)
                || (parent.Length > 0 && (text.Contains($"{parent}/{plain}", StringComparison.Ordinal) || text.Contains($"{parent}.{plain}", StringComparison.Ordinal)));
            if (hasPath)
            {
                return "path";
            }

            string joined = Joined(plain).Trim();
            stem |= joined.Length >= MinStem && Holds(words, joined);
        }

        return stem ? "stem" : "no";
    }

    // `virtual response`, `virtual_response` and `VirtualResponse` are the same words.
    private static string Joined(string text) => " " + string.Join(' ', IdentifierWords.ToLowerWords(text)) + " ";

    private static bool Holds(string words, string stem) =>
        words.Contains($" {stem} ", StringComparison.Ordinal) || words.Contains($" {stem.Replace(" ", "", StringComparison.Ordinal)} ", StringComparison.Ordinal);
}
