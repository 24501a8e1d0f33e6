using System.Globalization;

namespace StructIndex;

/// <summary>Reads what stands beside a file in a stack frame: its line and its function, where they are words of their own.</summary>
internal static class FrameReader
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The line after a file: <c>a.cs:line 12</c> of .NET, <c>"a.py", line 12</c> of Python; 0 for none.</summary>
    /// <param name="pieces">The words of the query.</param>
    /// <param name="file">Which of them names the file.</param>
    public static int LineAfter(string[] pieces, int file)
    {
        int number = pieces[file].EndsWith(":line", IgnoreCase) ? file + 1 : IsAt(pieces, file + 1, "line") ? file + 2 : pieces.Length;
        return number < pieces.Length && int.TryParse(pieces[number].Trim(',', ':', ')', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? line : 0;
    }

    /// <summary>The function after a file and its line: <c>"a.py", line 12, in send</c>; null for none.</summary>
    public static string? FunctionAfter(string[] pieces, int file)
        => IsAt(pieces, file + 1, "line") && IsAt(pieces, file + 3, "in") && file + 4 < pieces.Length ? QuerySymbols.SymbolIn(pieces[file + 4], alone: true) : null;

    private static bool IsAt(string[] pieces, int index, string word) => index < pieces.Length && pieces[index].Equals(word, IgnoreCase);
}
