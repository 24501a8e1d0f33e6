namespace StructIndex.Benchmarks;

/// <summary>Reads the features of a repository's questions from its index, as a search does.</summary>
internal static class RankingQueries
{
    public static async Task<IEnumerable<RankingQuery>> ReadAsync(DevelopmentRepository repository, int number, IndexCache cache)
    {
        IndexContents contents = await cache.GetAsync(repository);
        FileTraits traits = new(contents);
        return [.. repository.Queries.Select(question => Read(contents, traits, repository.Prefix, question, number))];
    }

    private static RankingQuery Read(IndexContents contents, FileTraits traits, string prefix, DevelopmentQuery question, int number)
    {
        using QueryContext context = IndexCache.Ask(contents, traits, question.Text);
        FeatureTable table = new FeatureReader(context).Read();
        RankedFiles ranking = new(context, table);
        float[][] features = [.. Enumerable.Range(0, table.Files.Length).Select(i => table.Row(i).ToArray())];
        string[] paths = [.. table.Files.Select(file => prefix + contents.PathOf(file))];
        bool[] hits = [.. table.Files.Select((file, i) => question.Targets.Any(target => target.IsHitBy(paths[i], contents.Units[ranking.ShownOf(file)].Lines)))];
        return new RankingQuery(question, number, features, hits, paths);
    }
}
