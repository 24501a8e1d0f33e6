using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Names that an identifier must have to be a use of a member of the code base: those of its methods, properties and events.
/// </summary>
internal static class MemberNames
{
    /// <summary>In the set when the code base declares an operator.</summary>
    public const string AnyOperator = "operator ";

    /// <summary>In the set when the code base declares a conversion.</summary>
    public const string AnyConversion = " operator ";

    /// <summary>In the set when the code base declares an implicit conversion.</summary>
    public const string AnyImplicitConversion = "implicit operator ";

    /// <summary>In the set when the code base declares <c>operator true</c>.</summary>
    public const string AnyTruth = "operator true";

    /// <summary>The names declared in the files.</summary>
    public static FrozenSet<string> Of(IReadOnlyList<CSharpFile> files)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (CodeDeclaration declaration in files.SelectMany(file => file.Declared.Values))
        {
            switch (declaration.Kind)
            {
                case UnitKind.Method or UnitKind.Function or UnitKind.Property or UnitKind.Event:
                    names.Add(declaration.Name);
                    break;
                case UnitKind.Operator:
                    names.Add(declaration.Name.StartsWith(AnyOperator, StringComparison.Ordinal) ? AnyOperator : AnyConversion);
                    names.Add(declaration.Name.StartsWith(AnyImplicitConversion, StringComparison.Ordinal) ? AnyImplicitConversion : AnyOperator);
                    if (declaration.Name.EndsWith(AnyTruth, StringComparison.Ordinal))
                    {
                        names.Add(AnyTruth);
                    }

                    break;
            }
        }

        names.UnionWith(files.SelectMany(RecordProperties));
        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The properties that records make of their parameters.</summary>
    private static IEnumerable<string> RecordProperties(CSharpFile file) => file.Tree is null || !file.Text.Contains("record", StringComparison.Ordinal)
        ? []
        : file.Tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<RecordDeclarationSyntax>()
            .SelectMany(record => record.ParameterList is { } list ? list.Parameters.Select(parameter => parameter.Identifier.ValueText) : []);
}
