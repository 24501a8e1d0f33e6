using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>
/// Who uses whom: units and the edges between them. Immutable and safe to share between threads. Lists are ordered by the
/// path and line of the unit at the other end.
/// </summary>
public sealed class CodeGraph
{
    private readonly IndexLists _out;
    private readonly IndexLists _in;
    private readonly IndexLists _members;
    private readonly IndexLists _parts;
    private readonly UnitSlots _indexes;
    private readonly int[]? _users;
    private readonly Lazy<SymbolIndex> _symbols;

    /// <summary>Makes a graph.</summary>
    /// <param name="units">The units, by path and line.</param>
    /// <param name="table">The edges between them.</param>
    /// <param name="structure">What holds what.</param>
    /// <param name="users">How many units use each one, where the graph is a part of a larger one; null where it is all.</param>
    internal CodeGraph(IReadOnlyList<CodeUnit> units, EdgeTable table, UnitStructure structure, int[]? users = null)
    {
        _users = users;
        Units = units;
        Table = table;
        Structure = structure;
        Edges = new EdgeList(units, table);
        _out = new IndexLists(units.Count, table.From);
        _in = new IndexLists(units.Count, table.To);
        _members = new IndexLists(units.Count, structure.ContainingTypes);
        _parts = new IndexLists(units.Count, structure.PrimaryParts);
        _indexes = new UnitSlots(units, RuntimeHelpers.GetHashCode);
        _symbols = new Lazy<SymbolIndex>(() => new SymbolIndex(Units));
    }

    /// <summary>All units, by path and line.</summary>
    public IReadOnlyList<CodeUnit> Units { get; }

    /// <summary>
    /// All edges, by the place of their source, then line. One for each pair of units and kind: the surest, at its first line.
    /// </summary>
    public IReadOnlyList<CodeEdge> Edges { get; }

    internal EdgeTable Table { get; }

    internal UnitStructure Structure { get; }

    /// <summary>The units whose code calls this one or makes an object of it. For a type: also through its constructors.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <param name="throughDispatch">
    /// Whether calls of the members that it overrides or implements, directly or through others, count too: each is an edge to the unit
    /// itself, no surer than <see cref="EdgeCertainty.Dispatch"/>. Of an event's handlers: where the event is raised.
    /// </param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    public IReadOnlyList<CodeEdge> CallersOf(CodeUnit unit, bool throughDispatch = false)
    {
        List<CodeEdge> callers = Incoming(unit, IsUse, static (kind, member) => kind == EdgeKind.Constructs && member == UnitKind.Constructor);
        return throughDispatch ? DispatchFamilies.AddCallers(this, IndexOf(unit), callers) : callers;
    }

    /// <summary>What the unit's own code calls, and what it makes objects of.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <param name="throughDispatch">
    /// Whether the members that override or implement what is called, directly or through others, count too: each is an edge to that
    /// member, no surer than <see cref="EdgeCertainty.Dispatch"/>. Of an event: the handlers that are subscribed to it.
    /// </param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    public IReadOnlyList<CodeEdge> CalleesOf(CodeUnit unit, bool throughDispatch = false)
    {
        List<CodeEdge> callees = Outgoing(unit, IsUse);
        return throughDispatch ? DispatchFamilies.AddCallees(this, callees) : callees;
    }

    /// <summary>The tests whose code calls this unit or makes an object of it. For a type: also those of its members.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    public IReadOnlyList<CodeEdge> TestsOf(CodeUnit unit) => Incoming(unit, static kind => kind == EdgeKind.Tests, static (kind, _) => kind == EdgeKind.Tests);

    /// <summary>What a type extends and implements, or what a member overrides and implements.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    public IReadOnlyList<CodeEdge> BaseTypesOf(CodeUnit unit) => Outgoing(unit, IsBase);

    /// <summary>What extends or implements a type, or overrides or implements a member.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    public IReadOnlyList<CodeEdge> ImplementationsOf(CodeUnit unit) => Incoming(unit, IsBase, static (_, _) => false);

