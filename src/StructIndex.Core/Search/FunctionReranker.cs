namespace StructIndex;

/// <summary>A reranker made of a function, such as <c>OnnxReranker.ScoreAsync</c>.</summary>
public sealed class FunctionReranker : IReranker
{
    private readonly Func<string, IReadOnlyList<string>, CancellationToken, ValueTask<IReadOnlyList<float>>> _score;

    /// <summary>Creates the reranker.</summary>
    /// <param name="score">Given a query and texts, a finite number for each text, greater for better, on any scale.</param>
    /// <param name="depth">How many of the first hits are judged; 1 or more.</param>
    /// <param name="share">How much the judgement counts in the new order, 0 to 1.</param>
    public FunctionReranker(Func<string, IReadOnlyList<string>, CancellationToken, ValueTask<IReadOnlyList<float>>> score, int depth = 20, double share = .5)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        (_score, Depth, Share) = (score, depth, share);
    }

    /// <inheritdoc/>
    public int Depth { get; }

    /// <inheritdoc/>
    public double Share { get; }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<float>> ScoreAsync(string query, IReadOnlyList<string> texts, CancellationToken cancellationToken = default) => _score(query, texts, cancellationToken);
}
