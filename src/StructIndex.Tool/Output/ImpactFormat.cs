namespace StructIndex;

/// <summary>How the reach of a change is written.</summary>
internal enum ImpactFormat
{
    /// <summary>Lines to read.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,

    /// <summary>A graph for Graphviz.</summary>
    Dot,

    /// <summary>A flowchart for Mermaid, which Markdown of many sites draws.</summary>
    Mermaid,
}
