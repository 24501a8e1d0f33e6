using System.Diagnostics;

namespace StructIndex.Tests;

/// <summary>The tool as a process of its own that is interrupted while it works.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public InterruptTests()
    {
        string text = string.Concat(Enumerable.Range(0, 800).Select(i => $"def function_{i}(a, b):\n    return function_{i / 2}(a + {i}, [b])\n\n"));
        for (int i = 0; i < 40; i++)
        {
            _folder.Write($"code/module_{i}.py", text);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_index_ends_with_2_and_leaves_no_file(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent otherwise there");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(), "a shell that runs the tests in its background has them, and what they start, ignore Ctrl-C");
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "StructIndex.Tool"), ["index", _folder.At("code"), "-o", _folder.At("code.index")]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using Process tool = Process.Start(start)!;
        string? first = await tool.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{tool.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        string error = await tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("structindex: reading files (40)", first);
        Assert.EndsWith("structindex: cancelled\n", error, StringComparison.Ordinal);
        Assert.Equal(2, tool.ExitCode);
        Assert.Equal([_folder.At("code")], Directory.GetFileSystemEntries(_folder.FullPath));
    }

    // The mask of ignored signals in Linux, in which the second bit is that of SIGINT.
    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status";
        string? mask = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        return mask is not null && (Convert.ToUInt64(mask.Split(':')[1].Trim(), 16) & 2) != 0;
    }
}
