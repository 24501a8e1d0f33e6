namespace StructIndex.Tests;

/// <summary>
/// The short form of <c>fuzz</c> of the benchmarks: the same seeds and so the same 200 inputs each time, without a look at what they
/// reach. What the long form found is among the inputs of its target.
/// </summary>
[Trait("Category", "Slow")]
public sealed class FuzzTests
{
    private static readonly Dictionary<string, Func<FuzzTarget>> s_targets =
        FuzzTargets.All.Concat(SourceTargets.All(Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "TreeSitter", "Golden"))).ToDictionary(target => target.Name, target => target.Make);

    public static TheoryData<string> Names => [.. s_targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Changed_inputs_are_read_or_refused_and_the_laws_hold(string name)
    {
        FuzzResult result = FuzzRun.Run(s_targets[name](), seed: 1, executions => executions >= 200);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Failure}\n{Convert.ToBase64String(failure.Input)}"));
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        byte[][] inputs = [[1, 2, 3, 4, 5, 6, 7, 8], [9, 10]];
        Mutator first = new(7, ["word"]), second = new(7, ["word"]), other = new(8, ["word"]);
        byte[][] made = [.. Enumerable.Range(0, 50).Select(_ => first.Next(inputs))];
        Assert.Equal(made, Enumerable.Range(0, 50).Select(_ => second.Next(inputs)));
        Assert.NotEqual(made, Enumerable.Range(0, 50).Select(_ => other.Next(inputs)));
    }

    [Fact]
    public void An_input_that_breaks_a_law_is_found()
    {
        FuzzTarget broken = FuzzTarget.OfText(["aaaa"], "b", text => FuzzTargets.Holds(!text.Contains('b', StringComparison.Ordinal), "a b"));
        FuzzResult result = FuzzRun.Run(broken, seed: 1, executions => executions >= 100);
        Assert.Equal(100, result.Executions);
        Assert.NotEmpty(result.Failures);
        Assert.All(result.Failures, failure => Assert.Contains((byte)'b', failure.Input));
    }
}
