namespace StructIndex;

/// <summary>Turns a piece of text into tokens of a vocabulary. Safe to share between threads.</summary>
internal interface ITokenModel
{
    /// <summary>Reads a piece.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="tokens">Takes its tokens.</param>
    void Tokenize(ReadOnlySpan<char> text, List<ModelToken> tokens);
}

/// <summary>A token of a piece, and the stretch of the piece it stands for.</summary>
internal readonly record struct ModelToken(int Id, int Start, int Length);
