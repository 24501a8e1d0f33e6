namespace StructIndex;

/// <summary>
/// The fields of a unit that are weighed apart, by the embedding and by the lexical index. Raw text: users of the fields split identifiers.
/// </summary>
/// <param name="Name">Simple name.</param>
/// <param name="Container">Names of the types and namespaces that hold it.</param>
/// <param name="Path">Path of the file, <c>/</c>-separated.</param>
/// <param name="Signature">Signature on one line.</param>
/// <param name="Documentation">Documentation without markup.</param>
/// <param name="Body">Code.</param>
public readonly record struct UnitFields(string Name, string Container, string Path, string Signature, string Documentation, string Body)
{
    /// <summary>The fields of a unit, with its whole body.</summary>
    /// <param name="unit">The unit.</param>
    public static UnitFields Of(CodeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return WithoutBody(unit) with { Body = unit.Body };
    }

    /// <summary>The fields of a unit whose body is read where it is kept: <see cref="CodeUnit.Code"/>.</summary>
    internal static UnitFields WithoutBody(CodeUnit unit) => new(unit.Name, unit.Container, unit.Path, unit.Signature, unit.Documentation, "");
}
