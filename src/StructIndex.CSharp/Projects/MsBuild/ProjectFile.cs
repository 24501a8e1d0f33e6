namespace StructIndex;

/// <summary>
/// What one project file says about compiling its sources, read as XML: no MSBuild runs and no code of the repository does.
/// </summary>
internal sealed record ProjectFile
{
    /// <summary>Absolute path of the project file with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the assembly it makes.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>Namespace of what the project generates at its top.</summary>
    public string RootNamespace { get; init; } = "";

    /// <summary>The one target framework taken: the newest of those it names; empty when it names none.</summary>
    public string TargetFramework { get; init; } = "";

    /// <summary>Preprocessor symbols.</summary>
    public IReadOnlyList<string> Constants { get; init; } = [];

    /// <summary>Global usings as they stand after <c>global using</c>: a namespace, <c>static T</c> or <c>A = T</c>.</summary>
    public IReadOnlyList<string> Usings { get; init; } = [];

    /// <summary>The <c>Compile</c> items, the implied ones first.</summary>
    public IReadOnlyList<CompileRule> Compile { get; init; } = [];

    /// <summary>Absolute paths of the projects it references.</summary>
    public IReadOnlyList<string> ProjectReferences { get; init; } = [];

    /// <summary>Packages it references.</summary>
    public IReadOnlyList<PackageUse> Packages { get; init; } = [];

    /// <summary>Shared frameworks beside the base one, for example <c>Microsoft.AspNetCore.App</c>.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>Assemblies that may see its internals, as the project file says.</summary>
    public IReadOnlyList<string> Friends { get; init; } = [];
}
