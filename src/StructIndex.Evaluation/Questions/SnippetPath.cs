namespace StructIndex;

/// <summary>
/// Paths for snippets that have none, or share one. What tells them apart is made of marks, not of letters or digits, so that the path
/// holds no word that a query could find.
/// </summary>
internal static class SnippetPath
{
    private const string Marks = "~+!=";

    /// <summary>A path of a title, with the number of the snippet before its extension.</summary>
    public static string Of(string title, int number)
    {
        int dot = title.LastIndexOf('.');
        int at = dot > title.LastIndexOf('/') + 1 ? dot : title.Length;
        string marks = "~";
        for (int rest = number; rest > 0; rest /= Marks.Length)
        {
            marks += Marks[rest % Marks.Length];
        }

        return title.Insert(at, marks);
    }
}
