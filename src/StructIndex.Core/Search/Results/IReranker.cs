namespace StructIndex;

/// <summary>
/// Judges anew how well the first hits of a search answer it: a cross-encoder, a language model, a rule of your own. Plugged in by
/// <see cref="SearchOptions.Reranker"/>. Must be safe to share between threads.
/// </summary>
public interface IReranker
{
    /// <summary>Judges texts.</summary>
    /// <param name="query">The query.</param>
    /// <param name="texts">
    /// The hits as <see cref="EnrichmentTemplate.Render"/> writes them, without callers and callees, in the order of the search.
    /// </param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A finite number for each text, greater for better, on any scale.</returns>
    ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
