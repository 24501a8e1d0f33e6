namespace StructIndex;

/// <summary>What a line of a query is there for.</summary>
internal enum QueryLineKind
{
    /// <summary>The first line of a text of several: the question.</summary>
    Title,

    /// <summary>Words.</summary>
    Prose,

    /// <summary>Code that uses what is asked about, or its output.</summary>
    Code,

    /// <summary>A stack frame.</summary>
    Frame,

    /// <summary>An error message: <c>ValueError: no such axis</c>.</summary>
    Error,

    /// <summary>What says nothing about the question: imports, versions, headings of a template, rulers, comments to who fills the template in.</summary>
    Noise,
}
