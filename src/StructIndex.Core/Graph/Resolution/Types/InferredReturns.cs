namespace StructIndex;

/// <summary>Functions that are written as one expression and do not say what they give: <c>fun open() = Reader()</c>.</summary>
internal static class InferredReturns
{
    /// <summary>Longer expressions are not looked into.</summary>
    private const int MaxLength = 200;

    /// <summary>The expression that a function is; null for a function with statements, or one that says its type.</summary>
    /// <param name="rules">The rules of its language.</param>
    /// <param name="declaration">The function.</param>
    /// <param name="text">Its file.</param>
    public static string? Expression(LanguageRules rules, CodeDeclaration declaration, string text)
    {
        SourceSpan body = declaration.Body;
        if (!rules.Has(ScopeTraits.InferredReturns) || body.Length is 0 or > MaxLength || text[body.Start] != '=' || rules.ReturnType(declaration).Length > 0)
        {
            return null;
        }

        return text.AsSpan(body.Start + 1, body.Length - 1).Trim().ToString();
    }
}
