namespace StructIndex;

/// <summary>The fields of a unit that the lexical index counts apart; the order is that of <see cref="LexicalWeights"/>.</summary>
internal enum LexicalField
{
    Name,
    Container,
    Path,
    Signature,
    Documentation,
    Body,
}
