namespace StructIndex;

/// <summary>
/// Follows uses from changed units to who uses them, level by level. A member is used where it is called itself, and where a member is
/// called that it overrides or implements. Nothing is followed beyond a unit that only a candidate edge reaches.
/// </summary>
internal sealed class ImpactSearch
{
    private readonly CodeGraph _graph;
    private readonly Dictionary<int, Step> _reached = [];
    private readonly int _depth;

    private ImpactSearch(CodeGraph graph, int depth)
    {
        _graph = graph;
        _depth = depth;
    }

    private EdgeTable Table => _graph.Table;

    /// <summary>Finds what a change reaches.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="changed">The changed units.</param>
    /// <param name="depth">How many uses to follow, 1 or more.</param>
    public static ChangeImpact Of(CodeGraph graph, IEnumerable<int> changed, int depth)
    {
        ImpactSearch search = new(graph, depth);
        int[] start = [.. changed.Distinct().Order()];
        search.Run(start);
        ImpactedUnit[] all = [.. search._reached
            .OrderBy(entry => (entry.Value.Depth, entry.Value.Certainty, entry.Key))
            .Select(entry => search.Result(entry.Key, entry.Value))];
        CodeUnit[] origin = [.. start.Select(unit => graph.Units[unit])];
        ImpactedUnit[] tests = [.. all.Where(found => graph.IsTest(graph.IndexOf(found.Unit)))];
        return new ChangeImpact(origin, TestNames.Order(graph, origin, tests), [.. all.Where(found => found.Depth > 0).Except(tests)]);
    }

    private void Run(int[] changed)
    {
        foreach (int unit in changed)
        {
            _reached[unit] = new Step(0, EdgeCertainty.Exact, -1, -1);
        }

        int[] level = changed;
        for (int depth = 1; depth <= _depth && level.Length > 0; depth++)
        {
            Dictionary<int, Step> next = [];
            foreach (int unit in level)
            {
                Step at = _reached[unit];
                if (at.Certainty != EdgeCertainty.Candidate)
                {
                    Follow(unit, at, next);
                }
            }

            foreach ((int unit, Step step) in next)
            {
                _reached[unit] = step;
            }

            level = [.. next.Keys.Order()];
        }
    }

    private void Follow(int unit, Step at, Dictionary<int, Step> next)
    {
        bool isType = _graph.Units[unit].Kind.IsType();
        foreach (int part in _graph.PartsOf(unit))
        {
            Offer(part, at.Certainty, kind => CodeGraph.IsUse(kind) || (CodeGraph.IsBase(kind) && (isType || at.Depth == 0)));
            foreach (int member in isType ? _graph.MembersOf(part) : [])
            {
                if (_graph.Units[member].Kind == UnitKind.Constructor)
                {
                    Offer(member, at.Certainty, static kind => kind == EdgeKind.Constructs);
                }
            }
        }

        foreach ((int contract, EdgeCertainty certainty) in DispatchFamilies.Up(_graph, unit))
        {
            Offer(contract, (EdgeCertainty)Math.Max((int)at.Certainty, (int)certainty), CodeGraph.IsUse);
        }

        void Offer(int target, EdgeCertainty certainty, Func<EdgeKind, bool> takes)
        {
            foreach (int edge in _graph.Into(target))
            {
                int user = Table.From[edge];
                Step step = new(at.Depth + 1, (EdgeCertainty)Math.Max((int)certainty, (int)Table.Certainties[edge]), edge, unit);
                if (takes(Table.Kinds[edge]) && !_reached.ContainsKey(user) && (!next.TryGetValue(user, out Step known) || step.Certainty < known.Certainty))
                {
                    next[user] = step;
                }
            }
        }
    }

    private ImpactedUnit Result(int unit, Step step) => step.Edge < 0
        ? new ImpactedUnit(_graph.Units[unit], 0, EdgeCertainty.Exact, null, null)
        : new ImpactedUnit(_graph.Units[unit], step.Depth, step.Certainty, _graph.Units[step.Through], _graph.Edges[step.Edge]);

    private readonly record struct Step(int Depth, EdgeCertainty Certainty, int Edge, int Through);
}
