namespace StructIndex;

/// <summary>
/// Tests whose file is named after a changed one: <c>test_routing.py</c> after <c>routing.py</c>, <c>RetryTests.cs</c> after
/// <c>Retry.cs</c>.
/// </summary>
internal static class TestNames
{
    private static readonly string[] s_words = ["tests", "test", "specs", "spec"];

    /// <summary>
    /// Puts the tests of such files first, in the order given, and then the others. Where the graph reaches no test of such a file, all its
    /// tests follow those of the other such files: they may reach the change in ways that code does not show, such as by a client and a
    /// server.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="changed">The changed units.</param>
    /// <param name="tests">The tests that the change reaches.</param>
    public static IReadOnlyList<ImpactedUnit> Order(CodeGraph graph, IReadOnlyList<CodeUnit> changed, IReadOnlyList<ImpactedUnit> tests)
    {
        Dictionary<string, CodeUnit> byName = [];
        foreach (CodeUnit unit in changed.Where(unit => unit.Role != UnitRole.Test))
        {
            byName.TryAdd(Plain(unit.Path), unit);
        }

        ILookup<bool, ImpactedUnit> named = tests.ToLookup(test => byName.ContainsKey(Plain(test.Unit.Path)));
        HashSet<string> reached = [.. named[true].Select(test => test.Unit.Path)];
        List<ImpactedUnit> unreached = [];
        for (int unit = 0; unit < graph.Units.Count; unit++)
        {
            CodeUnit test = graph.Units[unit];
            if (test.Role == UnitRole.Test && !reached.Contains(test.Path) && byName.TryGetValue(Plain(test.Path), out CodeUnit? after) && graph.IsTest(unit))
            {
                unreached.Add(new ImpactedUnit(test, 1, EdgeCertainty.NameOnly, after, null));
            }
        }

        return [.. named[true], .. unreached, .. named[false]];
    }

    /// <summary>A file's name without extension, in small letters, and without the word that makes it a test.</summary>
    public static string Plain(string path)
    {
        string stem = Path.GetFileName(path).Split('.')[0].ToLowerInvariant();
        foreach (string word in s_words)
        {
            stem = stem.StartsWith(word, StringComparison.Ordinal) ? stem[word.Length..] : stem.EndsWith(word, StringComparison.Ordinal) ? stem[..^word.Length] : stem;
        }

        return stem.Trim('_', '-');
    }
}
