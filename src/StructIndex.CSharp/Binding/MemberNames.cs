using System.Collections.Frozen;

namespace StructIndex;

/// <summary>Names that an identifier must have to be a use of a member of the code base: those of its methods, properties and events.</summary>
internal static class MemberNames
{
    /// <summary>In the set when the code base declares an operator.</summary>
    public const string AnyOperator = "operator ";

    /// <summary>In the set when the code base declares a conversion.</summary>
    public const string AnyConversion = " operator ";

    /// <summary>In the set when the code base declares an implicit conversion.</summary>
    public const string AnyImplicitConversion = "implicit operator ";

    /// <summary>The names declared in the files.</summary>
    public static FrozenSet<string> Of(ProjectModel model)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (CodeDeclaration declaration in model.Files.SelectMany(file => file.Declared.Values))
        {
            switch (declaration.Kind)
            {
                case UnitKind.Method or UnitKind.Function or UnitKind.Property or UnitKind.Event:
                    names.Add(declaration.Name);
                    break;
                case UnitKind.Operator:
                    names.Add(declaration.Name.StartsWith(AnyOperator, StringComparison.Ordinal) ? AnyOperator : AnyConversion);
                    names.Add(declaration.Name.StartsWith(AnyImplicitConversion, StringComparison.Ordinal) ? AnyImplicitConversion : AnyOperator);
                    break;
            }
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }
}
