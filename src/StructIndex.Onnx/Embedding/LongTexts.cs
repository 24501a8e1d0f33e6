namespace StructIndex;

/// <summary>What becomes of texts that are longer than a model reads.</summary>
public enum LongTexts
{
    /// <summary>They are split where lines end, best at a blank line or where code is least indented, and their parts' vectors are averaged by length.</summary>
    Split,

    /// <summary>Their end is cut off, as the hub's own tools do it.</summary>
    Truncate,
}
