using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StructIndex;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers StructIndex with a service collection.</summary>
public static class StructIndexServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="CodeIndexBuilder"/> as a singleton, with the parsers of the package. Units are embedded by the generator of
    /// <paramref name="options"/>, else by the <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> that the container holds, else by the model of the package.
    /// A builder that was added before stays.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="options">How indexes are built; null for the defaults.</param>
    /// <returns>The collection, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddStructIndex(this IServiceCollection services, CodeIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        CodeIndexOptions chosen = options ?? new CodeIndexOptions();
        services.TryAddSingleton(provider => CodeIndexer.CreateBuilder(chosen with
        {
            EmbeddingGenerator = chosen.EmbeddingGenerator ?? provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
        }));
        return services;
    }
}
