namespace StructIndex.Benchmarks;

/// <summary><c>witness FOLDER... [--out FILE]</c>: are all symbols that universal-ctags lists units?</summary>
internal static class WitnessVerb
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        int option = Array.IndexOf(arguments, "--out");
        string? output = option >= 0 && option + 1 < arguments.Length ? arguments[option + 1] : null;
        string[] folders = [.. arguments.Where((_, at) => option < 0 || (at != option && at != option + 1))];
        if (folders.Length == 0)
        {
            await Console.Error.WriteLineAsync("witness FOLDER... [--out FILE]");
            return 2;
        }

        WitnessRun run = new();
        foreach (string folder in folders)
        {
            await run.AddAsync(folder);
        }

        Console.Write(WitnessReport.Table(run));
        Console.WriteLine();
        if (output is null)
        {
            Console.Write(WitnessReport.Misses(run));
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            await File.WriteAllTextAsync(output, WitnessReport.Document(run, folders));
        }

        return 0;
    }
}
