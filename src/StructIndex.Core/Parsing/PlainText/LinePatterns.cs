using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Patterns of lines that begin a declaration, from the resource <c>line-declarations.tsv</c>. Built when a language first occurs.
/// </summary>
internal static class LinePatterns
{
    private static readonly FrozenDictionary<string, string[][]> s_rows = DataTable.Rows("line-declarations.tsv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, (UnitKind Kind, Regex Pattern)[]> s_built = new(StringComparer.Ordinal);

    /// <summary>The patterns of a language; empty for one that has none.</summary>
    /// <param name="language">Language name.</param>
    public static (UnitKind Kind, Regex Pattern)[] Of(string language) => s_rows.TryGetValue(language, out string[][]? rows)
        ? s_built.GetOrAdd(language, static (_, rows) => [.. rows.Select(row => (Enum.Parse<UnitKind>(row[1]), Compile(row[2])))], rows)
        : [];

    // Without backtracking the time is linear, whatever the text.
    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);
}
