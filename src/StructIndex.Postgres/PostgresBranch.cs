using Microsoft.Extensions.AI;

namespace StructIndex;

/// <summary>What is known of a branch before any question.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">How often it was pushed.</param>
/// <param name="Whole">Its words and what else the ranker knows of the whole.</param>
/// <param name="Spelling">Reads words that it does not hold as others that it does.</param>
internal sealed record PostgresBranch(int Id, long Version, WholeStatistics Whole, Spelling Spelling)
{
    /// <summary>Reads a branch.</summary>
    /// <exception cref="StructIndexException">There is no such branch, an older version of the package pushed it, or its vectors are of another model.</exception>
    public static async Task<PostgresBranch> ReadAsync(
        PostgresConnector connector, IEmbeddingGenerator<string, Embedding<float>> generator, string repository, string branch, CancellationToken cancellationToken)
    {
        (int Id, long Version, byte[] Statistics)? found = null;
        await connector.ReadAsync(
            [PostgresConnector.Ask("select id, version, statistics from structindex.repositories where tenant = current_setting('structindex.tenant') and name = $1 and branch = $2", repository, branch)],
            (_, reader) => found = (reader.GetInt32(0), reader.GetInt64(1), reader.IsDBNull(2) ? [] : reader.GetFieldValue<byte[]>(2)),
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

        return new PostgresBranch(row.Id, row.Version, whole, new Spelling(whole.Vocabulary, GeneratorIdentity.AsStatic(generator)?.Model));
    }

    /// <summary>Reads a query.</summary>
    public ParsedQuery Read(string query)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        return parsed.ReadAs(Spelling.Read(parsed));
    }
}
