namespace StructIndex;

/// <summary>What an expression is, as far as functions are handed on by it.</summary>
internal enum ValueExpressionKind
{
    /// <summary>None of these: a number, a text, an operator.</summary>
    Other,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A member of an expression: <c>page.open</c>.</summary>
    Member,

    /// <summary>An element of an expression: <c>handlers["open"]</c>.</summary>
    Element,

    /// <summary>What a call of an expression gives.</summary>
    Call,

    /// <summary>One of several expressions: <c>load if x else read</c>.</summary>
    Choice,

    /// <summary>A list, tuple, set or dictionary that is written out, or made of an expression for each of many.</summary>
    Display,
}
