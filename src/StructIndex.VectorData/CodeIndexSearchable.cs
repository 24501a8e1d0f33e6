using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace StructIndex;

/// <summary>
/// An index that is searched in place by what takes an <see cref="IVectorSearchable{TRecord}"/> or an <see cref="IKeywordHybridSearchable{TRecord}"/>, without a
/// vector store. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// A text is answered by <see cref="CodeIndex.SearchAsync(string, SearchOptions?, CancellationToken)"/>, with all of its ranking; <c>Score</c> is then
/// <see cref="SearchHit.Relevance"/>, 0 to 1, and there are no results where the search abstains. A vector is answered by <see cref="CodeIndex.Nearest"/>;
/// <c>Score</c> is then the cosine. Results come best first. A filter may read all properties of a record but <c>Key</c>, <c>Repository</c>, <c>Text</c>,
/// <c>Callers</c>, <c>Callees</c>, <c>ContentHash</c> and <c>Vector</c>.
/// </remarks>
/// <param name="current">Gives the index as it is now, asked once a search: <c>() => index</c>, or of a watcher <c>() => watcher.Current</c>.</param>
/// <param name="options">
/// How texts are searched, such as <see cref="SearchOptions.MinimumRelevance"/>, <see cref="SearchOptions.Reranker"/> and a filter that all results fit;
/// <see cref="SearchOptions.Limit"/> is not looked at. Null for the defaults.
/// </param>
public sealed class CodeIndexSearchable(Func<CodeIndex> current, SearchOptions? options = null) : IVectorSearchable<CodeUnitRecord>, IKeywordHybridSearchable<CodeUnitRecord>
{
    private static readonly VectorStoreCollectionMetadata s_metadata = new() { VectorStoreSystemName = "structindex" };
    private readonly SearchOptions _options = options ?? new SearchOptions();

    /// <summary>Searches for units that answer a text, or whose vectors are nearest to one.</summary>
    /// <typeparam name="TInput">A string, or a vector as <see cref="ReadOnlyMemory{T}"/>, array or <see cref="Embedding{T}"/> of float.</typeparam>
    /// <param name="searchValue">The text or vector.</param>
    /// <param name="top">Most results, 1 or more.</param>
    /// <param name="options">Filter, skip, threshold of the score, and whether records come with their vectors; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The vector has other dimensions, or another property than <c>Vector</c> is to be searched.</exception>
    /// <exception cref="NotSupportedException">The value is of another type, or the filter reads a property that it may not.</exception>
    public IAsyncEnumerable<VectorSearchResult<CodeUnitRecord>> SearchAsync<TInput>(
        TInput searchValue, int top, VectorSearchOptions<CodeUnitRecord>? options = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(searchValue);
        options ??= new VectorSearchOptions<CodeUnitRecord>();
        CheckProperty(options.VectorProperty, nameof(CodeUnitRecord.Vector));
        Window window = new(top, options.Skip, options.ScoreThreshold, options.IncludeVectors);
        return FindAsync(searchValue, window, RecordFilter.Translate(options.Filter), cancellationToken);
    }

