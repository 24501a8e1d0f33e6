namespace StructIndex;

/// <summary>Makes the graph of a code base: what binders are sure of, and what the resolver makes of all other references.</summary>
internal static class GraphBuilder
{
    /// <summary>Builds the graph; files are worked on in parallel, the result does not depend on it.</summary>
    /// <param name="set">The units.</param>
    /// <param name="bound">What binders found.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    public static CodeGraph Build(UnitSet set, IReadOnlyList<BoundReference> bound, CancellationToken cancellationToken = default) => Build(set, bound, null, cancellationToken).Graph;

    /// <summary>
    /// The same, after an earlier graph: where an edit changed nothing that others see, only the edited files are resolved.
    /// </summary>
    public static (CodeGraph Graph, ResolvedFiles Resolved) Build(UnitSet set, IReadOnlyList<BoundReference> bound, ResolvedFiles? known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(bound);
        SymbolFinder symbols = new(new UnitNames(set));
        EdgeResolver?[] resolvers = new EdgeResolver?[set.Files.Count];
        RawEdge[][] bases = new RawEdge[set.Files.Count][], calls = new RawEdge[set.Files.Count][];
        int[]? places = known?.PlacesIn(set);
        LargestFirst.Run(bases.Length, References, file => bases[file] = IsKnown(file) ? ResolvedFiles.Move(known!.Bases[file], places!) : (resolvers[file] = new EdgeResolver(symbols, file)).Bases(), cancellationToken);
        List<RawEdge> edges = [];
        AddBases(symbols, bases, edges, cancellationToken);
        LargestFirst.Run(calls.Length, References, file => calls[file] = IsKnown(file) ? ResolvedFiles.Move(known!.Calls[file], places!) : resolvers[file]!.Calls(cancellationToken), cancellationToken);
        foreach (RawEdge[] ofFile in calls)
        {
            edges.AddRange(ofFile);
        }

        AddBound(set, bound, edges);
        TestEdges.Add(set, edges);
        return (new CodeGraph(set.Units, EdgeTable.Of(edges), symbols.Members.Structure), new ResolvedFiles(set, bases, calls));

        bool IsKnown(int file) => places is not null && ReferenceEquals(set.Files[file], known!.Units.Files[file]);
        int References(int file) => set.Files[file].References.Count;
    }

    private static void AddBases(SymbolFinder symbols, RawEdge[][] perFile, List<RawEdge> edges, CancellationToken cancellationToken)
    {
        Dictionary<int, EdgeCertainty> certainties = [];
        foreach (RawEdge edge in perFile.SelectMany(ofFile => ofFile))
        {
            symbols.Members.AddBase(edge.From, edge.To);
            if (edge.To >= 0)
            {
                edges.Add(edge);
                int type = symbols.Members.PrimaryPartOf(edge.From);
                certainties[type] = (EdgeCertainty)Math.Max((int)edge.Certainty, (int)certainties.GetValueOrDefault(type));
            }
        }

        foreach ((int type, int contract, EdgeCertainty certainty) in MethodSets.Implementations(symbols, cancellationToken))
        {
            symbols.Members.AddBase(type, contract);
            edges.Add(new RawEdge(type, contract, EdgeKind.Implements, certainty, symbols.Unit(type).Lines.Start));
            certainties[type] = (EdgeCertainty)Math.Max((int)certainty, (int)certainties.GetValueOrDefault(type));
        }

        OverrideFinder.Add(symbols, type => certainties[type], edges);
    }

    private static void AddBound(UnitSet set, IReadOnlyList<BoundReference> bound, List<RawEdge> edges)
    {
        Dictionary<SourceFile, int> files = new(set.Files.Count, ReferenceEqualityComparer.Instance);
        for (int file = 0; file < set.Files.Count; file++)
        {
            files[set.Files[file].Source] = file;
        }

        foreach (BoundReference reference in bound)
        {
            int line = reference.Source.LineAt(reference.Offset);
            int to = set.IndexOf(reference.To);
            int from = reference.From is { } declaration ? set.IndexOf(declaration)
                : files.TryGetValue(reference.Source, out int file) ? set.ModuleAt(file, line) : -1;
            if (from >= 0 && to >= 0)
            {
                edges.Add(new RawEdge(from, to, reference.Kind, reference.Certainty, line));
            }
        }
    }
}
