namespace StructIndex;

/// <summary>What cycles are looked for between.</summary>
public enum LayerRooms
{
    /// <summary>The folders of the files.</summary>
    Folders,

    /// <summary>Namespaces, packages and modules as the code names them.</summary>
    Namespaces,

    /// <summary>
    /// The folders of projects: of each file the nearest one above it with a project file (<c>*.csproj</c>, <c>package.json</c>,
    /// <c>pom.xml</c> and the like). Files below none do not count.
    /// </summary>
    Projects,
}
