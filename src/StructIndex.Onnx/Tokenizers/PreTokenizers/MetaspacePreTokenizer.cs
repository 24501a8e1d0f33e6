namespace StructIndex;

/// <summary>SentencePiece's: blanks are written as a visible character, and words begin with it.</summary>
/// <param name="Replacement">The visible character.</param>
/// <param name="Prepend">When a text that does not begin with it is given it.</param>
/// <param name="Splits">Whether each word is a piece.</param>
internal sealed record MetaspacePreTokenizer(string Replacement, MetaspacePrepend Prepend, bool Splits) : IPreTokenizer
{
    private readonly ReplaceNormalizer _blanks = new(TextPattern.Literal(" "), Replacement);
    private readonly SplitPreTokenizer _words = new(TextPattern.Literal(Replacement).Matches, SplitBehaviour.MergedWithNext);

    public void Split(TextPiece piece, List<TextPiece> pieces)
    {
        AlignedText text = _blanks.Normalize(piece.ToText());
        bool prepend = Prepend == MetaspacePrepend.Always || (Prepend == MetaspacePrepend.First && text.Text.Length > 0 && text.StartOf(0) == 0);
        text = prepend && !text.Text.StartsWith(Replacement, StringComparison.Ordinal) ? new PrependNormalizer(Replacement).Normalize(text) : text;
        TextPiece whole = new(text, 0, text.Text.Length);
        if (Splits)
        {
            _words.Split(whole, pieces);
        }
        else if (whole.Length > 0)
        {
            pieces.Add(whole);
        }
    }
}

/// <summary>When a text that does not begin with the visible blank is given it.</summary>
internal enum MetaspacePrepend
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>At the start of the source.</summary>
    First,

    /// <summary>Never.</summary>
    Never,
}
