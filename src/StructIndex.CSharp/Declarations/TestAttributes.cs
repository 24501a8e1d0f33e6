using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Tells tests by the attributes of xUnit, NUnit and MSTest.</summary>
internal static class TestAttributes
{
    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal,
        "Fact", "Theory", "InlineData", "Test", "TestCase", "TestCaseSource", "TestFixture", "TestMethod", "DataTestMethod", "DataRow", "TestClass", "SetUpFixture");

    /// <summary>Whether a declaration is a test: its own attributes say so, or it is a type that holds a test.</summary>
    public static bool IsTest(SyntaxNode node, IReadOnlyList<string> attributes)
        => attributes.Any(IsTestName)
            || (node is TypeDeclarationSyntax type && type.Members.OfType<MethodDeclarationSyntax>()
                .Any(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => IsTestName(attribute.Name.ToString()))));

    private static bool IsTestName(string attribute)
    {
        ReadOnlySpan<char> name = attribute;
        int end = name.IndexOfAny("(<");
        name = (end < 0 ? name : name[..end]).Trim();
        name = name[(name.LastIndexOf('.') + 1)..];
        name = name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^9] : name;

        // Many projects derive their own: SkippableFact, ConditionalTheory.
        return s_names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
            || name.EndsWith("Fact", StringComparison.Ordinal)
            || name.EndsWith("Theory", StringComparison.Ordinal);
    }
}
