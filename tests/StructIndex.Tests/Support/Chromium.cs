using System.Diagnostics;

namespace StructIndex.Tests;

/// <summary>The browser, where the machine has one.</summary>
internal static class Chromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The elements of a page after its scripts have run.</summary>
    public static string ElementsOf(string page, string fragment, string profile)
    {
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={profile}", "--virtual-time-budget=5000", "--dump-dom", $"{new Uri(page)}#{fragment}",
        ];
        using Process process = Process.Start(new ProcessStartInfo(Path!, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string elements = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return elements;
    }
}
