namespace StructIndex.Tests;

/// <summary>The index of our own C# source, built once for all tests that ask it.</summary>
internal static class OwnSource
{
    private static readonly Lazy<Task<CodeIndex>> s_index = new(BuildAsync);

    /// <summary>The folder <c>src</c>.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "src");

    public static Task<CodeIndex> IndexAsync() => s_index.Value;

    private static Task<CodeIndex> BuildAsync() => CodeIndexer.IndexAsync(new DirectorySource(Folder, new SourceOptions { Include = ["**/*.cs"] }));
}
