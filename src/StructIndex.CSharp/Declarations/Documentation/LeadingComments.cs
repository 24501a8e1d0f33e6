using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex;

/// <summary>The comments right above a declaration: its documentation, or plain comments that no blank line parts from it.</summary>
/// <param name="Start">Where they begin; the declaration's own start when there are none.</param>
/// <param name="Xml">Documentation comment without its marks; empty when there is none.</param>
/// <param name="Plain">Plain comments without their marks; empty when there are none.</param>
internal readonly record struct LeadingComments(int Start, string Xml, string Plain)
{
    /// <summary>Reads the comments above a node.</summary>
    public static LeadingComments Of(SyntaxNode node, string text)
    {
        SyntaxToken first = node.GetFirstToken();
        if (!first.HasLeadingTrivia || first.LeadingTrivia.FullSpan.Length < 2)
        {
            return new LeadingComments(node.SpanStart, "", "");
        }

        List<string> xml = [], plain = [];
        int start = node.SpanStart;
        int lineBreaks = 0;
        SyntaxTriviaList trivia = first.LeadingTrivia;
        for (int i = trivia.Count - 1; i >= 0; i--)
        {
            SyntaxTrivia one = trivia[i];
            switch (one.Kind())
            {
                case SyntaxKind.WhitespaceTrivia:
                    continue;
                case SyntaxKind.EndOfLineTrivia:
                    lineBreaks++;
                    continue;
                case SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia:
                    ReadOnlySpan<char> comment = text.AsSpan(one.SpanStart, one.Span.Length);
                    bool isXml = comment.StartsWith("///") && !comment.StartsWith("////") || (comment.StartsWith("/**") && comment.Length > 5);

                    // Documentation counts across blank lines; a plain comment only right above.
                    if (lineBreaks > 1 && (!isXml || plain.Count > 0))
                    {
                        return Result(start, xml, plain);
                    }

                    (isXml ? xml : plain).Add(Unmarked(comment));
                    start = one.SpanStart;
                    lineBreaks = 0;
                    continue;
                default:
                    // A directive, a region, disabled text: what stands above it belongs to something else.
                    if (one.IsDirective && xml.Count == 0 && plain.Count == 0)
                    {
                        lineBreaks = 0;
                        continue;
                    }

                    return Result(start, xml, plain);
            }
        }

        return Result(start, xml, plain);
    }

    private static LeadingComments Result(int start, List<string> xml, List<string> plain)
    {
        xml.Reverse();
        plain.Reverse();
        return new LeadingComments(start, string.Join('\n', xml), string.Join('\n', plain));
    }

    private static string Unmarked(ReadOnlySpan<char> comment)
    {
        if (comment.StartsWith("//"))
        {
            return comment.TrimStart('/').Trim().ToString();
        }

        comment = comment.TrimStart("/").TrimStart('*');
        comment = comment.EndsWith("*/") ? comment[..^2] : comment;
        List<string> lines = [];
        foreach (Range range in comment.ToString().AsSpan().Split('\n'))
        {
            lines.Add(comment[range].Trim().TrimStart('*').Trim().ToString());
        }

        return string.Join('\n', lines).Trim();
    }
}
