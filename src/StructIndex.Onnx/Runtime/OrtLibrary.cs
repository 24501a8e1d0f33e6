using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// Finds the ONNX Runtime library: where the application says, in the folder or file that STRUCTINDEX_ONNXRUNTIME names, in
/// runtimes/&lt;rid&gt;/native beside the application, and beside the application itself.
/// </summary>
internal static class OrtLibrary
{
    /// <summary>Environment variable that names the application's own library, or the folder that holds it.</summary>
    public const string Variable = "STRUCTINDEX_ONNXRUNTIME";

    private static string FileName => OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib" : "libonnxruntime.so";

    /// <summary>The file to load.</summary>
    /// <param name="chosen">A file or a folder; null to look in the usual places.</param>
    /// <exception cref="OnnxRuntimeException">It is nowhere.</exception>
    public static string Find(string? chosen)
    {
        chosen ??= Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;
        if (chosen is not null)
        {
            string file = Path.GetFullPath(Directory.Exists(chosen) ? Path.Combine(chosen, FileName) : chosen);
            return File.Exists(file) ? file : throw new OnnxRuntimeException($"The ONNX Runtime library {file}, which the application chose, does not exist.");
        }

        // The portable identifier: RuntimeInformation.RuntimeIdentifier may name a distribution.
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string rid = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        string[] places = [Path.Combine(AppContext.BaseDirectory, "runtimes", rid, "native", FileName), Path.Combine(AppContext.BaseDirectory, FileName)];
        return Array.Find(places, File.Exists) ?? throw new OnnxRuntimeException(
            $"The ONNX Runtime library for {rid} was not found at {string.Join(" or ", places)}. The package brings it for linux-x64, linux-arm64, osx-arm64, win-x64 and win-arm64; elsewhere name your own in OnnxRuntimeOptions.Library or in {Variable}.");
    }
}
