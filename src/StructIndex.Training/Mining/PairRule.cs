namespace StructIndex;

/// <summary>A reason for which a documented piece of code is no pair.</summary>
internal enum PairRule
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The documentation has fewer than 3 words.</summary>
    ShortDocumentation,

    /// <summary>The code has fewer than 3 lines.</summary>
    ShortCode,

    /// <summary>The documentation is not English.</summary>
    NotEnglish,

    /// <summary>The documentation is about a licence.</summary>
    Licence,

    /// <summary>The code tests, was generated or is an example.</summary>
    Role,

    /// <summary>The code is a constructor, an event or another unit whose documentation says what its type's does.</summary>
    Kind,

    /// <summary>The documentation repeats the name and says no more.</summary>
    NameAlone,

    /// <summary>The same code came before.</summary>
    Duplicate,

    /// <summary>The same code is in an evaluation set.</summary>
    Leak,
}
