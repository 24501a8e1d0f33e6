using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StructIndex.Benchmarks;

/// <summary>This program compiled to machine code, as the tool is published: made at the first use, and again when anything it is made of changed.</summary>
internal static class NativeBuild
{
    /// <summary>Path of the program; null, with the reason on standard error, where it cannot be made.</summary>
    public static async Task<string?> FindAsync()
    {
        if (!RuntimeFeature.IsDynamicCodeCompiled)
        {
            return Environment.ProcessPath;
        }

        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "StructIndex.Benchmarks.csproj")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        if (folder is null)
        {
            return null;
        }

        Console.Error.WriteLine("Compiling this program to machine code: some three minutes the first time.");
        string output = Path.Combine(folder, "bin", "native");
        using Process publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", folder, "-c", "Release", "--use-current-runtime", "-p:PublishAot=true", "-o", output, "-v", "q", "--nologo"]) { RedirectStandardOutput = true })!;
        string said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode == 0)
        {
            return Path.Combine(output, Path.GetFileName(Environment.ProcessPath!));
        }

        Console.Error.WriteLine($"{said}\nThis program could not be compiled to machine code, so it is measured as it is.");
        return null;
    }
}
