using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Where a word stands in a text, so that many nodes can be asked how often they hold it. Each may be as long as the text, as those of a
/// long chain of calls are, and none of them is read again.
/// </summary>
internal readonly struct TextMarks
{
    private readonly List<int> _places = [];

    /// <summary>Finds the words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where to end.</param>
    /// <param name="words">The words.</param>
    public TextMarks(string text, int start, int end, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            for (int at = text.IndexOf(word, start, end - start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, end - at - word.Length, StringComparison.Ordinal))
            {
                _places.Add(at);
            }
        }

        _places.Sort();
    }

    /// <summary>
    /// How many of the words begin in a node. Of an expression what stands before its first token counts too: that is found without a
    /// descent to it.
    /// </summary>
    public int CountIn(SyntaxNode node)
    {
        Microsoft.CodeAnalysis.Text.TextSpan span = node is ExpressionSyntax ? node.FullSpan : node.Span;
        return Before(span.End) - Before(span.Start);
    }

    private int Before(int position)
    {
        int found = _places.BinarySearch(position);
        return found < 0 ? ~found : found;
    }
}
