namespace StructIndex;

/// <summary>What cycles are looked for between.</summary>
public enum LayerRooms
{
    /// <summary>The folders of the files.</summary>
    Folders,

    /// <summary>Namespaces, packages and modules as the code names them.</summary>
    Namespaces,
}
