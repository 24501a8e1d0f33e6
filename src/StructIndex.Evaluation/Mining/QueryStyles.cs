namespace StructIndex;

/// <summary>The styles of questions that <see cref="QueryMiner"/> makes; the name in lower case is the category of the questions.</summary>
[Flags]
public enum QueryStyles
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The first sentence of a unit's documentation.</summary>
    Documentation = 1,

    /// <summary>The subject of a commit.</summary>
    Commit = 2,

    /// <summary>Two words of a unit's name, its type and its file, in any order, that hardly any other unit has.</summary>
    Keywords = 4,

    /// <summary>A name as the code writes it.</summary>
    Symbol = 8,

    /// <summary>A message that the code shows when something fails, with values where it has holes.</summary>
    Error = 16,

    /// <summary>Questions of the other styles with one or two typing errors.</summary>
    Typo = 32,

    /// <summary>All of them.</summary>
    All = Documentation | Commit | Keywords | Symbol | Error | Typo,
}
