using System.Reflection;

namespace StructIndex;

/// <summary>Reads the embedded data files.</summary>
internal static class WordLists
{
    /// <summary>The lines of a file, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"StructIndex.{file}")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
