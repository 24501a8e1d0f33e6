namespace StructIndex;

/// <summary>
/// The words of units as rows of the model's vocabulary, read when a unit is first looked at. Thread-safe: two threads that read the same
/// unit find the same.
/// </summary>
/// <param name="contents">The index.</param>
internal sealed class UnitWords(IndexContents contents)
{
    private readonly int[]?[] _rows = new int[contents.Units.Count][];

    /// <summary>The rows of a unit's words, each once.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="model">The model that embedded the index.</param>
    public int[] Of(int unit, StaticEmbeddingModel model) => _rows[unit] ??= model.RowsOf(UnitFields.WithoutBody(contents.Units[unit]), contents.Units[unit].Code.Span);
}
