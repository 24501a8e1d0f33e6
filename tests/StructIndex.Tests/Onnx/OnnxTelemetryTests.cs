using System.Runtime.InteropServices;

namespace StructIndex.Tests;

/// <summary>
/// ONNX Runtime reports to its maker unless the native environment forbids it before the runtime starts, and writes errors to the console.
/// </summary>
public partial class OnnxTelemetryTests
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    [Fact]
    public void Loading_a_model_forbids_telemetry_in_the_native_environment()
    {
        Assert.Throws<OnnxModelException>(() => OnnxSession.Load(Assets.At("encoder", "config.json"), new OnnxRuntimeOptions()));
        OnnxSession.Load(Assets.At("encoder", "onnx", "model.onnx"), new OnnxRuntimeOptions()).Dispose();
        Assert.Equal("1", OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable(Variable) : Marshal.PtrToStringUTF8(GetEnvironment(Variable)));
    }

    // In a process of its own, in which no other test has started the runtime and nobody else forbids telemetry. Where it is not forbidden
    // in time, version 1.31 leaves its device identifier and its database of events in the home folder.
    [Fact]
    public async Task A_process_that_loads_models_leaves_no_trace_of_telemetry_and_no_message_of_the_runtime()
    {
        using TemporaryFolder home = new();
        Dictionary<string, string?> environment = new() { [Variable] = "0", ["HOME"] = home.FullPath, ["XDG_CACHE_HOME"] = null, ["LOCALAPPDATA"] = home.FullPath };
        string[] arguments = ["exec", typeof(OnnxTelemetryTests).Assembly.Location, "-method", $"*.{nameof(Loading_a_model_forbids_telemetry_in_the_native_environment)}"];
        CommandRun run = await CommandRun.RunAsync("dotnet", AppContext.BaseDirectory, environment, arguments);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("Failed: 0", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Total: 0", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(":onnxruntime", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFileSystemEntries(home.FullPath, "*", SearchOption.AllDirectories), path => path.Contains("onnxruntime", StringComparison.OrdinalIgnoreCase));
    }

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial IntPtr GetEnvironment(string name);
}
