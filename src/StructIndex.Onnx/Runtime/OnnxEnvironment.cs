using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace StructIndex;

/// <summary>Starts the ONNX Runtime environment of the process: no telemetry, and no messages on the console.</summary>
internal static partial class OnnxEnvironment
{
    // Set before the runtime starts, it prevents the uploader, its events and its device identifier (the runtime's Privacy.md).
    private const string DisableTelemetry = "ORT_DISABLE_TELEMETRY";
    private static readonly Lazy<OrtEnv> s_shared = new(Start);

    /// <summary>Starts the environment on the first call.</summary>
    public static void EnsureStarted() => _ = s_shared.Value;

    private static OrtEnv Start()
    {
        // The runtime reads the C library's environment, to which .NET's own SetEnvironmentVariable does not write on Unix.
        int error = OperatingSystem.IsWindows() ? SetOnWindows(DisableTelemetry, "1") : SetOnUnix(DisableTelemetry, "1", overwrite: 1);
        if (error != 0)
        {
            throw new InvalidOperationException($"The environment variable {DisableTelemetry} cannot be set (error {error}).");
        }

        EnvironmentCreationOptions options = new() { logId = "StructIndex", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        OrtEnv environment;
        try
        {
            environment = OrtEnv.CreateInstanceWithOptions(ref options);
        }
        catch (OnnxRuntimeException) when (OrtEnv.IsCreated)
        {
            // The application uses the runtime itself, and has started it with its own options.
            environment = OrtEnv.Instance();
        }

        environment.DisableTelemetryEvents();
        return environment;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnUnix(string name, string value, int overwrite);

    // Writes to the C runtime's copy of the environment and to the process's.
    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnWindows(string name, string value);
}
