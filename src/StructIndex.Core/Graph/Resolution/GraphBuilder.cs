namespace StructIndex;

/// <summary>Makes the graph of a code base: what binders are sure of, and what the resolver makes of all other references.</summary>
internal static class GraphBuilder
{
    /// <summary>Builds the graph; files are worked on in parallel, the result does not depend on it.</summary>
    /// <param name="set">The units.</param>
    /// <param name="bound">What binders found.</param>
    /// <param name="cancellationToken">Stops the work within 200 ms.</param>
    public static CodeGraph Build(UnitSet set, IReadOnlyList<BoundReference> bound, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(bound);
        SymbolFinder symbols = new(new UnitNames(set));
        EdgeResolver[] resolvers = new EdgeResolver[set.Files.Count];
        List<RawEdge>[] perFile = new List<RawEdge>[set.Files.Count];
        LargestFirst.Run(perFile.Length, References, file => (resolvers[file] = new EdgeResolver(symbols, file)).AddBases(perFile[file] = []), cancellationToken);
        List<RawEdge> edges = [];
        AddBases(symbols, perFile, edges, cancellationToken);
        LargestFirst.Run(perFile.Length, References, file => resolvers[file].AddCalls(perFile[file] = [], cancellationToken), cancellationToken);
        foreach (List<RawEdge> ofFile in perFile)
        {
            edges.AddRange(ofFile);
        }

        AddBound(set, bound, edges);
        TestEdges.Add(set, edges);
        return new CodeGraph(set.Units, EdgeTable.Of(edges), symbols.Members.Structure);

        int References(int file) => set.Files[file].References.Count;
    }

    private static void AddBases(SymbolFinder symbols, List<RawEdge>[] perFile, List<RawEdge> edges, CancellationToken cancellationToken)
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
