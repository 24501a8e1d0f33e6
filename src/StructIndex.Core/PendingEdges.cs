namespace StructIndex;

/// <summary>What is needed to find the edges between units, kept until they are asked for.</summary>
/// <param name="units">The units.</param>
/// <param name="binders">Compilers and the like.</param>
/// <param name="known">What an earlier state of the files was resolved to; null for none.</param>
internal sealed class PendingEdges(UnitSet units, IReadOnlyList<IEdgeBinder> binders, ResolvedFiles? known)
{
    private List<BoundReference>? _bound;

    /// <summary>What the references of each file were resolved to; null before <see cref="Bind"/> has run.</summary>
    public ResolvedFiles? Resolved { get; private set; }

    /// <summary>Files whose edges could not all be found; empty before <see cref="Bind"/> has run.</summary>
    public IEnumerable<FileFailure> Failures => binders.SelectMany(static binder => binder.Failures);

    /// <summary>Lets compilers and the like find their edges, for <see cref="Bind"/>.</summary>
    /// <param name="progress">Receives each file; may be null.</param>
    /// <param name="once">Whether the binders are not asked again and may release what they hold.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Compile(IProgress<IndexProgress>? progress, bool once, CancellationToken cancellationToken)
    {
        int done = 0;
        List<BoundReference> bound = [];
        foreach (IEdgeBinder binder in binders)
        {
            bound.AddRange(once ? binder.BindOnce(Report, cancellationToken) : binder.Bind(Report, cancellationToken));
        }

        _bound = bound;

        void Report(SourceFile file) => progress?.Report(new IndexProgress(IndexStage.Binding, Interlocked.Increment(ref done), units.Files.Count));
    }

    /// <summary>Finds the edges, those of compilers first unless <see cref="Compile"/> has found them.</summary>
    /// <param name="progress">Receives each file; may be null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public CodeGraph Bind(IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        if (_bound is null)
        {
            Compile(progress, once: false, cancellationToken);
        }

        (CodeGraph graph, Resolved) = GraphBuilder.Build(units, _bound!, known, cancellationToken);
        _bound = null;
        return graph;
    }

    /// <summary>A graph without edges, which still knows what holds what.</summary>
    public CodeGraph CreateEmptyGraph() => new(units.Units, EdgeTable.Of([]), new TypeMembers(new UnitNames(units)).Structure);
}
