namespace StructIndex;

/// <summary>What cycles are looked for between.</summary>
public enum LayerRooms
{
    /// <summary>The folders that files lie in.</summary>
    Folders,

    /// <summary>Namespaces, packages and modules as the code names them.</summary>
    Namespaces,
}
