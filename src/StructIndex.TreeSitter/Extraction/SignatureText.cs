using System.Text;

namespace StructIndex;

/// <summary>A declaration's header on one line.</summary>
internal static class SignatureText
{
    /// <summary>A longer header is cut: the rest is rarely read, and finds nothing.</summary>
    private const int MaxLength = 400;

    /// <summary>
    /// The text from <paramref name="start"/> to <paramref name="end"/> without comments and attributes, white space collapsed, closing
    /// marks dropped.
    /// </summary>
    public static string Of(string text, int start, int end, List<Trivia> trivia, int firstTrivia)
    {
        StringBuilder line = new();
        int next = firstTrivia;
        bool space = false;
        for (int at = start; at < end && line.Length < MaxLength; at++)
        {
            while (next < trivia.Count && (trivia[next].End <= at || trivia[next].Role == CaptureRole.Signature))
            {
                next++;
            }

            if (next < trivia.Count && trivia[next].Start == at)
            {
                at = trivia[next].End - 1;
                space = line.Length > 0;
                continue;
            }

            char c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                space = line.Length > 0;
                continue;
            }

            // A break after "(" or before ")" is layout, not part of the header.
            if (space && !(line[^1] is '(' or '[') && c is not (')' or ']' or ',' or ';'))
            {
                line.Append(' ');
            }

            space = false;
            line.Append(c);
        }

        return Trim(line);
    }

    private static string Trim(StringBuilder line)
    {
        string signature = line.ToString().TrimEnd();
        while (signature.Length > 1)
        {
            string shorter = signature;
            foreach (string mark in (ReadOnlySpan<string>)["=>", "{", "=", ":", ";", ",", " where", " do", "->", "\\", "; end", " end"])
            {
                if (signature.EndsWith(mark, StringComparison.Ordinal))
                {
                    shorter = signature[..^mark.Length].TrimEnd();
                    break;
                }
            }

            if (shorter.Length == signature.Length)
            {
                break;
            }

            signature = shorter;
        }

        return signature.Replace(",)", ")", StringComparison.Ordinal);
    }
}
