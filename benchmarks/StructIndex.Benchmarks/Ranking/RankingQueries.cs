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
        LexicalQuery words = LexicalQuery.Parse(question.Text, contents.Lexical, IndexCache.Neighbours).WithoutStopWords();
        using SearchEvidence evidence = SearchEvidence.Gather(contents, words, IndexCache.Embed(question.Text), null);
        RankInput input = new(contents, traits, question.Text, words, QueryIntent.Of(question.Text), evidence, IndexCache.Model);
        QueryTerms terms = new(input);
        using FusedRanking fused = new(evidence);
        FeatureTable table = new FeatureReader(input, fused, terms).Read();
        RankedFiles ranking = new(fused, table, new UnitRanking(input, fused, terms), traits.AreSnippets);
        float[][] features = [.. Enumerable.Range(0, table.Files.Length).Select(i => table.Row(i).ToArray())];
        string[] paths = [.. table.Files.Select(file => prefix + contents.PathOf(file))];
        bool[] hits = [.. table.Files.Select((file, i) => question.Targets.Any(target => target.IsHitBy(paths[i], contents.Units[ranking.ShownOf(file)].Lines)))];
        return new RankingQuery(question, number, features, hits, paths);
    }
}
