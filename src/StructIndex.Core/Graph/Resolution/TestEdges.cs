namespace StructIndex;

/// <summary>
/// A test tests what it calls and makes, tests and their helpers left out. What it only may call (a candidate), it is not said to test.
/// </summary>
internal static class TestEdges
{
    /// <summary>Adds an edge from the test to what is tested, beside the call.</summary>
    public static void Add(UnitSet set, List<RawEdge> edges)
    {
        int[] tests = new int[set.Units.Count];
        for (int unit = 0; unit < tests.Length; unit++)
        {
            tests[unit] = set.Units[unit].Role == UnitRole.Test ? TestAround(set, unit) : -1;
        }

        for (int i = edges.Count - 1; i >= 0; i--)
        {
            RawEdge edge = edges[i];
            bool isUse = edge.Kind is EdgeKind.Calls or EdgeKind.Constructs && edge.Certainty != EdgeCertainty.Candidate;
            if (isUse && tests[edge.From] >= 0 && set.Units[edge.To].Role != UnitRole.Test)
            {
                edges.Add(edge with { From = tests[edge.From], Kind = EdgeKind.Tests });
            }
        }
    }

    /// <summary>The test function whose code the unit is: the unit itself or one around it; -1 where there is none.</summary>
    private static int TestAround(UnitSet set, int unit)
    {
        CodeDeclaration? declaration = set.DeclarationOf(unit);
        while (declaration is not null && !(declaration.IsTest && declaration.Kind.IsCallable()))
        {
            declaration = declaration.Parent;
        }

        return declaration is null ? -1 : set.IndexOf(declaration);
    }
}
