namespace StructIndex;

/// <summary>
/// The static embedding model that comes with the package, trained from scratch on documentation and code of free software.
/// </summary>
public static class CodeModel
{
    private static readonly Lazy<StaticEmbeddingGenerator> s_shared = new(Load);

    /// <summary>The model's generator: loaded at the first use (some ten milliseconds), shared by everyone, never disposed.</summary>
    public static StaticEmbeddingGenerator Default => s_shared.Value;

    private static StaticEmbeddingGenerator Load()
    {
        // The resource is in the mapped assembly and is used there, so the stream stays open.
        Stream file = typeof(CodeModel).Assembly.GetManifestResourceStream("code-model.bin")
            ?? throw new InvalidOperationException("The package was built without its embedding model.");
        return new StaticEmbeddingGenerator(StaticEmbeddingModel.Load(file));
    }
}
