using System.Text.Json;

namespace StructIndex.Tests;

/// <summary>What the package of StructIndex.Onnx will hold, as the build tells it; packing 150 MB would take longer than the rest of these tests.</summary>
public class OnnxPackageTests
{
    [Fact]
    public async Task The_library_is_packed_for_each_system_where_a_consumer_looks_for_it()
    {
        CommandRun run = await CommandRun.RunAsync("dotnet", Repository.Root, null, "msbuild", Path.Combine("src", "StructIndex.Onnx", "StructIndex.Onnx.csproj"), "-getItem:None");
        Assert.True(run.ExitCode == 0, run.Output);
        (string Path, string File)[] packed =
        [
            .. JsonDocument.Parse(run.Output).RootElement.GetProperty("Items").GetProperty("None").EnumerateArray()
                .Where(item => item.TryGetProperty("Pack", out JsonElement pack) && pack.GetString() == "true")
                .Select(item => (item.GetProperty("PackagePath").GetString()! + item.GetProperty("Filename").GetString() + item.GetProperty("Extension").GetString(), item.GetProperty("FullPath").GetString()!)),
        ];
        Assert.Equal(
            ["runtimes/linux-arm64/native/libonnxruntime.so", "runtimes/linux-x64/native/libonnxruntime.so", "runtimes/osx-arm64/native/libonnxruntime.dylib", "runtimes/win-arm64/native/onnxruntime.dll", "runtimes/win-x64/native/onnxruntime.dll"],
            packed.Select(item => item.Path).Where(path => path.StartsWith("runtimes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains(packed, item => item.Path == "/GUIDE.md");
        Assert.Contains(packed, item => item.Path == "/NOTICE.txt");
        Assert.All(packed, item => Assert.True(File.Exists(item.File), item.File));
    }
}
