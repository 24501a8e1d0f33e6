namespace StructIndex;

/// <summary>Splits text into the pieces that a model reads one by one.</summary>
internal interface IPreTokenizer
{
    /// <summary>Splits one piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="pieces">Takes what comes out.</param>
    void Split(TextPiece piece, List<TextPiece> pieces);
}
