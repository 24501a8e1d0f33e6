using Microsoft.Extensions.Diagnostics.HealthChecks;
using StructIndex;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the state of a code index to the health of an application.</summary>
public static class StructIndexHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of the index that <see cref="StructIndexServiceCollectionExtensions.AddStructIndex"/> registered, or of another <see cref="ICodeIndexAccessor"/>: healthy with an
    /// index, degraded until the first one is there, unhealthy while the last build or update has failed, though an index from before goes on answering. Its data are
    /// <c>phase</c>, and with an index the numbers of <c>units</c>, <c>edges</c> and <c>failures</c> (files not read, or only in part).
    /// </summary>
    /// <param name="builder">What <c>AddHealthChecks()</c> gives.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="failureStatus">What a failure counts as; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    /// <returns>The builder, to go on with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddStructIndex(this IHealthChecksBuilder builder, string name = "structindex", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<CodeIndexHealthCheck>(name, failureStatus, tags ?? []);
    }
}
