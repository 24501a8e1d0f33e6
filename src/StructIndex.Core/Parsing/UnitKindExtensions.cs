namespace StructIndex;

/// <summary>Groups of unit kinds.</summary>
public static class UnitKindExtensions
{
    /// <summary>Whether units of this kind declare a type.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsType(this UnitKind kind) => kind is >= UnitKind.Class and <= UnitKind.Delegate;

    /// <summary>Whether units of this kind hold code that runs when called.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsCallable(this UnitKind kind) => kind >= UnitKind.Function;
}
