using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>What became of one run of the command.</summary>
/// <param name="ExitCode">Its exit code; null where it had to be killed.</param>
/// <param name="Seconds">Time on the clock.</param>
/// <param name="Processor">Processor time in seconds.</param>
/// <param name="PeakMegabytes">Largest resident size.</param>
/// <param name="Output">What it wrote as results.</param>
/// <param name="Error">What it wrote besides.</param>
/// <param name="Folder">Where it ran.</param>
internal sealed record HostileRun(int? ExitCode, double Seconds, double Processor, double PeakMegabytes, string Output, string Error, string Folder)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120), s_look = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the command. Its standard input is a pipe that stays open.</summary>
    public static async Task<HostileRun> OfAsync(string tool, HostileFolder folder, string[] arguments)
    {
        ProcessStartInfo start = new(tool, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CACHE_HOME"] = System.IO.Path.Combine(folder.Path, "cache");
        long started = Stopwatch.GetTimestamp();
        using Process run = Process.Start(start)!;
        Task<string> output = run.StandardOutput.ReadToEndAsync(), error = run.StandardError.ReadToEndAsync();
        double peak = 0, processor = 0;
        while (!run.HasExited)
        {
            (peak, processor) = (Math.Max(peak, Peak(run.Id)), Math.Max(processor, ProcessorOf(run)));
            if (Stopwatch.GetElapsedTime(started) > s_limit)
            {
                run.Kill(entireProcessTree: true);
                await run.WaitForExitAsync();
                return new HostileRun(null, s_limit.TotalSeconds, processor, peak, await output, await error, folder.Path);
            }

            await Task.Delay(s_look);
        }

        return new HostileRun(run.ExitCode, Stopwatch.GetElapsedTime(started).TotalSeconds, processor, peak, await output, await error, folder.Path);
    }

    private static double ProcessorOf(Process run)
    {
        try
        {
            return run.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            return 0; // It has just ended.
        }
    }

    // The kernel's high-water mark, so that only what grew since the last look is missed.
    private static double Peak(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
