namespace StructIndex;

/// <summary>A run of a query without blanks.</summary>
/// <param name="Text">The run as written.</param>
/// <param name="Word">Where it stands in the query without the marks around it; empty where it is nothing but marks.</param>
/// <param name="Tokens">Which of the query's tokens are in it.</param>
/// <param name="Kind">What the line is that it stands in.</param>
internal readonly record struct QueryPiece(string Text, Range Word, Range Tokens, QueryLineKind Kind);

/// <summary>A token of a query's identifiers.</summary>
/// <param name="Text">The token as the lexical index would hold it.</param>
/// <param name="Unstemmed">The same with its plural.</param>
/// <param name="IsWhole">Whether it is an identifier of several words as a whole, rather than one of its words.</param>
/// <param name="Weight">How much it counts: 1, but for those of a long text, whose lines weigh differently.</param>
internal readonly record struct QueryToken(string Text, string Unstemmed, bool IsWhole, float Weight);

/// <summary>A file that a query names.</summary>
/// <param name="Path">The path as written, <c>/</c>-separated: often only the end of one, or one on another machine.</param>
/// <param name="Line">The 1-based line that stands beside it; 0 for none.</param>
internal readonly record struct QueryPlace(string Path, int Line);
