namespace StructIndex;

/// <summary>
/// Judges anew how well the first hits of a search answer it: a cross-encoder, a language model, a rule of one's own. Plugged in by
/// <see cref="SearchOptions.Reranker"/>; <see cref="FunctionReranker"/> makes one of a function. Must be safe to share between threads.
/// </summary>
public interface IReranker
{
    /// <summary>How many of the first hits are judged; what follows keeps its place.</summary>
    /// <value>1 or more.</value>
    int Depth { get; }

    /// <summary>How much the judgement counts in the new order, against the old one.</summary>
    /// <value>0, not at all, to 1, alone.</value>
    double Share { get; }

    /// <summary>Judges texts.</summary>
    /// <param name="query">The query.</param>
    /// <param name="texts">The hits as <see cref="EnrichmentTemplate.Render"/> writes them, without callers and callees, in the order of the search.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A finite number for each text, greater for better, on any scale.</returns>
    ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
