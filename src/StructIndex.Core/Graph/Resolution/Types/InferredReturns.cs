namespace StructIndex;

/// <summary>
/// Functions that do not say what they give and are written as one expression (<c>fun open() = Reader()</c>), or give what their last line is.
/// </summary>
internal static class InferredReturns
{
    /// <summary>Longer expressions are not looked into.</summary>
    private const int MaxLength = 200;

    /// <summary>The expression that a function gives; null where there is none, or the function says its type.</summary>
    /// <param name="rules">The rules of its language.</param>
    /// <param name="declaration">The function.</param>
    /// <param name="text">Its file.</param>
    public static string? Expression(LanguageRules rules, CodeDeclaration declaration, string text)
    {
        SourceSpan body = declaration.Body;
        if (!rules.Has(ScopeTraits.InferredReturns) || body.Length == 0 || rules.ReturnType(declaration).Length > 0)
        {
            return null;
        }

        ReadOnlySpan<char> written = text.AsSpan(body.Start, body.Length).Trim();
        if (rules.Has(ScopeTraits.BareCalls))
        {
            return Last(written);
        }

        return body.Length > MaxLength || written is not ['=', .. var expression] ? null : expression.Trim().ToString();
    }

    /// <summary>The value of a last line: <c>@engine ||= Engine.new</c>.</summary>
    private static string? Last(ReadOnlySpan<char> body)
    {
        ReadOnlySpan<char> line = body[(body.LastIndexOf('\n') + 1)..].Trim();
        int set = line.IndexOf("= ", StringComparison.Ordinal);
        if (set > 0 && IsVariable(line[..set].TrimEnd('|').TrimEnd()))
        {
            line = line[(set + 2)..].Trim();
        }

        return line.Length is 0 or > MaxLength || line is "end" or "}" ? null : line.ToString();
    }

    private static bool IsVariable(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '@'))
            {
                return false;
            }
        }

        return true;
    }
}
