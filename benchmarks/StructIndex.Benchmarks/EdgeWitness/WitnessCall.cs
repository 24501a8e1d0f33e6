using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>A call or construction as a compiler sees it.</summary>
/// <param name="Path">The file, relative to the folder.</param>
/// <param name="Line">1-based line of the name that is called; 0 for a record that says no more than that the file was read.</param>
/// <param name="Name">What the call names.</param>
/// <param name="To">What is called; null where the compiler does not know.</param>
internal sealed record WitnessCall(string Path, int Line = 0, string Name = "", WitnessPlace? To = null)
{
    /// <summary>Reads lines of JSON objects.</summary>
    public static IEnumerable<WitnessCall> Read(IEnumerable<string> lines)
    {
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            using JsonDocument record = JsonDocument.Parse(line);
            JsonElement call = record.RootElement;
            string path = call.GetProperty("path").GetString()!;
            yield return call.TryGetProperty("line", out JsonElement at)
                ? new WitnessCall(path, at.GetInt32(), call.GetProperty("name").GetString()!, call.TryGetProperty("to", out JsonElement to) ? PlaceOf(to) : null)
                : new WitnessCall(path);
        }
    }

    private static WitnessPlace PlaceOf(JsonElement to) => new(to.GetProperty("path").GetString()!, to.GetProperty("line").GetInt32(), to.GetProperty("name").GetString()!);
}

/// <summary>A declaration as a compiler sees it.</summary>
/// <param name="Path">The file, relative to the folder.</param>
/// <param name="Line">1-based line of the declaration.</param>
/// <param name="Name">Its name; empty for none.</param>
internal sealed record WitnessPlace(string Path, int Line, string Name);
