using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>Turns units into the rows of a vector store: by their fields where the generator is the static code model, as enriched text otherwise.</summary>
internal static class UnitEmbedder
{
    /// <summary>Version of the fields that the static model reads, and of how it pools them.</summary>
    public const int FieldsVersion = 1;

    // Units that a thread takes at a time.
    private const int Block = 64;

    /// <summary>Embeds units.</summary>
    /// <param name="units">The units.</param>
    /// <param name="callers">Names of the callers of a unit; asked only where text is embedded.</param>
    /// <param name="callees">Names of the callees of a unit; asked only where text is embedded.</param>
    /// <param name="embedding">The model, and how texts are given to it; the static model is given fields, and needs no cache.</param>
    /// <param name="progress">Called with the number of units done, from any thread; null for no reports.</param>
    /// <param name="known">Rows that need not be made again; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EmbeddingException">The generator gave vectors of the wrong number, of the wrong size, or not finite.</exception>
    public static async Task<EmbeddedUnits> EmbedAsync(
        IReadOnlyList<CodeUnit> units,
        Func<CodeUnit, IEnumerable<string>> callers,
        Func<CodeUnit, IEnumerable<string>> callees,
        TextEmbedding embedding,
        Action<int>? progress = null,
        KnownRows? known = null,
        CancellationToken cancellationToken = default)
    {
        (int Unit, int Piece)[] rows = [.. units.SelectMany((unit, i) => Enumerable.Range(0, Math.Max(unit.Pieces.Count, 1)).Select(piece => (i, piece)))];
        int[] rowUnits = [.. rows.Select(row => row.Unit)];
        int done = 0;
        if (GeneratorIdentity.AsStatic(embedding.Generator) is { } fields)
        {
            VectorStore pooled = await Task.Run(() => Pool(units, rows, fields.Model, known, Report, cancellationToken), cancellationToken).ConfigureAwait(false);
            return new EmbeddedUnits(pooled, rowUnits, GeneratorIdentity.Of(fields), []);
        }

        EnrichedTexts texts = new(units, callers, callees, cancellationToken);
        (VectorStore vectors, EmbeddingCacheKey[] keys) = await embedding.EmbedAsync(rows.Length, row => texts.Of(rows[row].Unit, rows[row].Piece), known, Report, cancellationToken).ConfigureAwait(false);
        return new EmbeddedUnits(vectors, rowUnits, GeneratorIdentity.Of(embedding.Generator, vectors.Dimensions), keys);

        // A unit is done with its first row.
        void Report(Range of) => progress?.Invoke(Interlocked.Add(ref done, rows[of].Count(static row => row.Piece == 0)));
    }

    /// <summary>Embeds a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="generator">The model that embedded the units.</param>
    /// <param name="dimensions">Components that the vector must have.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="EmbeddingException">The generator gave vectors of the wrong number, of the wrong size, or not finite.</exception>
    public static async Task<float[]> EmbedQueryAsync(
        string query, IEmbeddingGenerator<string, Embedding<float>> generator, int dimensions, CancellationToken cancellationToken = default)
    {
        TextEmbedding embedding = new(ForQueries(generator));
        return (await embedding.GenerateAsync([query], dimensions, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>A generator's side for queries: models that tell queries from documents offer it under the key <c>query</c>.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>> ForQueries(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(IEmbeddingGenerator<string, Embedding<float>>), "query") as IEmbeddingGenerator<string, Embedding<float>> ?? generator;

    private static VectorStore Pool(
        IReadOnlyList<CodeUnit> units, (int Unit, int Piece)[] rows, StaticEmbeddingModel model, KnownRows? known, Action<Range> done, CancellationToken cancellationToken)
    {
        VectorStoreBuilder builder = new(rows.Length, model.Dimensions, VectorPrecision.Int8);
        int blocks = (rows.Length + Block - 1) / Block;
        ParallelOptions options = new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, blocks, options, () => new float[model.Dimensions], (block, _, vector) =>
        {
            int first = block * Block, end = Math.Min(first + Block, rows.Length), made = 0;
            for (int row = first; row < end; row++)
            {
                if (known is not null && known.FirstRows[rows[row].Unit] is >= 0 and var then)
                {
                    builder.Copy(row, known.Vectors, then + rows[row].Piece);
                    continue;
                }

                CodeUnit unit = units[rows[row].Unit];
                model.Embed(UnitFields.WithoutBody(unit), PieceOf(unit, rows[row].Piece), vector);
                builder.Set(row, vector);
                made++;
            }

            IndexTelemetry.UnitsEmbedded.Add(made);

            done(first..end);
            return vector;
        }, _ => { });
        return builder.Build();
    }

    private static ReadOnlySpan<char> PieceOf(CodeUnit unit, int piece) =>
        unit.Pieces.Count == 0 ? unit.Code.Span : unit.Code.Span.Slice(unit.Pieces[piece].Start, unit.Pieces[piece].Length);
}
