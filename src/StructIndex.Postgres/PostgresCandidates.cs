using Npgsql;
using Pgvector;

namespace StructIndex;

/// <summary>What the ranker looks at: the files of the best units by words and by vectors, and those that bear what a query names.</summary>
internal static class PostgresCandidates
{
    // Of a word that so many units hold, those that hold no rarer one are none of the best.
    private const int MaxMatches = 4_000;

    // The ranker scales scores between the best and the fiftieth, and orders a hundred files.
    private const int MinUnits = 300;
    private const int MaxNamed = 50;

    // A predicate is asked about what is read alone, so more is read where there is one.
    private const int PredicateFactor = 4;

    // The best files by words are read whether or not a filter takes them: the ranker measures whole files by the best of all.
    private const string Sql =
        """
        with asked as materialized (select word::tsquery as word, weight from unnest($3::text[], $4::real[]) as asked (word, weight)),
        matched as materialized (
            select path, (select sum(weight * ts_rank('{0.125, 0.25, 0.5, 1.0}', words, word)) from asked) as score,
                (cardinality($6::text[]) = 0 or language = any($6)) and (cardinality($7::text[]) = 0 or kind = any($7)) and ($8::text[] is null or path = any($8)) as fits
            from structindex.members as held join structindex.units using (shard, tenant, hash, path)
            where shard = $14 and held.repository = $1 and words @@ to_tsquery('simple', $2)),
        dense as (
            select path from structindex.units
            where shard = $14 and exists (select from structindex.members where members.shard = $14 and members.repository = $1 and members.tenant = units.tenant and members.hash = units.hash)
                and (cardinality($6::text[]) = 0 or language = any($6)) and (cardinality($7::text[]) = 0 or kind = any($7)) and ($8::text[] is null or path = any($8))
            order by vector <=> $5 limit case when $5::halfvec is null then 0 else $9 end),
        chosen as (
            select path from (select path from matched where fits order by score desc limit $9) as units
            union
            select path from (select path from matched group by path order by sum(score) desc limit $9 / 4) as files
            union
            select path from dense
            union
            (select path from structindex.files where shard = $14 and repository = $1 and $5::halfvec is not null order by vector <=> $5 limit $9 / 4)
            union
            (select path from structindex.members where shard = $14 and repository = $1 and name = any($10) limit $12)
            union
            (select path from structindex.files where shard = $14 and repository = $1 and name = any($11) limit $12)
            union
            select unnest($13::text[]))
        select version, bytes from structindex.repositories left join (
            select bytes from structindex.files join structindex.extracts using (shard, tenant, hash) where shard = $14 and repository = $1 and path = any(array(select path from chosen))) as found on true
        where shard = $14 and id = $1
        """;

    /// <summary>Asks for the records of files, with the version of the branch in each row; one row without a record where there are none.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="query">The query; null for the given files alone.</param>
    /// <param name="whole">What is known of the branch.</param>
    /// <param name="paths">Files that are wanted whatever the query.</param>
    public static NpgsqlBatchCommand Find(BranchKey branch, PostgresQuery? query, WholeStatistics whole, string[] paths)
    {
        (string[] words, float[] weights) = query is null ? ([], []) : Words(query.Words, whole);
        UnitFilter filter = query?.Options.Filter ?? new UnitFilter();
        return PostgresConnector.Ask(
            Sql,
            branch.Id,
            SearchText.AnyOf(Essential(query?.Words, whole)) ?? "",
            words,
            weights,
            new NpgsqlParameter { Value = query is null or { Vector: [] } ? DBNull.Value : PostgresSearch.Halve(query.Vector), DataTypeName = "halfvec" },
            filter.Languages.Select(language => FilterColumns.LanguageOf(language, [.. whole.Languages.Keys])).ToArray(),
            filter.Kinds.Select(kind => kind.ToString()).ToArray(),
            new NpgsqlParameter { Value = (object?)query?.AllowedPaths ?? DBNull.Value, DataTypeName = "text[]" },
            Math.Max(MinUnits, 3 * (query?.Options.Limit ?? 0)) * (filter.Where is null ? 1 : PredicateFactor),
            query is null ? [] : Definitions.NamesIn(query.Parsed).Select(NameColumn.Of).Distinct(StringComparer.Ordinal).ToArray(),
            query is null ? [] : query.Parsed.Places.Select(place => NameColumn.Of(place.Path[(place.Path.LastIndexOf('/') + 1)..])).Distinct(StringComparer.Ordinal).ToArray(),
            MaxNamed,
            paths,
            branch.Shard);
    }

    // A term counts by its rarity in the branch; of a word that is asked twice, twice.
    private static (string[] Words, float[] Weights) Words(LexicalQuery query, WholeStatistics whole)
    {
        Dictionary<string, float> weights = new(StringComparer.Ordinal);
        foreach ((LexicalWord word, LexicalTerm term) in query.Words.SelectMany(word => word.Terms.Select(term => (word, term))))
        {
            string text = $"'{SearchText.Word(whole.Vocabulary.Terms[term.Term].ToString())}'";
            weights[text] = Math.Max(weights.GetValueOrDefault(text), word.Count * term.Weight);
        }

        return ([.. weights.Keys], [.. weights.Values]);
    }

    // The rarest terms, as long as not too many units hold them.
    private static List<string> Essential(LexicalQuery? query, WholeStatistics whole)
    {
        List<string> essential = [];
        long matches = 0;
        foreach (int term in (query?.Words ?? []).SelectMany(word => word.Terms.Select(term => term.Term)).Distinct().OrderBy(whole.Vocabulary.FrequencyOf))
        {
            matches += whole.Vocabulary.FrequencyOf(term);
            if (matches > MaxMatches && essential.Count > 0)
            {
                break;
            }

            essential.Add(SearchText.Word(whole.Vocabulary.Terms[term].ToString()));
        }

        return essential;
    }
}

/// <summary>A query as a database is asked.</summary>
/// <param name="Parsed">What it says.</param>
/// <param name="Words">Its words in the terms of the branch, without stop words.</param>
/// <param name="Vector">Its vector; empty for none.</param>
/// <param name="Options">What may be found.</param>
/// <param name="AllowedPaths">The files to which it is confined; null for all.</param>
internal sealed record PostgresQuery(ParsedQuery Parsed, LexicalQuery Words, float[] Vector, SearchOptions Options, string[]? AllowedPaths);
