using System.Globalization;

namespace StructIndex;

/// <summary>Gathers what may go into a context pack: hits, and the callers and callees of the best of them.</summary>
internal static class ContextCandidates
{
    /// <summary>The candidates, the likeliest first; each unit once.</summary>
    public static List<ContextCandidate> Of(IReadOnlyList<SearchHit> hits, IndexContents contents)
    {
        CodeGraph graph = contents.Graph;
        List<ContextCandidate> candidates = [];
        HashSet<CodeUnit> seen = [];
        Dictionary<string, (int Rank, int Further)> files = new(StringComparer.Ordinal);
        HashSet<string> minor = [.. hits.GroupBy(hit => hit.Unit.Path, StringComparer.Ordinal).Where(file => file.All(hit => hit.Relevance < ContextGains.MinorRelevance)).Select(file => file.Key)];
        foreach (SearchHit hit in hits)
        {
            _ = graph.IndexOf(hit.Unit);
            if (!seen.Add(hit.Unit) || IsEmpty(hit.Unit))
            {
                continue;
            }

            bool first = !files.TryGetValue(hit.Unit.Path, out (int Rank, int Further) file);
            file = first ? (files.Count + 1, 0) : (file.Rank, file.Further + 1);
            files[hit.Unit.Path] = file;
            double worth = first ? ContextGains.OfFile(file.Rank) : ContextGains.OfFurther(file.Rank, file.Further - 1);
            string why = string.Create(CultureInfo.InvariantCulture, $"hit {candidates.Count + 1}, relevance {hit.Relevance:0.00}");
            candidates.Add(new ContextCandidate(hit.Unit, worth, why, minor.Contains(hit.Unit.Path), contents.FactsOf(hit.Unit.Language)));
        }

        foreach (ContextCandidate host in candidates.Take(ContextGains.HitsWithNeighbours).ToArray())
        {
            Offer(host, graph.CallersOf(host.Unit).Select(edge => (edge.From, edge.Certainty)), "calls", contents, seen, candidates);
            Offer(host, graph.CalleesOf(host.Unit).Select(edge => (edge.To, edge.Certainty)), "called by", contents, seen, candidates);
        }

        return candidates;
    }

    // An empty file is a unit too, and nothing to read.
    private static bool IsEmpty(CodeUnit unit) => unit.Signature.Length == 0 && unit.Documentation.Length == 0 && unit.Code.Span.IsWhiteSpace();

    // What everything uses tells nothing about this unit, so the least used neighbours come first.
    private static void Offer(
        ContextCandidate host, IEnumerable<(CodeUnit Unit, EdgeCertainty Certainty)> neighbours, string relation, IndexContents contents, HashSet<CodeUnit> seen, List<ContextCandidate> candidates)
    {
        CodeGraph graph = contents.Graph;
        int place = 0;
        foreach (CodeUnit unit in neighbours
            .Where(n => n.Certainty != EdgeCertainty.Candidate && n.Unit.Signature.Length > 0 && (n.Unit.Role == host.Unit.Role || n.Unit.Role == UnitRole.Implementation))
            .Select(n => n.Unit).Distinct()
            .OrderBy(unit => graph.UsersOf(graph.IndexOf(unit)))
            .ThenBy(graph.IndexOf)
            .Where(unit => !seen.Contains(unit))
            .Take(ContextGains.Neighbours))
        {
            seen.Add(unit);
            candidates.Add(new ContextCandidate(unit, ContextGains.OfNeighbour(host.Worth, place++), $"{relation} {host.Unit.QualifiedName}", host.IsMinor, contents.FactsOf(unit.Language), host));
        }
    }
}
