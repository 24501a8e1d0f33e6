namespace StructIndex;

/// <summary>What a file is for, as marks that the ranker weighs.</summary>
[Flags]
internal enum FileRoles
{
    /// <summary>Implementation like any other.</summary>
    None = 0,

    /// <summary>Tests.</summary>
    Test = 1,

    /// <summary>Examples or benchmarks.</summary>
    Example = 2,

    /// <summary>Written by a program.</summary>
    Generated = 4,

    /// <summary>Not for users of the code: a private or internal folder.</summary>
    Private = 8,

    /// <summary>In a folder of a version that has a later one beside it.</summary>
    OldVersion = 16,

    /// <summary>Keeps old callers working: compatibility shims, polyfills, deprecated parts.</summary>
    Compatibility = 32,

    /// <summary>Prose or configuration, not code.</summary>
    Prose = 64,

    /// <summary>Written for one platform.</summary>
    Platform = 128,

    /// <summary>Declarations whose bodies are elsewhere.</summary>
    Header = 256,

    /// <summary>In a language that little of the code is written in.</summary>
    RareLanguage = 512,

    /// <summary>Stands for its folder and mostly passes on what others hold.</summary>
    Entry = 1024,
}
