namespace StructIndex;

/// <summary>
/// The fields that a unit's vector is pooled from, in the order of their summation, and after them the query, which is one field.
/// </summary>
internal enum UnitField
{
    Name,
    Container,
    Path,
    Signature,
    Documentation,
    Body,
    Query,
}
