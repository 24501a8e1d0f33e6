namespace StructIndex;

/// <summary>Comments of roxygen, <c>#' text</c>, without the apostrophe that the number sign leaves.</summary>
internal static class RoxygenMarkup
{
    /// <summary>The text; tags for tools, such as <c>@export</c>, are left out.</summary>
    public static string ToText(string text) => string.Join('\n', text.Split('\n').Select(Line).Where(line => !IsForTools(line)));

    private static string Line(string line) => line.StartsWith('\'') ? line[1..].TrimStart() : line;

    private static bool IsForTools(string line) =>
        line.StartsWith("@export", StringComparison.Ordinal) || line.StartsWith("@import", StringComparison.Ordinal) || line.StartsWith("@keywords", StringComparison.Ordinal)
        || line.StartsWith("@rdname", StringComparison.Ordinal) || line.StartsWith("@noRd", StringComparison.Ordinal) || line.StartsWith("@md", StringComparison.Ordinal);
}
