using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using StructIndex;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers StructIndex with a service collection.</summary>
public static class StructIndexServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="ICodeIndexAccessor"/> with the index of a folder. A hosted service builds it in the background: first so that it
    /// can be searched, then with its edges.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Says what is indexed, and how; null for the current folder with the defaults.</param>
    /// <returns>The collection, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddStructIndex(this IServiceCollection services, Action<StructIndexOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<StructIndexOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<BackgroundCodeIndex>();
        services.TryAddSingleton<ICodeIndexAccessor>(static provider => provider.GetRequiredService<BackgroundCodeIndex>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, BackgroundCodeIndex>(static provider => provider.GetRequiredService<BackgroundCodeIndex>()));
        return services;
    }
}
