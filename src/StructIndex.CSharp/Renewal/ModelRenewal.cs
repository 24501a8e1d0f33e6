namespace StructIndex;

/// <summary>Gives the files of a model what an earlier one knew of them, as far as it still holds.</summary>
/// <param name="model">The model of now; each file is asked for once, its tree first.</param>
/// <param name="previous">The earlier one; null where there is none.</param>
internal sealed class ModelRenewal(ProjectModel model, ModelMemory? previous)
{
    private readonly Dictionary<object, CSharpFile> _before = (previous?.Files ?? []).ToDictionary(file => (object)file.Source, ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Whether files of another process go without a tree until a project that sees them is compiled. Where projects compile a file with different symbols, each needs to look at its tree.
    /// </summary>
    public bool Defers { get; } = previous is { Model: null } && !model.Projects.Any(project => project.Files.Any(file => !file.Owner!.Options.Equals(project.Options)));

    /// <summary>Whether the file takes the tree of before, or that of another process need not be parsed yet: it has the same text and is parsed with the same symbols.</summary>
    public bool TakesTree(CSharpFile file)
    {
        CSharpFile? before = Before(file);
        if (before?.ParsedTree is { } tree)
        {
            file.Take(new ParsedTree(tree, before.Failure));
            return true;
        }

        file.KeptShape = Defers ? before?.KeptShape : null;
        return file.KeptShape is not null;
    }

    /// <summary>Whether the file takes the declarations of before, and with them its edges where those hold too.</summary>
    public bool TakesReading(CSharpFile file)
    {
        // Trees are kept within a process only: that of another had the same text, symbols and so declarations.
        if (Before(file) is not { Reading: { Declared: not null } reading } before || !file.IsSeen || !ReferenceEquals(before.ParsedTree ?? file.Tree, file.Tree))
        {
            return false;
        }

        bool isSeenAlike = previous!.Shapes(before.Owner!) == model.Shapes.Of(file.Owner!);
        bool holds = reading.Asks switch
        {
            SymbolUse.None => true,
            SymbolUse.Ids => isSeenAlike,
            _ => isSeenAlike && previous.DocumentedShapes(before.Owner!) == model.DocumentedShapes.Of(file.Owner!),
        };
        if (holds)
        {
            file.Take(reading);
        }

        file.Bound = isSeenAlike && before.Bound is { IsTimedOut: false } bound ? bound : null;
        return holds;
    }

    private CSharpFile? Before(CSharpFile file) =>
        _before.TryGetValue(file.Source, out CSharpFile? before) && before.Owner!.Options.Equals(file.Owner!.Options) && before.Text == file.Text ? before : null;
}
