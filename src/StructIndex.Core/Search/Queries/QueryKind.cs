namespace StructIndex;

/// <summary>What a query is, as far as its form tells.</summary>
internal enum QueryKind
{
    /// <summary>Words, with or without symbols among them.</summary>
    Sentence,

    /// <summary>
    /// The title of a change, as commits and issues have: it begins with a word that asks for a change (<see cref="RequestWords"/>) or with a capital letter, and
    /// does not end as a sentence does.
    /// </summary>
    Title,

    /// <summary>A whole sentence, as documentation has: it begins with a capital letter and ends with a period or a question mark.</summary>
    Statement,

    /// <summary>Nothing but a symbol: <c>CircuitBreaker.Execute</c>, <c>parse_args</c>, <c>foo::bar</c>.</summary>
    Symbol,

    /// <summary>Nothing but a path, or the end of one: <c>core/schemas.ts</c>.</summary>
    Path,

    /// <summary>A piece of code.</summary>
    Snippet,

    /// <summary>Stack frames, or an error message with places in files.</summary>
    Trace,

    /// <summary>A title with a text below it: an issue, a whole commit message, a ticket.</summary>
    Report,
}
