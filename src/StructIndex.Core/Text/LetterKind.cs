namespace StructIndex;

/// <summary>What a character does to the word around it.</summary>
internal enum LetterKind
{
    /// <summary>Ends it.</summary>
    None,

    /// <summary>A capital: begins a word, or goes on with an acronym.</summary>
    Upper,

    /// <summary>Goes on with it. Letters of scripts without case are such.</summary>
    Lower,

    /// <summary>A combining mark: belongs to the letter before it.</summary>
    Mark,

    /// <summary>A word of its own.</summary>
    Ideograph,
}
