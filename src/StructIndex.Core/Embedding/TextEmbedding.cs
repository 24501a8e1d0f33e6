using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>How texts are given to a generator.</summary>
/// <param name="Generator">The generator.</param>
/// <param name="Cache">Embeddings known from before, to which new ones are added; null for none.</param>
/// <param name="BatchSize">Most texts of one call, 1 or more.</param>
/// <param name="Parallelism">Most calls at a time, 1 or more.</param>
internal sealed record TextEmbedding(IEmbeddingGenerator<string, Embedding<float>> Generator, EmbeddingCache? Cache = null, int BatchSize = TextEmbedding.DefaultBatchSize, int Parallelism = 1)
{
    /// <summary>Enough to fill an encoder or to make a request worth its round trip, few enough to stop soon.</summary>
    public const int DefaultBatchSize = 64;

    private readonly string _model = GeneratorIdentity.NameOf(Generator);

    /// <summary>Embeds the text of each row.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="textOf">The text of a row; called from several threads.</param>
    /// <param name="known">Rows that need not be made again; null for none.</param>
    /// <param name="done">Called with the rows of each batch that is done, from any thread.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The vectors, and what each was made of.</returns>
    /// <exception cref="EmbeddingException">The generator broke its contract.</exception>
    public async Task<(VectorStore Vectors, EmbeddingCacheKey[] Keys)> EmbedAsync(int count, Func<int, string> textOf, KnownRows? known, Action<Range> done, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        known = known is { Vectors.Count: > 0 } ? known : null;

        // Metadata does not say for sure how large the vectors will be: middleware may ask for others. The first one shows it.
        float[]? first = known is null && count > 0 ? (await GenerateAsync([textOf(0)], 0, cancellationToken).ConfigureAwait(false))[0] : null;
        int dimensions = known?.Vectors.Dimensions ?? first?.Length ?? 1;
        int start = first is null ? 0 : 1;
        VectorStoreBuilder builder = new(count, dimensions, VectorPrecision.Float32);
        EmbeddingCacheKey[] keys = new EmbeddingCacheKey[count];
        if (first is not null)
        {
            Keep(0, KeyOf(textOf(0)), first);
            done(..1);
        }

        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Parallelism };
        await Parallel.ForEachAsync(Enumerable.Range(0, (count - start + BatchSize - 1) / BatchSize), options, async (batch, token) =>
        {
            int from = start + (batch * BatchSize), to = Math.Min(from + BatchSize, count);
            await EmbedBatchAsync(from, to, token).ConfigureAwait(false);
            done(from..to);
        }).ConfigureAwait(false);
        return (builder.Build(), keys);

        async Task EmbedBatchAsync(int from, int to, CancellationToken token)
        {
            List<(int Row, EmbeddingCacheKey Key, string Text)> missing = [];
            for (int row = from; row < to; row++)
            {
                string text = textOf(row);
                EmbeddingCacheKey key = keys[row] = KeyOf(text);
                if (known is not null && known.ByKey.TryGetValue(key, out int then))
                {
                    builder.Copy(row, known.Vectors, then);
                }
                else if (Cache is not null && Cache.TryGet(key, out float[] cached))
                {
                    builder.Set(row, cached);
                    IndexTelemetry.CacheHits.Add(1);
                }
                else
                {
                    missing.Add((row, key, text));
                }
            }

            float[][] made = missing.Count == 0 ? [] : await GenerateAsync([.. missing.Select(entry => entry.Text)], dimensions, token).ConfigureAwait(false);
            for (int i = 0; i < made.Length; i++)
            {
                Keep(missing[i].Row, missing[i].Key, made[i]);
            }
        }

        EmbeddingCacheKey KeyOf(string text) => EmbeddingCacheKey.Of(text, EnrichmentTemplate.Version, _model, dimensions);

        void Keep(int row, EmbeddingCacheKey key, float[] vector)
        {
            keys[row] = key;
            builder.Set(row, vector);
            Cache?.Add(key, vector);
            IndexTelemetry.UnitsEmbedded.Add(1);
        }
    }

    /// <summary>Asks the generator.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="dimensions">Components that each vector must have; 0 for as many as the first has.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EmbeddingException">The generator broke its contract.</exception>
    public async Task<float[][]> GenerateAsync(string[] texts, int dimensions, CancellationToken cancellationToken)
    {
        GeneratedEmbeddings<Embedding<float>> made = await Generator.GenerateAsync(texts, null, cancellationToken).ConfigureAwait(false);
        if (made.Count != texts.Length)
        {
            throw new EmbeddingException($"The model {_model} gave {made.Count} vectors for {texts.Length} texts.", _model, texts.Length, made.Count);
        }

        float[][] vectors = [.. made.Select(embedding => embedding.Vector.ToArray())];
        foreach (float[] vector in vectors)
        {
            dimensions = dimensions > 0 ? dimensions : vector.Length;
            if (vector.Length != dimensions || dimensions == 0)
            {
                throw new EmbeddingException($"The model {_model} gave a vector of {vector.Length} components; {dimensions} are expected.", _model, dimensions, vector.Length);
            }

            if (!Array.TrueForAll(vector, float.IsFinite))
            {
                throw new EmbeddingException($"The model {_model} gave a vector with a component that is not finite.", _model, vector.Length, vector.Count(float.IsFinite));
            }
        }

        return vectors;
    }
}
