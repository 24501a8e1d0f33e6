namespace StructIndex;

/// <summary>What a parser made of the files it was given.</summary>
/// <param name="Files">One for each file given, in the same order.</param>
/// <param name="Binder">
/// Finds the edges between the declarations with more than syntax (a compiler); null to have them resolved by name and scope.
/// </param>
public sealed record ParserOutput(IReadOnlyList<ParsedFile> Files, IEdgeBinder? Binder = null)
{
    /// <summary>What went wrong with files that are read besides those given, such as project files.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<FileFailure> Failures { get; init; } = [];

    /// <summary>
    /// What was read besides the files given and from outside their folder, by name and without paths of this machine, for example
    /// <c>package Some.Library 1.2.3</c>.
    /// </summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> ReadBesides { get; init; } = [];

    /// <summary>
    /// For <see cref="ICodeParser.Reparse"/> of a parser that looks at each file alone: takes again what was found in files that have not
    /// changed.
    /// </summary>
    /// <param name="files">All files; one that is the same object as a file of this output has not changed.</param>
    /// <param name="parse">Parses the others.</param>
    /// <returns>This output where no file has changed.</returns>
    public ParserOutput Renew(IReadOnlyList<SourceFile> files, Func<IReadOnlyList<SourceFile>, ParserOutput> parse)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(parse);
        Dictionary<SourceFile, ParsedFile> known = new(Files.Count, ReferenceEqualityComparer.Instance);
        foreach (ParsedFile file in Files)
        {
            // Whether a file takes too long depends on the machine's other work, so it is tried again.
            if (!file.Failures.Any(static failure => failure.Kind == FileFailureKind.ParseTimedOut))
            {
                known[file.Source] = file;
            }
        }

        SourceFile[] changed = [.. files.Where(file => !known.ContainsKey(file))];
        if (changed.Length == 0 && HoldsJust(files))
        {
            return this;
        }

        foreach (ParsedFile file in changed.Length == 0 ? [] : parse(changed).Files)
        {
            known[file.Source] = file;
        }

        return new ParserOutput([.. files.Select(file => known[file])]);
    }

    /// <summary>Whether these are the files parsed, in this order.</summary>
    internal bool HoldsJust(IReadOnlyList<SourceFile> files) => Files.Count == files.Count && Files.Zip(files).All(static pair => ReferenceEquals(pair.First.Source, pair.Second));
}
