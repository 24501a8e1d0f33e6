using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>
/// What models alone are worth on a development set: cosines of units, a file scored by the soft sum t ln sum exp(cosine / t) over its units, t = .05;
/// nDCG@10 as the published peers count it. With a BEIR folder, MRR over its whole corpus beside it.
/// </summary>
internal static class ModelDense
{
    public const string Help = "--eval DIR --sources DIR [--beir DIR] [--weights n,c,p,s,d,b] MODEL... : dense scores of models alone ('shipped' is the package's)";

    private const double Temperature = .05;

    public static async Task<int> RunAsync(string[] arguments)
    {
        Options options = new(arguments);
        (string Name, StaticEmbeddingModel Model)[] models = [.. options.Rest.Select(f => (Path.GetFileName(f), f == "shipped" ? CodeModel.Default.Model : StaticEmbeddingModel.Load(f)))];
        FieldWeights? weights = options.Find("weights") is { } text ? TrainModel.Weights(text) : null;
        Dictionary<string, List<double>> scores = models.ToDictionary(m => m.Name, _ => new List<double>(), StringComparer.Ordinal);
        foreach (DevelopmentRepository repository in DevelopmentSet.Load(options.Get("eval"), options.Get("sources")).Repositories)
        {
            int containers = int.Parse(options.Find("container") ?? "99", CultureInfo.InvariantCulture);
            (string Path, LineRange Lines, UnitFields Fields)[] units = [.. (await UnitsAsync(repository.Folder)).SelectMany(u => Pieces(u).Select(fields => (repository.Prefix + u.Path, u.Lines, fields with { Container = Last(fields.Container, containers) })))];
            Parallel.ForEach(models, model =>
            {
                double mean = Ndcg(repository, units, model.Model, weights ?? model.Model.Weights);
                lock (scores)
                {
                    scores[model.Name].Add(mean);
                }
            });
        }

        foreach ((string name, StaticEmbeddingModel model) in models)
        {
            string beir = options.Find("beir") is { } folder ? string.Create(CultureInfo.InvariantCulture, $"  MRR {BeirMrr(folder, model, weights ?? model.Weights):F4}") : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} nDCG@10 {scores[name].Average():F4}{beir}"));
        }

        return 0;
    }

    private static async Task<IReadOnlyList<CodeUnit>> UnitsAsync(string directory)
    {
        DirectorySource source = new(directory);
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            files.Add(file);
        }

        List<ParsedFile> parsed = [];
        foreach (var group in files.GroupBy(f => CodeIndexer.DefaultParsers.FirstOrDefault(p => p.CanParse(f))))
        {
            if (group.Key is not null)
            {
                parsed.AddRange(group.Key.Parse([.. group.OrderBy(f => f.Path, StringComparer.Ordinal)], source.RootDirectory, null).Files);
            }
        }

        return UnitAssembler.Assemble(parsed).Units;
    }

    private static IEnumerable<UnitFields> Pieces(CodeUnit unit)
    {
        UnitFields fields = UnitFields.Of(unit);
        return unit.Pieces.Count == 0 ? [fields] : unit.Pieces.Select(p => fields with { Body = fields.Body.Substring(p.Start, p.Length) });
    }

    private static string Last(string container, int components)
    {
        string[] parts = container.Split('.');
        return string.Join('.', parts.TakeLast(components));
    }

    private static double Ndcg(DevelopmentRepository repository, (string Path, LineRange Lines, UnitFields Fields)[] units, StaticEmbeddingModel model, FieldWeights weights)
    {
        float[][] vectors = [.. units.Select(u => Embed(model, u.Fields, weights))];
        float[] asked = new float[model.Dimensions];
        return repository.Queries.Average(query =>
        {
            model.EmbedQuery(query.Text, asked);
            Dictionary<string, (double Sum, float Best, LineRange Lines)> files = new(StringComparer.Ordinal);
            for (int i = 0; i < units.Length; i++)
            {
                float cosine = TensorPrimitives.Dot<float>(asked, vectors[i]);
                (double sum, float best, LineRange lines) = files.GetValueOrDefault(units[i].Path, (0, float.MinValue, default));
                files[units[i].Path] = (sum + Math.Exp(cosine / Temperature), Math.Max(best, cosine), cosine > best ? units[i].Lines : lines);
            }

            var ranked = files.OrderByDescending(f => f.Value.Sum).ThenBy(f => f.Key, StringComparer.Ordinal).Take(10).ToArray();
            SortedSet<int> ranks = [];
            foreach (DevelopmentTarget target in query.Targets)
            {
                int rank = Array.FindIndex(ranked, f => target.IsHitBy(f.Key, f.Value.Lines)) + 1;
                if (rank > 0)
                {
                    ranks.Add(rank);
                }
            }

            return ranks.Sum(r => 1 / Math.Log2(r + 1)) / Enumerable.Range(1, Math.Min(10, query.Targets.Count)).Sum(r => 1 / Math.Log2(r + 1));
        });
    }

    private static double BeirMrr(string folder, StaticEmbeddingModel model, FieldWeights weights)
    {
        TreeSitterParser parser = new();
        List<string> ids = [];
        List<SourceFile> files = [];
        foreach (string line in File.ReadLines(Path.Combine(folder, "corpus.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            ids.Add(document.RootElement.GetProperty("_id").GetString()!);
            files.Add(new SourceFile($"f{files.Count:D7}.py", document.RootElement.GetProperty("text").GetString()!, "python"));
        }

        // Each text is one function: its first unit stands for it, without the made-up path.
        ILookup<string, CodeUnit> units = UnitAssembler.Assemble(parser.Parse(files, null, null).Files).Units.ToLookup(u => u.Path, StringComparer.Ordinal);
        float[][] vectors = [.. files.Select(f => Embed(model, Fields(f, units[f.Path]), weights))];
        Dictionary<string, string> queries = File.ReadLines(Path.Combine(folder, "queries.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(q => q.GetProperty("_id").GetString()!, q => q.GetProperty("text").GetString()!, StringComparer.Ordinal);
        ILookup<string, string> relevant = File.ReadLines(Path.Combine(folder, "qrels", "dev.tsv")).Skip(1).Select(l => l.Split('\t')).Where(l => l[2] != "0").ToLookup(l => l[0], l => l[1], StringComparer.Ordinal);
        float[] asked = new float[model.Dimensions];
        return relevant.Average(query =>
        {
            model.EmbedQuery(queries[query.Key], asked);
            float[] cosines = [.. vectors.Select(v => TensorPrimitives.Dot<float>(asked, v))];
            float best = query.Max(id => cosines[ids.IndexOf(id)]);
            return 1.0 / (1 + cosines.Count(c => c > best));
        });
    }

    private static UnitFields Fields(SourceFile file, IEnumerable<CodeUnit> units)
    {
        CodeUnit? function = units.FirstOrDefault(u => u.Kind.IsCallable()) ?? units.FirstOrDefault();
        return function is null ? default(UnitFields) with { Body = file.Text } : UnitFields.Of(function) with { Path = "", Container = "" };
    }

    private static float[] Embed(StaticEmbeddingModel model, UnitFields fields, FieldWeights weights)
    {
        float[] vector = new float[model.Dimensions];
        model.Embed(fields, fields.Body, weights, vector);
        return vector;
    }
}
