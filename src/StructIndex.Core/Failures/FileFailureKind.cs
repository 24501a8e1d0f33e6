namespace StructIndex;

/// <summary>Why a file is missing from an index, or is there only in part.</summary>
public enum FileFailureKind
{
    /// <summary>The file could not be opened or read, or vanished meanwhile.</summary>
    Unreadable,

    /// <summary>The file is larger than <c>SourceOptions.MaxFileBytes</c>.</summary>
    TooLarge,

    /// <summary>The content is binary.</summary>
    Binary,

    /// <summary>The content is minified: one could not read it, and neither could a search.</summary>
    Minified,

    /// <summary>A link leads back to a folder that holds it, or in a circle.</summary>
    LinkLoop,

    /// <summary>The parser gave up, and the file is kept as plain text.</summary>
    ParseFailed,

    /// <summary>The parser ran out of its time, and the file is kept as plain text.</summary>
    ParseTimedOut,

    /// <summary>The file was indexed, but a part of it was cut by a limit on depth or size.</summary>
    Cut,

    /// <summary>Another file of the same path came before it.</summary>
    Duplicate,

    /// <summary>
    /// The file was indexed, but edges from it are missing: the compiler ran out of its time, or gave up on code nested too deep. Of a
    /// project file: edges from its sources are missing, since the packages that it needs, or .NET itself, were not found.
    /// </summary>
    EdgesIncomplete,

    /// <summary>
    /// A project file, or something that it names, was not taken or only in part: it is damaged, goes beyond a limit, or lies where nothing
    /// is opened. The sources are indexed; some of their edges may be missing.
    /// </summary>
    ProjectIgnored,

    /// <summary>
    /// The file was indexed, but a fair share of its lines is not what the grammar of its language knows; what they declare may be missing.
    /// </summary>
    SyntaxErrors,

    /// <summary>The file was indexed, but words in it begin declarations that are no units of their own.</summary>
    DeclarationsLost,

    /// <summary>The bytes are not UTF-8, and nothing says in which known encoding they are; some characters may be wrong.</summary>
    EncodingGuessed,

    /// <summary>The name does not say in which language the file is, and its content looks like code.</summary>
    UnknownLanguage,

    /// <summary>A page of documentation that a tool made from code: Doxygen, Javadoc, Sphinx, rustdoc and their like.</summary>
    GeneratedDocumentation,
}
