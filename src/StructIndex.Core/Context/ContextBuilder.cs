namespace StructIndex;

/// <summary>
/// Fills a token budget: first the likeliest unit whole, where it fits; then again and again the step that is worth the most a token, a new
/// unit or more of one that is there. Since the worth of the first lines of a unit is the highest and files fall by rank, the rest of a small
/// budget shows signatures of several files, and of a large one whole units. What is hardly relevant gets a part of the budget at most.
/// </summary>
internal sealed class ContextBuilder
{
    private readonly IReadOnlyList<ContextCandidate> _candidates;
    private readonly ContextSelection _selection;
    private readonly Func<string, int> _count;
    private readonly int _budget;
    private readonly Dictionary<(int Candidate, ContextForm Form), int> _costs = [];

    private ContextBuilder(IReadOnlyList<ContextCandidate> candidates, int budget, Func<string, int> count)
    {
        (_candidates, _budget, _count) = (candidates, budget, count);
        _selection = new ContextSelection(count);
    }

    /// <summary>Makes a pack.</summary>
    /// <param name="candidates">What may go in, the likeliest first.</param>
    /// <param name="budget">Most tokens.</param>
    /// <param name="count">Counts tokens.</param>
    /// <param name="reason">Why there are no candidates; null when there are some.</param>
    public static ContextPack Build(IReadOnlyList<ContextCandidate> candidates, int budget, Func<string, int> count, string? reason = null)
    {
        ContextBuilder builder = new(candidates, budget, count);
        List<int> taken = builder.Fill();
        ContextPack pack = builder.Finish(reason);

        // A counter need not add up over pieces, so what is promised of the whole is counted on the whole.
        for (; pack.Tokens > budget && taken.Count > 0; pack = builder.Finish(reason))
        {
            int last = taken[^1];
            taken.RemoveAll(one => one == last);
            builder._selection.TrySet(candidates[last], last, null, budget, budget);
        }

        return pack.Tokens <= budget ? pack : pack with { Text = "", Tokens = 0 };
    }

    private List<int> Fill()
    {
        int room = _budget - _count(ContextText.Tail(_candidates.Count, _candidates.Count)), minorRoom = (int)(_budget * ContextGains.MinorShare);
        List<int> taken = [];
        if (_candidates.Count > 0 && _selection.TrySet(_candidates[0], 0, ContextForm.Whole, room, room))
        {
            taken.Add(0);
        }

        HashSet<(int, ContextForm)> refused = [];
        while (Best(refused) is { } best)
        {
            if (_selection.TrySet(_candidates[best.Candidate], best.Candidate, best.Form, room, minorRoom))
            {
                taken.Add(best.Candidate);
            }
            else
            {
                refused.Add(best);
            }
        }

        return taken;
    }

    private (int Candidate, ContextForm Form)? Best(HashSet<(int, ContextForm)> refused)
    {
        (int, ContextForm)? best = null;
        double most = 0;
        for (int i = 0; i < _candidates.Count; i++)
        {
            ContextCandidate candidate = _candidates[i];
            if (candidate.Host is { } host && _selection.FormOf(host) is null)
            {
                continue;
            }

            ContextForm? form = _selection.FormOf(candidate);
            (double share, int cost) = form is { } shown ? (ContextGains.Share(shown), Cost(i, shown)) : (0, 0);
            foreach (ContextForm next in candidate.Forms)
            {
                double rate = next > form || form is null
                    ? candidate.Worth * (ContextGains.Share(next) - share) / Math.Max(1, Cost(i, next) - cost)
                    : 0;
                if (rate > most && !refused.Contains((i, next)))
                {
                    (best, most) = ((i, next), rate);
                }
            }
        }

        return best;
    }

    /// <summary>Tokens of a candidate in a piece of its own.</summary>
    private int Cost(int candidate, ContextForm form)
    {
        if (!_costs.TryGetValue((candidate, form), out int cost))
        {
            cost = _costs[(candidate, form)] = ContextPieces.Of([(_candidates[candidate], form)], _count)[0].Tokens;
        }

        return cost;
    }

    private ContextPack Finish(string? reason)
    {
        IReadOnlyList<ContextPiece> pieces = _selection.Pieces;
        CodeUnit[] leftOut = [.. _candidates.Where(candidate => candidate.Host is null && _selection.FormOf(candidate) is null).Select(candidate => candidate.Unit)];
        string text = string.Concat(pieces.Select(ContextText.Render)) + ContextText.Tail(leftOut.Length, leftOut.Select(unit => unit.Path).Distinct(StringComparer.Ordinal).Count());
        return new ContextPack
        {
            Budget = _budget,
            Tokens = text.Length == 0 ? 0 : _count(text),
            Pieces = pieces,
            LeftOut = leftOut,
            Text = text,
            Reason = pieces.Count > 0 ? null : reason ?? "Nothing that was found fits the budget.",
        };
    }
}
