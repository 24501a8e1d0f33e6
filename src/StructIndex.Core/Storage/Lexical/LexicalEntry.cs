using System.Runtime.CompilerServices;

namespace StructIndex;

/// <summary>How often one term occurs in each field of one unit, while the index is built.</summary>
internal struct LexicalEntry(int term)
{
    public readonly int Term = term;
    public FieldCounts Counts;

    [InlineArray(LexicalWeights.FieldCount)]
    internal struct FieldCounts
    {
        private ushort _first;
    }
}
