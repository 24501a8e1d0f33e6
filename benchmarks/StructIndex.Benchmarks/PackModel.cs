using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>Packs trained weights (<c>vocab.tsv</c>, <c>table.int8</c>, <c>scale.f32</c>, <c>config.json</c>) into the one file that the library reads.</summary>
internal static class PackModel
{
    public static int Run(string[] args)
    {
        if (args.Length != 3)
        {
            Console.Error.WriteLine("usage: pack-model DIRECTORY NAME OUTPUT");
            return 2;
        }

        string Part(string name) => Path.Combine(args[0], name);
        string[][] lines = [.. File.ReadLines(Part("vocab.tsv")).Select(l => l.Split('\t'))];
        using JsonDocument config = JsonDocument.Parse(File.ReadAllText(Part("config.json")));
        JsonElement weights = config.RootElement.GetProperty("field_weights");
        float Weight(string field) => weights.GetProperty(field).GetSingle();

        using FileStream output = File.Create(args[2]);
        StaticEmbeddingFile.Write(
            output,
            args[1],
            [.. lines.Select(l => l[0])],
            [.. lines.Select(l => uint.Parse(l[1], CultureInfo.InvariantCulture))],
            MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Part("scale.f32"))),
            MemoryMarshal.Cast<byte, sbyte>(File.ReadAllBytes(Part("table.int8"))),
            new FieldWeights(
                Weight("name"), Weight("container"), Weight("path"), Weight("signature"), Weight("documentation"), Weight("body")),
            tokenizer: 1);
        Console.WriteLine($"{lines.Length} words, {output.Length} bytes");
        return 0;
    }
}
