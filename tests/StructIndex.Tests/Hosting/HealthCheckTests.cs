using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace StructIndex.Tests;

/// <summary>The index as part of the health of an application.</summary>
public class HealthCheckTests
{
    [Fact]
    public async Task It_is_degraded_while_the_first_index_is_built_then_healthy_and_unhealthy_after_a_failure()
    {
        HeldIndex held = new();
        await using ServiceProvider services = Provide(held, static builder => builder.AddStructIndex());
        HealthReportEntry building = await CheckAsync(services);
        Assert.Equal((HealthStatus.Degraded, "Building"), (building.Status, building.Data["phase"]));
        Assert.Contains("parsing, 3 of 12", building.Description, StringComparison.Ordinal);

        CodeIndex index = await ShopCode.IndexAsync();
        held.Bring(index, isWhole: true);
        HealthReportEntry ready = await CheckAsync(services);
        Assert.Equal((HealthStatus.Healthy, "Ready"), (ready.Status, ready.Data["phase"]));
        Assert.Equal((index.Units.Count, index.Graph.Edges.Count, index.Failures.Count), (ready.Data["units"], ready.Data["edges"], ready.Data["failures"]));

        held.Fail("the disk is full");
        HealthReportEntry failed = await CheckAsync(services);
        Assert.Equal((HealthStatus.Unhealthy, "Failed"), (failed.Status, failed.Data["phase"]));
        Assert.Contains("the disk is full", failed.Description, StringComparison.Ordinal);
        Assert.Equal(index.Units.Count, failed.Data["units"]);
    }

    [Fact]
    public async Task Name_tags_and_what_a_failure_counts_as_are_those_asked_for()
    {
        HeldIndex held = new();
        held.Fail("no");
        await using ServiceProvider services = Provide(held, static builder => builder.AddStructIndex("code", HealthStatus.Degraded, ["ready"]));
        HealthReport report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"), TestContext.Current.CancellationToken);
        Assert.Equal(("code", HealthStatus.Degraded), (report.Entries.Single().Key, report.Entries.Single().Value.Status));
    }

    private static ServiceProvider Provide(ICodeIndexAccessor accessor, Action<IHealthChecksBuilder> add)
    {
        ServiceCollection services = new();
        services.AddSingleton(accessor).AddSingleton(typeof(ILogger<>), typeof(Microsoft.Extensions.Logging.Abstractions.NullLogger<>));
        add(services.AddHealthChecks());
        return services.BuildServiceProvider();
    }

    private static async Task<HealthReportEntry> CheckAsync(ServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["structindex"];
}
