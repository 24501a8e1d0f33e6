using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>A BEIR folder of Python functions (<c>corpus.jsonl</c>, <c>queries.jsonl</c>, <c>qrels/dev.tsv</c>): each judged query against the whole corpus.</summary>
internal sealed class ProbeBeir
{
    private readonly ProbeUnit[] _units;
    private readonly (string Text, int[] Relevant)[] _queries;

    public ProbeBeir(string folder, string? cache)
    {
        _units = ProbeUnits.OfBeir(folder, cache);
        Dictionary<string, int> places = Rows(folder, "corpus.jsonl").Select((row, i) => (Id: row.GetProperty("_id").GetString()!, i)).ToDictionary(r => r.Id, r => r.i, StringComparer.Ordinal);
        Dictionary<string, string> texts = Rows(folder, "queries.jsonl").ToDictionary(q => q.GetProperty("_id").GetString()!, q => q.GetProperty("text").GetString()!, StringComparer.Ordinal);
        _queries = [.. File.ReadLines(Path.Combine(folder, "qrels", "dev.tsv")).Skip(1).Select(l => l.Split('\t')).Where(l => l[2] != "0")
            .GroupBy(l => l[0], StringComparer.Ordinal).Select(g => (texts[g.Key], g.Select(l => places[l[1]]).ToArray()))];
    }

    public FieldProducts Products(StaticEmbeddingModel model) => new(model, _units, [.. _queries.Select(q => q.Text)]);

    /// <summary>Mean reciprocal rank.</summary>
    public double Mrr(FieldProducts products, FieldWeights weights, bool matched = false)
    {
        float[] lengths = products.Lengths(weights);
        double[] ranks = new double[_queries.Length];
        Parallel.For(0, ranks.Length, () => new float[_units.Length], (q, _, cosines) =>
        {
            products.Cosines(q, weights, lengths, cosines);
            if (matched)
            {
                products.AddWordMatch(q, cosines);
            }

            float best = _queries[q].Relevant.Max(i => cosines[i]);
            ranks[q] = 1.0 / (1 + cosines.Count(c => c > best));
            return cosines;
        }, _ => { });
        return ranks.Average();
    }

    private static IEnumerable<JsonElement> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Select(l => JsonDocument.Parse(l).RootElement);
}
