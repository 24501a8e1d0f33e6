using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>Turns units into the rows of a vector store: by their fields where the generator is the static code model, as enriched text otherwise.</summary>
internal static class UnitEmbedder
{
    /// <summary>Version of the fields that the static model reads, and of how it pools them.</summary>
    public const int FieldsVersion = 1;

    // Texts sent at once: enough to fill an encoder or to make a request worth its round trip, few enough to stop soon.
    private const int Batch = 64;

    /// <summary>Embeds units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="callers">Names of the callers of a unit; asked only where text is embedded.</param>
    /// <param name="callees">Names of the callees of a unit; asked only where text is embedded.</param>
    /// <param name="generator">The model.</param>
    /// <param name="cache">Embeddings known from before, to which new ones are added; null for none. The static model needs none.</param>
    /// <param name="progress">Called with the number of units done, from any thread; null when nobody looks.</param>
    /// <param name="known">Rows that need not be made again; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EmbeddingException">The generator gave vectors of the wrong number, of the wrong size, or not finite.</exception>
    public static async Task<EmbeddedUnits> EmbedAsync(
        IReadOnlyList<CodeUnit> units,
        Func<CodeUnit, IEnumerable<string>> callers,
        Func<CodeUnit, IEnumerable<string>> callees,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        EmbeddingCache? cache = null,
        Action<int>? progress = null,
        KnownRows? known = null,
        CancellationToken cancellationToken = default)
    {
        (int Unit, int Piece)[] rows = [.. units.SelectMany((unit, i) => Enumerable.Range(0, Math.Max(unit.Pieces.Count, 1)).Select(piece => (i, piece)))];
        int[] rowUnits = [.. rows.Select(row => row.Unit)];
        if (generator.GetService(typeof(StaticEmbeddingGenerator)) is StaticEmbeddingGenerator fields)
        {
            VectorStore pooled = await Task.Run(() => Pool(units, rows, fields.Model, known, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
            return new EmbeddedUnits(pooled, rowUnits, IdentityOf(generator, pooled.Dimensions), []);
        }

        EnrichedTexts texts = new(units, callers, callees, cancellationToken);
        EmbeddingCacheKey[] keys = new EmbeddingCacheKey[rows.Length];
        VectorStore store = await EmbedTextsAsync(texts, rows, keys, generator, cache, known, progress, cancellationToken).ConfigureAwait(false);
        return new EmbeddedUnits(store, rowUnits, IdentityOf(generator, store.Dimensions), keys);
    }

    /// <summary>Embeds a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="generator">The model that embedded the units.</param>
    /// <param name="dimensions">Components that the vector must have.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EmbeddingException">The generator gave vectors of the wrong number, of the wrong size, or not finite.</exception>
    public static async Task<float[]> EmbedQueryAsync(
        string query, IEmbeddingGenerator<string, Embedding<float>> generator, int dimensions, CancellationToken cancellationToken = default) =>
        (await GenerateAsync([query], ForQueries(generator), dimensions, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>What a generator's vectors are known by.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="dimensions">Components of its vectors; 0 where they are not known yet and the generator does not tell.</param>
    public static ModelIdentity IdentityOf(IEmbeddingGenerator<string, Embedding<float>> generator, int dimensions = 0)
    {
        if (generator.GetService(typeof(StaticEmbeddingGenerator)) is StaticEmbeddingGenerator fields)
        {
            return new ModelIdentity(fields.Model.ModelId, fields.Model.Dimensions, FieldsVersion);
        }

        EmbeddingGeneratorMetadata? metadata = MetadataOf(generator);
        return new ModelIdentity(NameOf(generator), dimensions > 0 ? dimensions : metadata?.DefaultModelDimensions ?? 0, EnrichmentTemplate.Version);
    }

    private static VectorStore Pool(
        IReadOnlyList<CodeUnit> units, (int Unit, int Piece)[] rows, StaticEmbeddingModel model, KnownRows? known, Action<int>? progress, CancellationToken cancellationToken)
    {
        VectorStoreBuilder builder = new(rows.Length, model.Dimensions, VectorPrecision.Int8);
        int done = 0;
        int blocks = (rows.Length + Batch - 1) / Batch;
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, blocks, options, () => new float[model.Dimensions], (block, _, vector) =>
        {
            int first = block * Batch, end = Math.Min(first + Batch, rows.Length);
            for (int row = first; row < end; row++)
            {
                if (known is not null && known.FirstRows[rows[row].Unit] is >= 0 and var then)
                {
                    builder.Copy(row, known.Vectors, then + rows[row].Piece);
                    continue;
                }

                CodeUnit unit = units[rows[row].Unit];
                model.Embed(UnitFields.Of(unit), PieceOf(unit, rows[row].Piece), vector);
                builder.Set(row, vector);
            }

            // A unit is done with its first row.
            int total = Interlocked.Add(ref done, rows[first..end].Count(static row => row.Piece == 0));
            progress?.Invoke(total);
            return vector;
        }, _ => { });
        return builder.Build();
    }

    private static async Task<VectorStore> EmbedTextsAsync(
        EnrichedTexts texts,
        (int Unit, int Piece)[] rows,
        EmbeddingCacheKey[] allKeys,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        EmbeddingCache? cache,
        KnownRows? known,
        Action<int>? progress,
        CancellationToken cancellationToken)
    {
        string model = NameOf(generator);
        int dimensions = MetadataOf(generator)?.DefaultModelDimensions ?? 0;
        VectorStoreBuilder? builder = null;
        for (int first = 0; first < rows.Length; first += Batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(Batch, rows.Length - first);
            string[] batch = [.. Enumerable.Range(first, count).Select(row => texts.Of(rows[row].Unit, rows[row].Piece))];
            EmbeddingCacheKey[] keys = [.. batch.Select(text => EmbeddingCacheKey.Of(text, EnrichmentTemplate.Version, model))];
            keys.CopyTo(allKeys, first);
            int[] knownRows = [.. keys.Select(key => known?.ByKey.GetValueOrDefault(key, -1) ?? -1)];
            float[]?[] vectors = [.. keys.Select((key, i) => knownRows[i] < 0 && cache is not null && cache.TryGet(key, out float[] cached) ? cached : null)];
            int[] missing = [.. Enumerable.Range(0, count).Where(i => knownRows[i] < 0 && vectors[i] is null)];
            if (missing.Length > 0)
            {
                float[][] made = await GenerateAsync([.. missing.Select(i => batch[i])], generator, dimensions, cancellationToken).ConfigureAwait(false);
                for (int i = 0; i < made.Length; i++)
                {
                    vectors[missing[i]] = made[i];
                    cache?.Add(keys[missing[i]], made[i]);
                }
            }

            dimensions = dimensions > 0 ? dimensions : vectors.FirstOrDefault(vector => vector is not null)?.Length ?? known!.Vectors.Dimensions;
            builder ??= new VectorStoreBuilder(rows.Length, dimensions, VectorPrecision.Float32);
            for (int i = 0; i < count; i++)
            {
                if (vectors[i] is { } vector)
                {
                    CheckSize(vector, dimensions, model);
                    builder.Set(first + i, vector);
                }
                else
                {
                    builder.Copy(first + i, known!.Vectors, knownRows[i]);
                }
            }

            progress?.Invoke(rows[first + count - 1].Unit + 1);
        }

        // Without units nothing tells the size of a vector where the generator does not.
        return (builder ?? new VectorStoreBuilder(0, Math.Max(dimensions, 1), VectorPrecision.Float32)).Build();
    }

    private static async Task<float[][]> GenerateAsync(
        string[] texts, IEmbeddingGenerator<string, Embedding<float>> generator, int dimensions, CancellationToken cancellationToken)
    {
        GeneratedEmbeddings<Embedding<float>> made = await generator.GenerateAsync(texts, null, cancellationToken).ConfigureAwait(false);
        string model = NameOf(generator);
        if (made.Count != texts.Length)
        {
            throw new EmbeddingException($"The model {model} gave {made.Count} vectors for {texts.Length} texts.", model, texts.Length, made.Count);
        }

        float[][] vectors = [.. made.Select(e => e.Vector.ToArray())];
        foreach (float[] vector in vectors)
        {
            dimensions = dimensions > 0 ? dimensions : vector.Length;
            CheckSize(vector, dimensions, model);
            if (!Array.TrueForAll(vector, float.IsFinite))
            {
                throw new EmbeddingException(
                    $"The model {model} gave a vector with a component that is not finite.", model, vector.Length, vector.Count(float.IsFinite));
            }
        }

        return vectors;
    }

    private static void CheckSize(float[] vector, int dimensions, string model)
    {
        if (vector.Length != dimensions || dimensions == 0)
        {
            throw new EmbeddingException($"The model {model} gave a vector of {vector.Length} components; {dimensions} are expected.", model, dimensions, vector.Length);
        }
    }

    // Models that are told queries from documents offer a generator for queries under this key.
    private static IEmbeddingGenerator<string, Embedding<float>> ForQueries(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(IEmbeddingGenerator<string, Embedding<float>>), "query") as IEmbeddingGenerator<string, Embedding<float>> ?? generator;

    private static ReadOnlySpan<char> PieceOf(CodeUnit unit, int piece) =>
        unit.Pieces.Count == 0 ? unit.Body : unit.Body.AsSpan(unit.Pieces[piece].Start, unit.Pieces[piece].Length);

    private static EmbeddingGeneratorMetadata? MetadataOf(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;

    private static string NameOf(IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        EmbeddingGeneratorMetadata? metadata = MetadataOf(generator);
        return metadata?.DefaultModelId ?? metadata?.ProviderName ?? generator.GetType().FullName ?? generator.GetType().Name;
    }
}
