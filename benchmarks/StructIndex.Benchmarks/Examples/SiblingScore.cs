using System.Numerics.Tensors;

namespace StructIndex.Benchmarks;

/// <summary>How often the right one of confusable files comes first.</summary>
/// <param name="Search">Share of questions whose answer is the first hit of the whole search.</param>
/// <param name="Answered">Share of questions that the search answers by its default threshold; the other figures are those without one.</param>
/// <param name="Dense">The same by the nearest unit of the embedding model alone.</param>
/// <param name="Margin">Mean difference between the cosine of the answer and that of the nearest other file.</param>
internal sealed record SiblingScore(double Search, double Answered, double Dense, double Margin)
{
    public static async Task<SiblingScore> MeasureAsync(ConfusableSiblings siblings)
    {
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource(siblings.Files));
        StaticEmbeddingModel model = ((StaticEmbeddingGenerator)CodeIndexer.DefaultEmbeddingGenerator.GetService(typeof(StaticEmbeddingGenerator))!).Model;
        float[][][] vectors = [.. siblings.Files.Select(file => index.Units.Where(unit => unit.Path == file.Path).Select(Embed).ToArray())];
        double search = 0, answered = 0, dense = 0, margin = 0;
        float[] asked = new float[model.Dimensions];
        for (int i = 0; i < siblings.Files.Count; i++)
        {
            SearchResult found = await index.SearchAsync(siblings.Questions[i], new SearchOptions { MinimumRelevance = 0 });
            answered += (await index.SearchAsync(siblings.Questions[i])).Abstained ? 0 : 1;
            search += found.Hits.Count > 0 && found.Hits[0].Unit.Path == siblings.Files[i].Path ? 1 : 0;
            model.EmbedQuery(siblings.Questions[i], asked);
            float[] cosines = [.. vectors.Select(units => units.Max(unit => TensorPrimitives.Dot<float>(asked, unit)))];
            float other = cosines.Where((_, at) => at != i).Max();
            dense += cosines[i] > other ? 1 : 0;
            margin += cosines[i] - other;
        }

        int count = siblings.Files.Count;
        return new SiblingScore(search / count, answered / count, dense / count, margin / count);

        float[] Embed(CodeUnit unit)
        {
            float[] vector = new float[model.Dimensions];
            model.Embed(UnitFields.Of(unit), vector);
            return vector;
        }
    }
}
