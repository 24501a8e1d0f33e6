using Npgsql;

namespace StructIndex;

/// <summary>Parts of the graph of a branch: the files around some units, and the edges between the units of some files.</summary>
internal static class PostgresGraph
{
    /// <summary>The kind of an edge from a type to its member.</summary>
    public const string Contains = nameof(Contains);

    /// <summary>The kind of an edge from a part of a type that is written in several places to the first.</summary>
    public const string Part = nameof(Part);

    // What may be called instead is as near as what is called. More is found than a question about the graph looks at, and never less.
    private const string AroundSql =
        """
        with recursive started as materialized (
            select key, path from structindex.members where shard = $6 and repository = $1 and (name = any($2) or key = any($3))),
        walk (key, depth) as (
            select key, 0 from started
            union
            select step.key, walk.depth + step.length from walk cross join lateral (
                select from_key as key, 1 as length from structindex.edges where shard = $6 and repository = $1 and to_key = walk.key and kind not in ('Contains', 'Part')
                union all
                select to_key, 1 from structindex.edges where shard = $6 and repository = $1 and from_key = walk.key and $5 and kind in ('Calls', 'Constructs', 'References')
                union all
                select from_key, 0 from structindex.edges where shard = $6 and repository = $1 and to_key = walk.key and (kind = 'Part' or $5 and kind in ('Inherits', 'Implements', 'Overrides'))
                union all
                select to_key, 0 from structindex.edges where shard = $6 and repository = $1 and from_key = walk.key and kind in ('Inherits', 'Implements', 'Overrides', 'Contains', 'Part')
            ) as step where walk.depth + step.length <= $4)
        select path from structindex.members where shard = $6 and repository = $1 and key in (select key from walk)
        """;

    private const string AlikeSql =
        """

        union
        select named.path from structindex.files as named
            where named.shard = $6 and named.repository = $1 and named.stem in (select stem from structindex.files join started using (path) where files.shard = $6 and files.repository = $1)
        """;

    // Looked up unit by unit: a plan over all edges takes a second for a hundred thousand units.
    private const string EdgesSql =
        """
        with chosen as materialized (select key from structindex.members where shard = $3 and repository = $1 and path = any($2))
        select from_key, to_key, kind, certainty, line from chosen cross join lateral (
            select from_key, to_key, kind, certainty, line from structindex.edges where shard = $3 and repository = $1 and from_key = chosen.key offset 0) as used
        where to_key in (select key from chosen)
        """;

    private const string UsersSql =
        """
        select key, (select count(*)::int from structindex.edges where shard = $3 and repository = $1 and to_key = members.key and kind not in ('Tests', 'Contains', 'Part'))
        from structindex.members where shard = $3 and repository = $1 and path = any($2)
        """;

    /// <summary>Asks for the paths of the files that hold what uses some units, directly or through others.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="units">The units by name (<see cref="NameColumn"/>) and by key.</param>
    /// <param name="depth">How many uses to follow.</param>
    /// <param name="bothWays">Whether what they use is wanted too; without it the tests that are called after their files are.</param>
    public static NpgsqlBatchCommand Around(BranchKey branch, (string[] Names, string[] Keys) units, int depth, bool bothWays) =>
        PostgresConnector.Ask(bothWays ? AroundSql : AroundSql + AlikeSql, branch.Id, units.Names, units.Keys, depth, bothWays, branch.Shard);

    /// <summary>Asks for the edges between the units of some files, and how many users each has.</summary>
    public static NpgsqlBatchCommand[] Edges(BranchKey branch, string[] paths) =>
        [PostgresConnector.Ask(EdgesSql, branch.Id, paths, branch.Shard), PostgresConnector.Ask(UsersSql, branch.Id, paths, branch.Shard)];

    /// <summary>Makes a graph of what was read.</summary>
    /// <param name="units">The units.</param>
    /// <param name="edges">The edges by the keys of their ends.</param>
    /// <param name="users">How many users the units have, by their keys.</param>
    public static CodeGraph Make(CodeUnit[] units, List<PostgresEdge> edges, Dictionary<string, int> users)
    {
        string[] keys = Array.ConvertAll(units, unit => CodeIndexRecordExtensions.KeyOf(unit.Id, ""));
        Dictionary<string, int> numbers = keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        int[] containers = [.. Enumerable.Repeat(-1, units.Length)], parts = [.. Enumerable.Repeat(-1, units.Length)];
        List<RawEdge> table = [];
        foreach (PostgresEdge edge in edges)
        {
            (int from, int to) = (numbers[edge.From], numbers[edge.To]);
            if (edge.Kind == Contains)
            {
                containers[to] = from;
            }
            else if (edge.Kind == Part)
            {
                parts[from] = to;
            }
            else
            {
                table.Add(new RawEdge(from, to, Enum.Parse<EdgeKind>(edge.Kind), Enum.Parse<EdgeCertainty>(edge.Certainty), edge.Line));
            }
        }

        return new CodeGraph(units, EdgeTable.Of(table), new UnitStructure(containers, parts), Array.ConvertAll(keys, users.GetValueOrDefault));
    }
}

/// <summary>An edge as it is kept, between the keys of units.</summary>
internal readonly record struct PostgresEdge(string From, string To, string Kind, string Certainty, int Line);
