namespace StructIndex;

/// <summary>How the vectors of tokens become the vector of a text.</summary>
public enum TokenPooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>That of the first token.</summary>
    First,

    /// <summary>That of the last token, as models that read from left to right need it.</summary>
    Last,
}
