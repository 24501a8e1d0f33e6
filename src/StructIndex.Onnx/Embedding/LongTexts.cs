namespace StructIndex;

/// <summary>How texts longer than a model reads are handled.</summary>
public enum LongTexts
{
    /// <summary>
    /// Split at the ends of lines, at best at a blank line or where code is least indented; the vectors of the parts are averaged by
    /// length.
    /// </summary>
    Split,

    /// <summary>Cut off at the end, as in the hub's own tools.</summary>
    Truncate,
}
