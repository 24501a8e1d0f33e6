namespace StructIndex;

/// <summary>What an index keeps of the rules of a language, for search and context.</summary>
/// <param name="CommentOpen">What begins a line of comment; empty where the language has no comments.</param>
/// <param name="CommentClose">What ends it; empty where the line does.</param>
/// <param name="Traits">How names are found.</param>
internal sealed record LanguageFacts(string CommentOpen, string CommentClose, ScopeTraits Traits)
{
    /// <summary>The facts of a language of which nothing is known.</summary>
    public static LanguageFacts Default { get; } = Of(CommentSyntax.C, ScopeTraits.None);

    /// <summary>The facts of the languages of some files, by name.</summary>
    public static Dictionary<string, LanguageFacts> Of(IEnumerable<ParsedFile> files)
    {
        Dictionary<string, LanguageFacts> facts = new(StringComparer.Ordinal);
        foreach (ParsedFile file in files)
        {
            if (!facts.ContainsKey(file.Source.Language))
            {
                facts[file.Source.Language] = Of(file.Rules.Comments, file.Rules.Traits);
            }
        }

        return facts;
    }

    private static LanguageFacts Of(CommentSyntax comments, ScopeTraits traits)
    {
        (string open, string close) = comments.Lines.Count > 0 ? (comments.Lines[0], "") : comments.Blocks.Count > 0 ? comments.Blocks[0] : ("", "");
        return new LanguageFacts(open, close, traits);
    }
}
