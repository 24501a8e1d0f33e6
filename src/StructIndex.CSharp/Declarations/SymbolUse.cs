namespace StructIndex;

/// <summary>What the compiler was asked to read the declarations of a file.</summary>
internal enum SymbolUse
{
    /// <summary>Nothing: the syntax said all.</summary>
    None,

    /// <summary>Ids of symbols.</summary>
    Ids,

    /// <summary>Documentation that others have written.</summary>
    Documentation,
}