    /// <summary>Searches for units that answer a text with some words besides; every search of text reads words and vectors.</summary>
    /// <typeparam name="TInput">A string.</typeparam>
    /// <param name="searchValue">The text.</param>
    /// <param name="keywords">Words that count too; those that the text holds already add nothing.</param>
    /// <param name="top">Most results, 1 or more.</param>
    /// <param name="options">Filter, skip, threshold of the score, and whether records come with their vectors; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is below 1.</exception>
    /// <exception cref="ArgumentException">Other properties than <c>Vector</c> and <c>Text</c> are to be searched.</exception>
    /// <exception cref="NotSupportedException">The value is no text, or the filter reads a property that it may not.</exception>
    public IAsyncEnumerable<VectorSearchResult<CodeUnitRecord>> HybridSearchAsync<TInput>(
        TInput searchValue, ICollection<string> keywords, int top, HybridSearchOptions<CodeUnitRecord>? options = null, CancellationToken cancellationToken = default)
        where TInput : notnull
    {
        ArgumentNullException.ThrowIfNull(searchValue);
        ArgumentNullException.ThrowIfNull(keywords);
        options ??= new HybridSearchOptions<CodeUnitRecord>();
        CheckProperty(options.VectorProperty, nameof(CodeUnitRecord.Vector));
        CheckProperty(options.AdditionalProperty, nameof(CodeUnitRecord.Text));
        string text = searchValue as string ?? throw new NotSupportedException($"A hybrid search takes the question as a string, which the index embeds itself; it was given {typeof(TInput)}.");
        string[] words = [.. keywords.Where(keyword => !text.Contains(keyword, StringComparison.OrdinalIgnoreCase))];
        Window window = new(top, options.Skip, options.ScoreThreshold, options.IncludeVectors);
        return FindAsync(string.Join(' ', [text, .. words]), window, RecordFilter.Translate(options.Filter), cancellationToken);
    }

    /// <summary>Gives this object, the index as it is now, or what is known of it.</summary>
    /// <param name="serviceType"><see cref="CodeIndexSearchable"/> or an interface of it, <see cref="CodeIndex"/>, or <see cref="VectorStoreCollectionMetadata"/>.</param>
    /// <param name="serviceKey">Null; there is nothing under a key.</param>
    /// <returns>The service; null where there is none.</returns>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(CodeIndex) ? current()
            : serviceType == typeof(VectorStoreCollectionMetadata) ? s_metadata
            : null;
    }

    private static void CheckProperty(Expression<Func<CodeUnitRecord, object?>>? property, string only)
    {
        Expression? body = property?.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : property?.Body;
        if (body is not null && (body as MemberExpression)?.Member.Name != only)
        {
            throw new ArgumentException($"Only the property {only} can be searched, and not {property}.", nameof(property));
        }
    }

    private async IAsyncEnumerable<VectorSearchResult<CodeUnitRecord>> FindAsync(
        object value, Window window, Func<CodeUnit, bool>? where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CodeIndex index = current();
        UnitFilter? filter = (_options.Filter?.Where, where) switch
        {
            (_, null) => _options.Filter,
            (null, _) => (_options.Filter ?? new UnitFilter()) with { Where = where },
            ({ } always, _) => _options.Filter with { Where = unit => always(unit) && where(unit) },
        };
        IReadOnlyList<SearchHit> hits = value switch
        {
            string text => (await index.SearchAsync(text, _options with { Limit = window.Last, Filter = filter }, cancellationToken).ConfigureAwait(false)).Hits,
            ReadOnlyMemory<float> vector => index.Nearest(vector.Span, window.Last, filter),
            float[] vector => index.Nearest(vector, window.Last, filter),
            Embedding<float> vector => index.Nearest(vector.Vector.Span, window.Last, filter),
            _ => throw new NotSupportedException($"A search takes a string or a vector (ReadOnlyMemory<float>, float[], Embedding<float>); it was given {value.GetType()}."),
        };
        foreach (SearchHit hit in hits.Skip(window.Skip))
        {
            cancellationToken.ThrowIfCancellationRequested();
            double score = double.IsNaN(hit.Relevance) ? hit.Score : hit.Relevance;
            if (window.Threshold is { } least && score < least)
            {
                continue;
            }

            CodeUnitRecord record = index.ToRecord(hit.Unit);
            if (!window.WithVectors)
            {
                record.Vector = default;
            }

            yield return new VectorSearchResult<CodeUnitRecord>(record, score);
        }
    }

    /// <summary>Which of the results are given.</summary>
    private sealed record Window
    {
        public Window(int top, int skip, double? threshold, bool withVectors)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
            (Skip, Last, Threshold, WithVectors) = (skip, (int)Math.Min((long)top + skip, int.MaxValue), threshold, withVectors);
        }

        public int Skip { get; }

        public int Last { get; }

        public double? Threshold { get; }

        public bool WithVectors { get; }
    }
}
