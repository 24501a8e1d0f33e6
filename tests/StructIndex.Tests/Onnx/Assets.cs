using System.Text.Json;

namespace StructIndex.Tests;

/// <summary>The small models beside the tests, made by the scripts that lie with them, and a real one where the machine has it.</summary>
internal static class Assets
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "StructIndex.Tests", "Onnx", "Assets");

    public static string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>The folder of real models: what STRUCTINDEX_MODELS names, else shared/models beside or above the checkout; null where there is none.</summary>
    public static string? RealModel(string name)
    {
        IEnumerable<string?> places = [Environment.GetEnvironmentVariable("STRUCTINDEX_MODELS")];
        for (DirectoryInfo? folder = new(Repository.Root); folder is not null; folder = folder.Parent)
        {
            places = places.Append(Path.Combine(folder.FullName, "shared", "models"));
        }

        return places.OfType<string>().Select(place => Path.Combine(place, name)).FirstOrDefault(Directory.Exists);
    }

    /// <summary>Token ids and what a float64 forward makes of them.</summary>
    public static NumberCase[] Numbers() => JsonSerializer.Deserialize<NumberCase[]>(File.ReadAllText(At("numbers.json")), JsonSerializerOptions.Web)!;
}

internal sealed record NumberCase(long[] Ids, long[] Types, double[][] Encoder, double[] Decoder, double Logit);
