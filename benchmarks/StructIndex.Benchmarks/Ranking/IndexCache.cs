using Microsoft.Extensions.AI;

namespace StructIndex.Benchmarks;

/// <summary>Saved indexes of a development set, so that a new ranker or new weights are tried without indexing again. Delete the folder after a change of the parsers.</summary>
/// <param name="folder">Where the indexes are kept, one file for each repository.</param>
internal sealed class IndexCache(string folder)
{
    /// <summary>The index of a repository: the saved one, or where there is none that fits the model, a new one, which is saved.</summary>
    public Task<IndexContents> GetAsync(DevelopmentRepository repository) => GetAsync(repository.Name, new DirectorySource(repository.Folder));

    /// <summary>The same of any source, by a name of its own.</summary>
    public async Task<IndexContents> GetAsync(string name, ISourceProvider source)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, name + ".index");
        ModelIdentity model = GeneratorIdentity.Of(CodeIndexer.DefaultEmbeddingGenerator);
        if (File.Exists(file))
        {
            try
            {
                return await IndexSnapshot.LoadAsync(file, model);
            }
            catch (IndexFormatException e)
            {
                Console.Error.WriteLine($"{name}: indexed again ({e.Message})");
            }
        }

        CodeIndex index = await CodeIndexer.IndexAsync(source);
        await index.SaveAsync(file);
        return await IndexSnapshot.LoadAsync(file, model);
    }

    /// <summary>Asks an index as a search does, with the model of the package.</summary>
    public static QueryContext Ask(IndexContents contents, FileTraits traits, ParsedQuery query)
    {
        float[] vector = new float[Generator.Model.Dimensions];
        Generator.EmbedQuery(query.Essence, vector);
        return QueryContext.Gather(contents, traits, query, vector, model: Generator.Model);
    }

    /// <summary>The model of the package.</summary>
    public static StaticEmbeddingModel Model => Generator.Model;

    private static StaticEmbeddingGenerator Generator { get; } = (StaticEmbeddingGenerator)CodeIndexer.DefaultEmbeddingGenerator.GetService(typeof(StaticEmbeddingGenerator))!;
}
