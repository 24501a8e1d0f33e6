using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>
/// The static model as an <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>. Through the interface a text is embedded like a question;
/// <see cref="Embed"/> embeds a unit by its fields, which is better for code. Thread-safe; disposing does nothing.
/// </summary>
/// <remarks>
/// Any text has a finite vector: of unit length, or all zeros when it has no known word (empty text, emoji, unknown words only).
/// </remarks>
public sealed class StaticEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Wraps a model.</summary>
    /// <param name="model">The model, which may be shared.</param>
    public StaticEmbeddingGenerator(StaticEmbeddingModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
    }

    /// <summary>The model.</summary>
    public StaticEmbeddingModel Model { get; }

    // Made when asked for: the id of the model is a hash of all of it.
    private EmbeddingGeneratorMetadata Metadata => field ??= new EmbeddingGeneratorMetadata("structindex", null, Model.ModelId, Model.Dimensions);

    /// <summary>Embeds a unit by its fields.</summary>
    /// <inheritdoc cref="StaticEmbeddingModel.Embed(in UnitFields, Span{float})"/>
    public void Embed(in UnitFields fields, Span<float> vector) => Model.Embed(fields, vector);

    /// <inheritdoc cref="StaticEmbeddingModel.EmbedQuery"/>
    public void EmbedQuery(ReadOnlySpan<char> text, Span<float> vector) => Model.EmbedQuery(text, vector);

    /// <summary>Embeds texts like questions.</summary>
    /// <param name="values">The texts; none may be null.</param>
    /// <param name="options">
    /// Only <see cref="EmbeddingGenerationOptions.Dimensions"/> is looked at: the model has one size, and another is refused.
    /// </param>
    /// <param name="cancellationToken">Stops between two texts.</param>
    /// <returns>One vector a text, in order.</returns>
    /// <exception cref="ArgumentException">A text is null, or other dimensions are asked for.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (options?.Dimensions is int dimensions && dimensions != Model.Dimensions)
        {
            throw new ArgumentException($"The model gives {Model.Dimensions} dimensions, not {dimensions}.", nameof(options));
        }

        GeneratedEmbeddings<Embedding<float>> embeddings = [];
        foreach (string value in values)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return Task.FromCanceled<GeneratedEmbeddings<Embedding<float>>>(cancellationToken);
            }

            float[] vector = new float[Model.Dimensions];
            EmbedQuery(value ?? throw new ArgumentException("A text is null.", nameof(values)), vector);
            embeddings.Add(new Embedding<float>(vector) { ModelId = Model.ModelId });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsAssignableFrom(typeof(EmbeddingGeneratorMetadata)) ? Metadata
            : serviceType.IsInstanceOfType(Model) ? Model
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The model is shared and holds nothing that must be given back.
    }
}
