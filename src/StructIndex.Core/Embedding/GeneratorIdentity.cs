using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>What is known of an embedding generator before it is asked for a vector.</summary>
internal static class GeneratorIdentity
{
    /// <summary>The generator as the static code model, which reads the fields of units; null for every other generator, which reads text.</summary>
    /// <param name="generator">The generator.</param>
    /// <exception cref="ArgumentException">The static model is inside of another generator, which would never be called.</exception>
    public static StaticEmbeddingGenerator? AsStatic(IEmbeddingGenerator<string, Embedding<float>>? generator) => generator switch
    {
        null => null,
        StaticEmbeddingGenerator fields => fields,
        _ when generator.GetService(typeof(StaticEmbeddingGenerator)) is not null => throw new ArgumentException(
            $"The generator {generator.GetType()} stands before the static code model, which reads the fields of units and no text, so it would never be called; pass the StaticEmbeddingGenerator itself.",
            nameof(generator)),
        _ => null,
    };

    /// <summary>The name under which a generator's vectors may be kept beyond its life; null where it names no model.</summary>
    public static string? ModelOf(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        MetadataOf(generator)?.DefaultModelId is { Length: > 0 } model ? model : null;

    /// <summary>What to call a generator in a message.</summary>
    public static string NameOf(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        ModelOf(generator) ?? MetadataOf(generator)?.ProviderName ?? generator.GetType().FullName ?? generator.GetType().Name;

    /// <summary>What a generator's vectors are known by; the name is empty where it names no model.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="dimensions">Components of its vectors; 0 where none has been made yet.</param>
    /// <exception cref="ArgumentException">The static model is inside of another generator.</exception>
    public static ModelIdentity Of(IEmbeddingGenerator<string, Embedding<float>> generator, int dimensions = 0) => AsStatic(generator) is { Model: var model }
        ? new ModelIdentity(model.ModelId, model.Dimensions, UnitEmbedder.FieldsVersion)
        : new ModelIdentity(ModelOf(generator) ?? "", dimensions, EnrichmentTemplate.Version);

    /// <summary>Checks that vectors of a generator can be told from those of another.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="use">What its vectors are to be used for, as the start of a sentence.</param>
    /// <param name="parameter">The parameter to name.</param>
    /// <exception cref="ArgumentException">The generator names no model.</exception>
    public static void RequireModel(IEmbeddingGenerator<string, Embedding<float>> generator, string use, string parameter)
    {
        if (ModelOf(generator) is null)
        {
            throw new ArgumentException(
                $"{use} needs a generator that names its model, and {generator.GetType()} does not: its vectors could not be told from another's. GetService(typeof(EmbeddingGeneratorMetadata)) must give a DefaultModelId.",
                parameter);
        }
    }

    private static EmbeddingGeneratorMetadata? MetadataOf(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;
}
