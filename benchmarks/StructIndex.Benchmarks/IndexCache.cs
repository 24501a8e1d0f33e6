namespace StructIndex.Benchmarks;

/// <summary>Indexes of development repositories, kept in a folder between runs where one is given. What an older version saved is made anew.</summary>
internal static class IndexCache
{
    public static async Task<CodeIndex> OpenAsync(DevelopmentRepository repository, string? folder)
    {
        string? file = folder is null ? null : Path.Combine(folder, repository.Name + ".index");
        if (file is not null && File.Exists(file))
        {
            try
            {
                return await CodeIndexer.LoadAsync(file);
            }
            catch (IndexFormatException)
            {
                Console.Error.WriteLine($"{repository.Name} is indexed again");
            }
        }

        CodeIndex index = await CodeIndexer.IndexDirectoryAsync(repository.Folder);
        if (file is not null)
        {
            Directory.CreateDirectory(folder!);
            await index.SaveAsync(file);
        }

        return index;
    }
}
