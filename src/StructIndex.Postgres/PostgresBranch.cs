using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>What is known of a branch before any question.</summary>
/// <param name="Key">Where its rows are.</param>
/// <param name="Version">How often it was pushed.</param>
/// <param name="Whole">Its words and what else the ranker knows of the whole.</param>
/// <param name="Spelling">Reads words that it does not hold as others that it does.</param>
internal sealed record PostgresBranch(BranchKey Key, long Version, WholeStatistics Whole, Spelling Spelling)
{
    /// <summary>Reads a branch.</summary>
    /// <exception cref="StructIndexException">There is no such branch, an older version of the package pushed it, or its vectors are of another model.</exception>
    public static async Task<PostgresBranch> ReadAsync(
        PostgresConnector connector, IEmbeddingGenerator<string, Embedding<float>> generator, string repository, string branch, CancellationToken cancellationToken)
    {
        (BranchKey Key, long Version, byte[] Statistics)? found = null;
        await connector.ReadAsync(
            [PostgresConnector.Ask("select shard, id, version, statistics from structindex.repositories where tenant = current_setting('structindex.tenant') and name = $1 and branch = $2", repository, branch)],
            (_, reader) => found = (new BranchKey(reader.GetInt32(0), reader.GetInt32(1)), reader.GetInt64(2), reader.IsDBNull(3) ? [] : reader.GetFieldValue<byte[]>(3)),
            cancellationToken).ConfigureAwait(false);
        if (found is not { } row)
        {
            throw new StructIndexException($"The database holds no branch {branch} of {repository}; PushAsync writes one.");
        }

        if (row.Statistics.Length == 0)
        {
            throw new StructIndexException($"The branch {branch} of {repository} was pushed by an older version of this package; push it again.");
        }

        WholeStatistics whole = WholeStatistics.Read(row.Statistics);
        if (whole.Model is not null && !whole.Model.Fits(GeneratorIdentity.Of(generator)))
        {
            throw new StructIndexException($"The branch {branch} of {repository} has vectors of {whole.Model}, and queries are embedded by {GeneratorIdentity.Of(generator)}.");
        }

        return new PostgresBranch(row.Key, row.Version, whole, new Spelling(whole.Vocabulary, GeneratorIdentity.AsStatic(generator)?.Model));
    }

    /// <summary>Reads a query.</summary>
    public ParsedQuery Read(string query)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        return parsed.ReadAs(Spelling.Read(parsed));
    }
}

/// <summary>What the rows of a branch are found by.</summary>
/// <param name="Shard">The server, where a database reads from several.</param>
/// <param name="Id">Its number there.</param>
internal readonly record struct BranchKey(int Shard, int Id);
