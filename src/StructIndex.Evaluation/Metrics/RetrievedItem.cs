namespace StructIndex;

/// <summary>One thing that a search found, in the terms that an evaluation needs of any search.</summary>
/// <param name="Path">Path of the file, <c>/</c>-separated, or the id of a snippet.</param>
/// <param name="Lines">The lines; all of the file for <see cref="WholeFile"/>.</param>
/// <param name="Symbol">Qualified name; empty where there is none.</param>
/// <param name="Relevance">How likely it is to be what was asked for, 0 to 1; not a number where the search does not say.</param>
/// <param name="Score">What the order went by.</param>
/// <param name="Signature">The declaration, or a first line, to show to a person.</param>
public sealed record RetrievedItem(string Path, LineRange Lines, string Symbol = "", double Relevance = double.NaN, double Score = 0, string Signature = "")
{
    /// <summary>The lines of a search that knows of none.</summary>
    public static LineRange WholeFile { get; } = new(1, int.MaxValue);

    /// <summary>A hit of an index.</summary>
    /// <param name="hit">The hit.</param>
    public static RetrievedItem Of(SearchHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return new RetrievedItem(hit.Unit.Path, hit.Unit.Lines, hit.Unit.QualifiedName, hit.Relevance, hit.Score, hit.Unit.Signature);
    }
}
