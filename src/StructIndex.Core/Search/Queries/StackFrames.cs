using System.Globalization;

namespace StructIndex;

/// <summary>Reads what stands beside a file in a stack frame: its line and its function, where they are words of their own.</summary>
internal static class StackFrames
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The line after a file: <c>a.cs:line 12</c> of .NET, <c>"a.py", line 12</c> of Python; 0 for none.</summary>
    /// <param name="pieces">The runs of the query.</param>
    /// <param name="file">Which of them names the file.</param>
    public static int LineAfter(IReadOnlyList<QueryPiece> pieces, int file)
    {
        int number = pieces[file].Text.EndsWith(":line", IgnoreCase) ? file + 1 : IsAt(pieces, file + 1, "line") ? file + 2 : pieces.Count;
        return number < pieces.Count && int.TryParse(pieces[number].Text.Trim(',', ':', ')', '.'), NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? line : 0;
    }

    /// <summary>The function after a file and its line: <c>"a.py", line 12, in send</c>; null for none.</summary>
    public static string? FunctionAfter(IReadOnlyList<QueryPiece> pieces, int file) =>
        IsAt(pieces, file + 1, "line") && IsAt(pieces, file + 3, "in") && file + 4 < pieces.Count ? QuerySymbols.SymbolIn(pieces[file + 4].Text, alone: true) : null;

    private static bool IsAt(IReadOnlyList<QueryPiece> pieces, int index, string word) => index < pieces.Count && pieces[index].Text.Equals(word, IgnoreCase);
}
