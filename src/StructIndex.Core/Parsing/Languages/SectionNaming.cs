namespace StructIndex;

/// <summary>What the pieces of a long file without declarations are called by.</summary>
internal enum SectionNaming
{
    /// <summary>The file.</summary>
    File,

    /// <summary>Their first line: a heading.</summary>
    FirstLine,

    /// <summary>What their first line has before a mark such as <c>:</c>, <c>=</c> or <c>{</c>: a key, a table, a selector.</summary>
    FirstKey,
}
