namespace StructIndex;

/// <summary>The languages StructIndex knows, and how a file tells its own.</summary>
public static class LanguageCatalog
{
    /// <summary>The language of text that is nothing else.</summary>
    public const string PlainText = "text";

    /// <summary>The language of a file by its name, extension or first line; null when it is none that the catalog knows.</summary>
    /// <param name="path">Path or file name.</param>
    /// <param name="text">The text, for a <c>#!</c> line; may be empty.</param>
    public static string? Detect(string path, ReadOnlySpan<char> text) => null;
}
