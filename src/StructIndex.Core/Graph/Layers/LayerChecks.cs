namespace StructIndex;

/// <summary>Checks who uses whom against layers. Tests, and edges that are guessed, do not count.</summary>
internal static class LayerChecks
{
    /// <summary>What goes against rules: first the folders that a rule leaves out, then uses in the order of the graph.</summary>
    public static List<LayerViolation> Violations(CodeGraph graph, LayerRules rules)
    {
        List<LayerViolation> found = [];
        foreach (LayerRule rule in rules.Rules)
        {
            HashSet<string> placed = [.. rule.Order, .. rule.MayUse.Keys];
            IEnumerable<string> rooms = graph.Units.Where(unit => unit.Kind != UnitKind.Module).Select(unit => rule.RoomOf(unit.Path)).OfType<string>().Distinct().Order(StringComparer.Ordinal);
            found.AddRange(rooms.Where(room => !placed.Contains(room)).Select(room => new LayerViolation(rule, room, null, null)));
            foreach (CodeEdge edge in Sure(graph))
            {
                if (rule.RoomOf(edge.From.Path) is { } from && rule.RoomOf(edge.To.Path) is { } to && from != to && !May(rule, from, to))
                {
                    found.Add(new LayerViolation(rule, from, to, edge));
                }
            }
        }

        return found;
    }

    /// <summary>The cycles, largest first.</summary>
    public static List<LayerCycle> Cycles(CodeGraph graph, LayerRooms rooms)
    {
        LayerProjects? projects = rooms == LayerRooms.Projects ? new LayerProjects(graph.Units) : null;
        string?[] roomOf = [.. Enumerable.Range(0, graph.Units.Count).Select(unit => RoomOf(graph, unit, rooms, projects))];
        Dictionary<(string From, string To), LayerArrow> arrows = [];
        for (int at = 0; at < graph.Edges.Count; at++)
        {
            CodeEdge edge = graph.Edges[at];
            if (IsSure(edge) && roomOf[graph.Table.From[at]] is { } from && roomOf[graph.Table.To[at]] is { } to && from != to)
            {
                arrows[(from, to)] = arrows.TryGetValue((from, to), out LayerArrow? known) ? known with { Count = known.Count + 1 } : new LayerArrow(from, to, 1, edge);
            }
        }

        return [.. Circles.Of(arrows.Keys)
            .Select(circle => circle.ToHashSet(StringComparer.Ordinal))
            .OrderByDescending(circle => circle.Count).ThenBy(circle => circle.Min(StringComparer.Ordinal), StringComparer.Ordinal)
            .Select(circle => new LayerCycle(
                [.. circle.Order(StringComparer.Ordinal)],
                [.. arrows.Values.Where(arrow => circle.Contains(arrow.From) && circle.Contains(arrow.To)).OrderBy(arrow => arrow.From, StringComparer.Ordinal).ThenBy(arrow => arrow.To, StringComparer.Ordinal)]))];
    }

    internal static bool May(LayerRule rule, string from, string to)
    {
        if (rule.MayUse.Count > 0)
        {
            return !rule.MayUse.TryGetValue(from, out IReadOnlyList<string>? allowed) || allowed.Contains(to, StringComparer.Ordinal);
        }

        int user = PlaceOf(from), used = PlaceOf(to);
        return user < 0 || used < 0 || used < user;

        int PlaceOf(string room) => rule.Order.ToList().IndexOf(room);
    }

    private static string? RoomOf(CodeGraph graph, int unit, LayerRooms rooms, LayerProjects? projects)
    {
        CodeUnit at = graph.Units[unit];
        if (at.Role == UnitRole.Test)
        {
            return null;
        }

        if (projects is not null)
        {
            return projects.Of(at.Path);
        }

        if (rooms == LayerRooms.Folders)
        {
            int slash = at.Path.LastIndexOf('/');
            return slash < 0 ? "." : at.Path[..slash];
        }

        int outermost = unit;
        while (graph.Structure.ContainingTypes[outermost] is >= 0 and var owner && graph.Units[owner].Kind.IsType())
        {
            outermost = owner;
        }

        return graph.Units[outermost].Container is { Length: > 0 } container ? container : null;
    }

    private static IEnumerable<CodeEdge> Sure(CodeGraph graph) => graph.Edges.Where(IsSure);

    private static bool IsSure(CodeEdge edge) => edge.Certainty is not (EdgeCertainty.NameOnly or EdgeCertainty.Candidate) && edge.From.Role != UnitRole.Test && edge.To.Role != UnitRole.Test;
}
