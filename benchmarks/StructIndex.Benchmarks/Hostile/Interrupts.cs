using System.Diagnostics;
using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>How soon the command ends that is interrupted, at evenly spaced moments of its run.</summary>
internal static class Interrupts
{
    public const string Help = "TOOL FOLDER [--cuts 20]: SIGINT to 'structindex' (path TOOL) at evenly spaced moments of 'index FOLDER' and of 'search' in a saved index: ms until it ends. Linux, not from a shell's background";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        string tool = Path.GetFullPath(options.Rest[0]), code = Path.GetFullPath(options.Rest[1]);
        int cuts = int.Parse(options.Find("cuts") ?? "20", CultureInfo.InvariantCulture);
        using HostileFolder folder = new();
        Console.WriteLine("| command | s in all | interrupted | median ms to end | worst ms | worst at | exit codes | files left |\n|-|-|-|-|-|-|-|-|");
        await MeasureAsync(tool, folder, cuts, ["index", code, "-o", "new.idx", "--force"]);
        await HostileRun.OfAsync(tool, folder, ["index", code, "-o", "x.idx"]);
        await MeasureAsync(tool, folder, cuts, ["search", "x.idx", "where is a request cancelled"]);
        return 0;
    }

    private static async Task MeasureAsync(string tool, HostileFolder folder, int cuts, string[] arguments)
    {
        HostileRun whole = await HostileRun.OfAsync(tool, folder, arguments);
        File.Delete(Path.Combine(folder.Path, "new.idx"));
        List<(double Milliseconds, double At)> ends = [];
        SortedSet<int> codes = [];
        for (int cut = 1; cut <= cuts; cut++)
        {
            using Process run = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder.Path, RedirectStandardError = true, RedirectStandardOutput = true })!;
            Task<string> output = run.StandardOutput.ReadToEndAsync(), error = run.StandardError.ReadToEndAsync();
            await Task.Delay(TimeSpan.FromSeconds(whole.Seconds * cut / (cuts + 1)));
            if (!run.HasExited)
            {
                long started = Stopwatch.GetTimestamp();
                using Process kill = Process.Start("kill", ["-INT", run.Id.ToString(CultureInfo.InvariantCulture)]);
                await run.WaitForExitAsync();
                ends.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, (double)cut / (cuts + 1)));
                codes.Add(run.ExitCode);
            }

            await Task.WhenAll(output, error);
        }

        ends.Sort();
        int left = Directory.GetFiles(folder.Path, "new.idx*").Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {arguments[0]} | {whole.Seconds:0.0} | {ends.Count} | {ends[ends.Count / 2].Milliseconds:0} | {ends[^1].Milliseconds:0} | {ends[^1].At:P0} of the time | {string.Join(' ', codes)} | {left} |"));
    }
}
