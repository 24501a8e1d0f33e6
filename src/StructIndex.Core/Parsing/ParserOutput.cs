namespace StructIndex;

/// <summary>What a parser made of the files it was given.</summary>
/// <param name="Files">One for each file given, in the same order.</param>
/// <param name="Binder">Finds the edges between the declarations with more than syntax (a compiler); null to have them resolved by name and scope.</param>
public sealed record ParserOutput(IReadOnlyList<ParsedFile> Files, IEdgeBinder? Binder = null)
{
    /// <summary>What went wrong with files that are read besides those given, such as project files.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<FileFailure> Failures { get; init; } = [];

    /// <summary>What was read besides the files given and from outside their folder, by name and without paths of this machine, for example <c>package Some.Library 1.2.3</c>.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> ReadBesides { get; init; } = [];
}
