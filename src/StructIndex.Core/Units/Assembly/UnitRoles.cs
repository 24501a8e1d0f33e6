namespace StructIndex;

/// <summary>Decides what units are there for: what the code says first, what the path says second.</summary>
internal static class UnitRoles
{
    private static readonly string[] s_testAttributes =
        ["fact", "theory", "test", "testmethod", "testclass", "testfixture", "testcase", "parameterizedtest", "repeatedtest",
            "before", "after", "beforeeach", "aftereach", "beforeall", "afterall", "beforeclass", "afterclass"];

    // One function called test_client makes no test of a class with forty others; a test class may well have twice as many helpers as tests.
    private const int TestShare = 3;

    /// <summary>The roles of a file's declarations, in their order. A role of a holder is the role of what it holds, and a type whose functions are tests in a fair part is a test.</summary>
    /// <param name="declarations">The file's declarations, parents first.</param>
    /// <param name="parents">Index of each one's parent, or -1.</param>
    /// <param name="ofFile">What the file as a whole is for.</param>
    public static UnitRole[] Of(IReadOnlyList<CodeDeclaration> declarations, int[] parents, UnitRole ofFile)
    {
        UnitRole[] roles = new UnitRole[declarations.Count];
        Array.Fill(roles, ofFile);
        if (ofFile == UnitRole.Generated)
        {
            return roles;
        }

        int[] tests = new int[roles.Length], callables = new int[roles.Length];
        for (int i = roles.Length - 1; i >= 0; i--)
        {
            CodeDeclaration declaration = declarations[i];
            bool isTest = declaration.IsTest || declaration.Attributes.Any(IsTestAttribute) || (tests[i] > 0 && tests[i] * TestShare >= callables[i]);
            roles[i] = isTest ? UnitRole.Test : declaration.Attributes.Any(IsGeneratedAttribute) ? UnitRole.Generated : roles[i];
            if (parents[i] >= 0 && declarations[parents[i]].Kind.IsType() && declaration.Kind.IsCallable())
            {
                tests[parents[i]] += isTest ? 1 : 0;
                callables[parents[i]]++;
            }
        }

        for (int i = 0; i < roles.Length; i++)
        {
            if (parents[i] >= 0 && roles[parents[i]] is UnitRole.Test or UnitRole.Generated)
            {
                roles[i] = roles[parents[i]];
            }
        }

        return roles;
    }

    /// <summary>What the file as a whole is for.</summary>
    public static UnitRole Of(SourceFile file) => file.IsGenerated ? UnitRole.Generated : RolePaths.Of(file.Path);

    private static bool IsGeneratedAttribute(string attribute) => LastName(attribute) is "GeneratedCode" or "CompilerGenerated" or "Generated";

    private static bool IsTestAttribute(string attribute)
    {
        ReadOnlySpan<char> name = LastName(attribute);
        foreach (string known in s_testAttributes)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return attribute.StartsWith("pytest.", StringComparison.Ordinal) || attribute.StartsWith("cfg(test", StringComparison.Ordinal);
    }

    /// <summary><c>Xunit.FactAttribute(Skip = "x")</c> gives <c>Fact</c>.</summary>
    private static ReadOnlySpan<char> LastName(ReadOnlySpan<char> attribute)
    {
        int open = attribute.IndexOf('(');
        attribute = open < 0 ? attribute : attribute[..open];
        int dot = attribute.LastIndexOfAny('.', ':');
        attribute = attribute[(dot + 1)..].Trim();
        return attribute.EndsWith("Attribute", StringComparison.Ordinal) ? attribute[..^"Attribute".Length] : attribute;
    }
}
