using System.Collections;

namespace StructIndex;

/// <summary>The edges of a table as records, made when they are asked for.</summary>
internal sealed class EdgeList(IReadOnlyList<CodeUnit> units, EdgeTable table) : IReadOnlyList<CodeEdge>
{
    /// <inheritdoc/>
    public int Count => table.Count;

    /// <inheritdoc/>
    public CodeEdge this[int index] =>
        new(units[table.From[index]], units[table.To[index]], table.Kinds[index], table.Certainties[index], table.Lines[index]);

    /// <inheritdoc/>
    public IEnumerator<CodeEdge> GetEnumerator()
    {
        for (int edge = 0; edge < Count; edge++)
        {
            yield return this[edge];
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
