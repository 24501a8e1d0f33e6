namespace StructIndex;

/// <summary>How the vectors of tokens become the vector of a text.</summary>
public enum TokenPooling
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The vector of the first token.</summary>
    First,

    /// <summary>The vector of the last token, for models that read from left to right.</summary>
    Last,
}
