namespace StructIndex;

/// <summary>
/// What may be read besides the sources. Project files and what they import are read inside the root only; above it, within the same git
/// repository, the files that MSBuild looks for upwards (<c>Directory.Build.props</c>, <c>Directory.Build.targets</c>,
/// <c>Directory.Packages.props</c>) and what those import, and the project files of the nearest folder that has one where the root has
/// none. Referenced assemblies are opened in the installations of .NET and in the user's package cache. Nothing that is read is ever run.
/// </summary>
public sealed record CSharpParserOptions
{
    /// <summary>
    /// Further folders, absolute or relative to the current one, whose project files, imports and assemblies may be read. Name the root
    /// itself to take assemblies that are in it; do so only for code that you would also build, since the compiler does not survive every
    /// assembly.
    /// </summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> TrustedFolders
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];
}
