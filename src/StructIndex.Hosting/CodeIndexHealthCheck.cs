using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StructIndex;

/// <summary>Healthy with an index, degraded until the first one is there, unhealthy when the last build or update failed.</summary>
internal sealed class CodeIndexHealthCheck(ICodeIndexAccessor accessor) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        CodeIndexState state = accessor.State;
        CodeIndex? index = accessor.Current;
        HealthStatus status = state.Phase == CodeIndexPhase.Failed ? context.Registration.FailureStatus
            : index is null ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["phase"] = state.Phase.ToString() };
        if (index is not null)
        {
            data["units"] = index.Units.Count;
            data["edges"] = index.Graph.Edges.Count;
            data["failures"] = index.Failures.Count;
        }

        return Task.FromResult(new HealthCheckResult(status, $"The code index is {state}.", data: data));
    }
}