    /// <summary>The members of a type or namespace, those of all its parts and those written outside it.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    public IReadOnlyList<CodeUnit> MembersOf(CodeUnit unit)
    {
        List<CodeUnit> members = [];
        foreach (int member in _members.Of(PrimaryPartOf(IndexOf(unit))))
        {
            members.Add(Units[member]);
        }

        return members;
    }

    /// <summary>The units that calls lead to, nearest first, the unit itself left out.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <param name="direction">Whether calls are followed to what is called or to who calls.</param>
    /// <param name="depth">How many calls to follow, 1 or more.</param>
    /// <param name="throughDispatch">
    /// Whether a call of a member may run one that overrides or implements it; see <see cref="CalleesOf"/>.
    /// </param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is below 1.</exception>
    public IReadOnlyList<ReachedUnit> Reachable(CodeUnit unit, EdgeDirection direction, int depth, bool throughDispatch = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        int start = IndexOf(unit);
        HashSet<int> seen = [start];
        List<int> level = [start];
        List<ReachedUnit> reached = [];
        for (int at = 1; at <= depth && level.Count > 0; at++)
        {
            int[] next = [.. level.SelectMany(from => Step(from, direction, throughDispatch)).Where(seen.Add).Order()];
            reached.AddRange(next.Select(found => new ReachedUnit(Units[found], at)));
            level = [.. next];
        }

        return reached;
    }

    /// <summary>
    /// What a change of units reaches: who uses them, who uses those, and so on. A member is used as well where one is called that it
    /// overrides or implements. A changed type reaches who makes objects of it, extends it or names it; who uses its members is reached by
    /// changing them. The members that override or implement a changed one are reached. What only a candidate edge reaches is listed, and
    /// not followed further.
    /// </summary>
    /// <param name="changed">Units of this graph.</param>
    /// <param name="depth">How many uses to follow, 1 or more.</param>
    /// <exception cref="ArgumentException">A unit is not of this graph.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is below 1.</exception>
    public ChangeImpact Impact(IEnumerable<CodeUnit> changed, int depth)
    {
        ArgumentNullException.ThrowIfNull(changed);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        return ImpactSearch.Of(this, changed.Select(IndexOf), depth);
    }

    /// <summary>
    /// What goes against stated layers: first the folders that a rule leaves out, then uses, by the place of their source. Tests do not
    /// count.
    /// </summary>
    /// <param name="rules">The layers.</param>
    public IReadOnlyList<LayerViolation> CheckLayers(LayerRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return LayerChecks.Violations(this, rules);
    }

    /// <summary>
    /// Folders, namespaces or projects that use one another in a circle, the largest circle first. Tests, and edges that are guessed, do not count.
    /// </summary>
    /// <param name="rooms">What to look between.</param>
    public IReadOnlyList<LayerCycle> FindCycles(LayerRooms rooms) => LayerChecks.Cycles(this, rooms);

    /// <summary>The units that hold changed lines, the innermost ones, by path and line.</summary>
    /// <param name="files">Files with their changed lines; files that are not of this graph are passed over.</param>
    public IReadOnlyList<CodeUnit> UnitsAt(IEnumerable<ChangedFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return UnitsAtLines.Of(Units, files);
    }

    /// <summary>
    /// The units a symbol may mean: by id, by name, or by the end of the qualified name. <c>.</c>, <c>::</c>, <c>#</c>, <c>-&gt;</c>,
    /// <c>\</c> and <c>/</c> all separate names; upper and lower case count where a unit has the exact case.
    /// </summary>
    /// <param name="symbol">For example <c>Save</c>, <c>Store.Save</c>, <c>foo::bar</c>, <c>Type#method</c>.</param>
    public IReadOnlyList<CodeUnit> Find(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return _symbols.Value.Find(symbol);
    }

    /// <summary>The position of a unit in <see cref="Units"/>.</summary>
    /// <param name="unit">A unit of this graph.</param>
    /// <exception cref="ArgumentException">The unit is not of this graph.</exception>
    internal int IndexOf(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        int index = _indexes.Find(RuntimeHelpers.GetHashCode(unit), unit, ReferenceEquals);
        return index >= 0 ? index : throw new ArgumentException($"The unit {unit.Id} is not of this graph.", nameof(unit));
    }

