namespace StructIndex;

/// <summary>
/// Joins pieces with what they continue, and words by blanks; cleaning up takes the blanks before English punctuation away.
/// </summary>
internal sealed record WordPieceDecoder(string Prefix, bool CleanUp) : ITokenDecoder
{
    private static readonly (string From, string To)[] s_rules =
    [
        (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"), (" do not", " don't"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
    ];

    public List<string> Decode(List<string> tokens) => [.. tokens.Select(One)];

    private string One(string token, int index)
    {
        string text = index == 0 ? token : token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..] : " " + token;
        return CleanUp ? s_rules.Aggregate(text, (t, rule) => t.Replace(rule.From, rule.To, StringComparison.Ordinal)) : text;
    }
}
