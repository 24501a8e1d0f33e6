namespace StructIndex;

/// <summary>Decides what units are there for: what the code says first, what the path says second.</summary>
internal static class UnitRoles
{
    // One function called test_client makes no test of a class with forty others; a test class may well have twice as many helpers as
    // tests.
    private const int TestShare = 3;

    /// <summary>
    /// The roles of a file's declarations, in their order. The role of a container is the role of what it contains, and a type whose functions are
    /// tests in a fair part is a test.
    /// </summary>
    /// <param name="declarations">The file's declarations, parents first.</param>
    /// <param name="parents">Index of each one's parent, or -1.</param>
    /// <param name="ofFile">What the file as a whole is for.</param>
    /// <param name="rules">The rules of its language.</param>
    public static UnitRole[] Of(IReadOnlyList<CodeDeclaration> declarations, int[] parents, UnitRole ofFile, LanguageRules rules)
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
            bool isTest = declaration.IsTest || declaration.Attributes.Any(rules.IsTestMark) || (tests[i] > 0 && tests[i] * TestShare >= callables[i]);
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

    private static bool IsGeneratedAttribute(string attribute) => AttributeName.Of(attribute) is "GeneratedCode" or "CompilerGenerated" or "Generated";
}
