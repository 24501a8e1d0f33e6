namespace StructIndex;

/// <summary>Makes pieces of the chosen units of one file.</summary>
internal static class ContextPieces
{
    /// <summary>The pieces, by line. A unit whose lines lie in those of another goes into the piece of that one.</summary>
    /// <param name="chosen">Units of one file, and how much of each is shown.</param>
    /// <param name="count">Counts tokens.</param>
    public static List<ContextPiece> Of(IReadOnlyList<(ContextCandidate Candidate, ContextForm Form)> chosen, Func<string, int> count)
    {
        List<Node> roots = [];
        foreach (Node node in chosen
            .Select(one => new Node(one.Candidate, one.Form))
            .OrderBy(node => node.Unit.Lines.Start).ThenByDescending(node => node.Unit.Lines.End)
            .ThenByDescending(node => UnitBodies.IsContainer(node.Unit.Kind)).ThenByDescending(node => node.Unit.Code.Length).ThenBy(node => node.Unit.Id, StringComparer.Ordinal))
        {
            Node? host = null;
            for (List<Node> level = roots; level.Count > 0 && Holds(level[^1].Unit, node.Unit); level = host.Held)
            {
                host = level[^1];
            }

            (host?.Held ?? roots).Add(node);
        }

        return [.. roots.Select(root => Finish(root, count))];
    }

    // Functions that share a line stand beside one another, unless one is written in the other.
    private static bool Holds(CodeUnit outer, CodeUnit inner) => outer.Lines.Start <= inner.Lines.Start && inner.Lines.End <= outer.Lines.End
        && (outer.Lines != inner.Lines || UnitBodies.IsContainer(outer.Kind) || outer.Code.Span.Contains(inner.Code.Span, StringComparison.Ordinal));

    private static ContextPiece Finish(Node root, Func<string, int> count)
    {
        ContextPiece piece = new([.. root.Entries()], root.Text(), 0);
        return piece with { Tokens = count(ContextText.Render(piece)) };
    }

    private sealed class Node(ContextCandidate candidate, ContextForm form)
    {
        public CodeUnit Unit => candidate.Unit;

        public List<Node> Held { get; } = [];

        public string Text() => UnitCode.Of(Unit, form, [.. Held.Select(node => (node.Unit, node.Text()))], candidate.Language);

        public IEnumerable<ContextEntry> Entries() =>
            Held.SelectMany(node => node.Entries()).Prepend(new ContextEntry(Unit, form, candidate.Why));
    }
}
