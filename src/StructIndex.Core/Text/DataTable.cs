using System.Reflection;

namespace StructIndex;

/// <summary>Reads the tab-separated tables embedded in an assembly.</summary>
internal static class DataTable
{
    /// <summary>The rows of a table, cell by cell; empty lines and lines that begin with <c>#</c> and a space are left out.</summary>
    /// <param name="name">File name of the table, for example <c>languages.tsv</c>.</param>
    /// <param name="owner">The assembly that holds it; null for this one.</param>
    public static IEnumerable<string[]> Rows(string name, Assembly? owner = null)
    {
        using Stream stream = (owner ?? typeof(DataTable).Assembly).GetManifestResourceStream($"StructIndex.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return line.Split('\t');
            }
        }
    }
}
