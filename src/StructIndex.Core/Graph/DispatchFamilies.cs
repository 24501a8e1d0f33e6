namespace StructIndex;

/// <summary>
/// Members that may run in place of one another: those that override or implement a member, and the handlers subscribed to an event.
/// </summary>
internal static class DispatchFamilies
{
    /// <summary>
    /// The members that a member overrides or implements, directly or through others, each with the least sure edge on the way.
    /// </summary>
    public static Dictionary<int, EdgeCertainty> Up(CodeGraph graph, int member) => Follow(graph, member, up: true);

    /// <summary>
    /// The members that override or implement a member, directly or through others, each with the least sure edge on the way.
    /// </summary>
    public static Dictionary<int, EdgeCertainty> Down(CodeGraph graph, int member) => Follow(graph, member, up: false);

    /// <summary>Adds the calls of what a member overrides or implements, as edges to the member.</summary>
    public static IReadOnlyList<CodeEdge> AddCallers(CodeGraph graph, int member, List<CodeEdge> callers)
    {
        CodeUnit unit = graph.Units[member];
        HashSet<(CodeUnit, EdgeKind)> known = [.. callers.Select(edge => (edge.From, edge.Kind))];
        foreach ((int contract, EdgeCertainty certainty) in Up(graph, member).OrderBy(entry => (entry.Value, entry.Key)))
        {
            callers.AddRange(graph.CallersOf(graph.Units[contract])
                .Where(edge => known.Add((edge.From, edge.Kind)))
                .Select(edge => edge with { To = unit, Certainty = AtBest(edge.Certainty, certainty) }));
        }

        return callers;
    }

    /// <summary>Adds what may run in place of what is called.</summary>
    public static IReadOnlyList<CodeEdge> AddCallees(CodeGraph graph, List<CodeEdge> callees)
    {
        HashSet<(CodeUnit, EdgeKind)> known = [.. callees.Select(edge => (edge.To, edge.Kind))];
        foreach (CodeEdge call in callees.Where(edge => !edge.To.Kind.IsType()).ToArray())
        {
            foreach ((int member, EdgeCertainty certainty) in Down(graph, graph.IndexOf(call.To)).OrderBy(entry => (entry.Value, entry.Key)))
            {
                CodeUnit to = graph.Units[member];
                if (known.Add((to, call.Kind)))
                {
                    callees.Add(call with { To = to, Certainty = AtBest(call.Certainty, certainty) });
                }
            }
        }

        return callees;
    }

    private static EdgeCertainty AtBest(EdgeCertainty call, EdgeCertainty family) => (EdgeCertainty)Math.Max((int)EdgeCertainty.Dispatch, Math.Max((int)call, (int)family));

    private static Dictionary<int, EdgeCertainty> Follow(CodeGraph graph, int member, bool up)
    {
        Dictionary<int, EdgeCertainty> found = [];
        if (graph.Units[member].Kind.IsType())
        {
            return found;
        }

        Stack<(int Member, EdgeCertainty Certainty)> open = new([(member, EdgeCertainty.Exact)]);
        while (open.TryPop(out (int Member, EdgeCertainty Certainty) at))
        {
            foreach (int edge in up ? graph.OutOf(at.Member) : graph.Into(at.Member))
            {
                int next = up ? graph.Table.To[edge] : graph.Table.From[edge];
                EdgeCertainty least = (EdgeCertainty)Math.Max((int)at.Certainty, (int)graph.Table.Certainties[edge]);
                if (CodeGraph.IsBase(graph.Table.Kinds[edge]) && next != member && (!found.TryGetValue(next, out EdgeCertainty known) || least < known))
                {
                    found[next] = least;
                    open.Push((next, least));
                }
            }
        }

        return found;
    }
}
