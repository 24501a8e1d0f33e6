using System.Diagnostics;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Runs universal-ctags.</summary>
internal static class Ctags
{
    /// <summary>The tags of the files that name functions, methods and types, and how many of those had made-up names and were left out.</summary>
    /// <param name="root">Folder to run in.</param>
    /// <param name="paths">Paths relative to it.</param>
    /// <exception cref="InvalidOperationException">ctags is missing or failed.</exception>
    public static async Task<(IReadOnlyList<CtagsTag> Tags, int Anonymous)> RunAsync(string root, IEnumerable<string> paths)
    {
        ProcessStartInfo start = new("ctags", [.. CtagsLanguages.Options, "--output-format=json", "--fields=+nKl", "--sort=no", "-L", "-", "-f", "-"])
        {
            UseShellExecute = false,
            WorkingDirectory = root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("ctags did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<(List<CtagsTag> Tags, int Anonymous)> reading = ReadAsync(process.StandardOutput);
        foreach (string path in paths)
        {
            await process.StandardInput.WriteLineAsync(path);
        }

        process.StandardInput.Close();
        var read = await reading;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? read : throw new InvalidOperationException($"ctags failed: {await errors}");
    }

    private static async Task<(List<CtagsTag> Tags, int Anonymous)> ReadAsync(StreamReader output)
    {
        List<CtagsTag> tags = [];
        int anonymous = 0;
        while (await output.ReadLineAsync() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement tag = json.RootElement;
            if (tag.GetProperty("_type").GetString() != "tag" || !tag.TryGetProperty("line", out JsonElement at))
            {
                continue;
            }

            CtagsTag found = new(tag.GetProperty("path").GetString()!, at.GetInt32(), tag.GetProperty("name").GetString()!, tag.GetProperty("kind").GetString()!);
            string language = tag.TryGetProperty("language", out JsonElement named) ? named.GetString()! : "";
            if (found.IsSymbol(language))
            {
                anonymous += found.IsAnonymous ? 1 : 0;
                if (!found.IsAnonymous)
                {
                    tags.Add(found);
                }
            }
        }

        return (tags, anonymous);
    }
}
