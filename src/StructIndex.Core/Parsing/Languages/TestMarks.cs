namespace StructIndex;

/// <summary>Attributes and annotations that test frameworks of several languages share.</summary>
internal static class TestMarks
{
    private static readonly string[] s_names =
        ["fact", "theory", "test", "testmethod", "testclass", "testfixture", "testcase", "parameterizedtest", "repeatedtest",
            "before", "after", "beforeeach", "aftereach", "beforeall", "afterall", "beforeclass", "afterclass"];

    /// <summary>Whether an attribute is one of them, whatever qualifies it.</summary>
    public static bool Contains(string attribute)
    {
        ReadOnlySpan<char> name = AttributeName.Of(attribute);
        foreach (string known in s_names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
