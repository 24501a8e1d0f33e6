using System.Buffers;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// A question that names a symbol and asks who stands in a relation to it: <c>what calls Store.Save?</c>, <c>implementations of IStore</c>,
/// <c>tests of parse_header</c>.
/// </summary>
/// <param name="Relation">The relation.</param>
/// <param name="Symbol">The symbol as written, without marks around it.</param>
internal sealed partial record GraphQuestion(GraphRelation Relation, string Symbol)
{
    private const int MaxLength = 200;

    private static readonly SearchValues<char> s_marks = SearchValues.Create(".:#_`'\"()");

    /// <summary>Reads a question; null where it is none of these, or names no symbol that only code would write.</summary>
    public static GraphQuestion? Of(string query)
    {
        if (query.Length > MaxLength || !MayNameSymbol(query))
        {
            return null;
        }

        Match match = Question().Match(query);
        string symbol = match.Groups["symbol"].Value.Trim('`', '\'', '"');
        symbol = symbol.EndsWith("()", StringComparison.Ordinal) ? symbol[..^2] : symbol;
        return !match.Success || !IsSymbol(symbol, isMarked: symbol.Length < match.Groups["symbol"].Length) ? null : new GraphQuestion(RelationOf(match), symbol);
    }

    private static GraphRelation RelationOf(Match match) =>
        match.Groups["callers"].Success ? GraphRelation.Callers
        : match.Groups["callees"].Success ? GraphRelation.Callees
        : match.Groups["implementations"].Success ? GraphRelation.Implementations : GraphRelation.Tests;

    /// <summary>Whether a text has anything that only names of code have; most questions have not, and are read no further.</summary>
    private static bool MayNameSymbol(string query) => query.AsSpan().ContainsAny(s_marks) || query.AsSpan(Math.Min(1, query.Length)).ContainsAnyInRange('A', 'Z');

    /// <summary>
    /// Whether a word is a name of code: marked as one, dotted, joined or with a capital inside; "what calls save" may be words.
    /// </summary>
    private static bool IsSymbol(string word, bool isMarked) =>
        word.Length > 1 && (isMarked || word.AsSpan().IndexOfAny(".:#_") > 0 || word.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0);

    [GeneratedRegex(
        @"^\s*((?<callees>what\s+does\s+(?<symbol>[\w.:#`'""()]+)\s+(call|use|invoke)|(callees\s+of|calls\s+from)\s+(?<symbol>[\w.:#`'""()]+))"
        + @"|((?<callers>(what|who|which\s+\w+)\s+(calls?|uses?|invokes?)|(callers|usages|uses)\s+of|where\s+(is|are))"
        + @"|(?<implementations>(what|who|which\s+\w+)\s+(implements?|extends?|overrides?|inherits?(\s+from)?)|(implementations|implementers|subclasses|subtypes|overrides|derived\s+\w+)\s+of)"
        + @"|(?<tests>(what|which)(\s+tests?)?\s+(tests?|covers?)|tests?\s+(of|for|covering)))"
        + @"\s+(the\s+)?((method|function|class|type|interface|member)\s+)?(?<symbol>[\w.:#`'""()]+)(\s+(called|used|invoked))?)\s*\??\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