    /// <summary>How many units use this one, by any kind of use. What a test tests it calls too, and counts once.</summary>
    internal int UsersOf(int unit)
    {
        if (_users is not null)
        {
            return _users[unit];
        }

        int users = 0;
        foreach (int edge in _in.Of(unit))
        {
            users += Table.Kinds[edge] == EdgeKind.Tests ? 0 : 1;
        }

        return users;
    }

    /// <summary>Edges into a unit: places in <see cref="Table"/>, ascending.</summary>
    internal ReadOnlySpan<int> Into(int unit) => _in.Of(unit);

    /// <summary>Edges out of a unit: places in <see cref="Table"/>, ascending.</summary>
    internal ReadOnlySpan<int> OutOf(int unit) => _out.Of(unit);

    /// <summary>The members of a part of a type or namespace.</summary>
    internal ReadOnlySpan<int> MembersOf(int part) => _members.Of(part);

    /// <summary>The parts of a type written in several places; of any other unit the unit alone.</summary>
    internal int[] PartsOf(int unit) => Structure.PrimaryParts[unit] >= 0 ? _parts.Of(Structure.PrimaryParts[unit]).ToArray() : [unit];

    /// <summary>Whether a unit is a test to run: it tests something, or it is a function among tests that nothing calls.</summary>
    internal bool IsTest(int unit)
    {
        foreach (int edge in _out.Of(unit))
        {
            if (Table.Kinds[edge] == EdgeKind.Tests)
            {
                return true;
            }
        }

        return Units[unit].Role == UnitRole.Test && Units[unit].Kind is UnitKind.Function or UnitKind.Method && UsersOf(unit) == 0;
    }

    internal static bool IsUse(EdgeKind kind) => kind is EdgeKind.Calls or EdgeKind.Constructs or EdgeKind.References;

    internal static bool IsBase(EdgeKind kind) => kind is EdgeKind.Inherits or EdgeKind.Implements or EdgeKind.Overrides;

    /// <summary>The units one call away.</summary>
    private HashSet<int> Step(int from, EdgeDirection direction, bool throughDispatch)
    {
        HashSet<int> next = [];
        bool toCallees = direction == EdgeDirection.Callees;
        foreach (int called in throughDispatch && !toCallees ? DispatchFamilies.Up(this, from).Keys.Prepend(from) : [from])
        {
            foreach (int edge in toCallees ? _out.Of(called) : _in.Of(called))
            {
                int to = toCallees ? Table.To[edge] : Table.From[edge];
                if (IsUse(Table.Kinds[edge]) && next.Add(to) && throughDispatch && toCallees)
                {
                    next.UnionWith(DispatchFamilies.Down(this, to).Keys);
                }
            }
        }

        return next;
    }

    private int PrimaryPartOf(int unit) => Structure.PrimaryParts[unit] >= 0 ? Structure.PrimaryParts[unit] : unit;

    /// <summary>Edges into the unit, all its parts, and for a type those into its members that are wanted too.</summary>
    private List<CodeEdge> Incoming(CodeUnit unit, Func<EdgeKind, bool> takes, Func<EdgeKind, UnitKind, bool> takesOfMember)
    {
        List<int> edges = [];
        foreach (int part in PartsOf(IndexOf(unit)))
        {
            Collect(_in.Of(part), takes, edges);
            foreach (int member in Units[part].Kind.IsType() ? _members.Of(part) : [])
            {
                Collect(_in.Of(member), kind => takesOfMember(kind, Units[member].Kind), edges);
            }
        }

        edges.Sort();
        return EdgesAt(edges);
    }

    private List<CodeEdge> Outgoing(CodeUnit unit, Func<EdgeKind, bool> takes)
    {
        List<int> edges = [];
        foreach (int part in PartsOf(IndexOf(unit)))
        {
            Collect(_out.Of(part), takes, edges);
        }

        return EdgesAt(edges);
    }

    private void Collect(ReadOnlySpan<int> edges, Func<EdgeKind, bool> takes, List<int> taken)
    {
        foreach (int edge in edges)
        {
            if (takes(Table.Kinds[edge]))
            {
                taken.Add(edge);
            }
        }
    }

    private List<CodeEdge> EdgesAt(List<int> edges) => [.. edges.Select(edge => Edges[edge])];
}
