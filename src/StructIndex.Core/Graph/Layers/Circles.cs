namespace StructIndex;

/// <summary>Strongly connected components, by Kosaraju's algorithm without recursion.</summary>
internal static class Circles
{
    /// <summary>The components of more than one node.</summary>
    public static List<List<string>> Of(IEnumerable<(string From, string To)> arrows)
    {
        (string From, string To)[] all = [.. arrows.Order()];
        ILookup<string, string> forward = all.ToLookup(arrow => arrow.From, arrow => arrow.To, StringComparer.Ordinal);
        ILookup<string, string> backward = all.ToLookup(arrow => arrow.To, arrow => arrow.From, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> finished = [];
        foreach (string node in forward.Select(group => group.Key))
        {
            Visit(node, forward, seen, finished);
        }

        seen.Clear();
        List<List<string>> circles = [];
        for (int at = finished.Count - 1; at >= 0; at--)
        {
            List<string> circle = [];
            Visit(finished[at], backward, seen, circle);
            if (circle.Count > 1)
            {
                circles.Add(circle);
            }
        }

        return circles;
    }

    /// <summary>Adds the nodes that are reached and not seen, each after those that it leads to.</summary>
    private static void Visit(string start, ILookup<string, string> next, HashSet<string> seen, List<string> finished)
    {
        if (!seen.Add(start))
        {
            return;
        }

        Stack<(string Node, IEnumerator<string> Next)> open = new([(start, next[start].GetEnumerator())]);
        while (open.TryPeek(out (string Node, IEnumerator<string> Next) top))
        {
            if (!top.Next.MoveNext())
            {
                finished.Add(open.Pop().Node);
            }
            else if (seen.Add(top.Next.Current))
            {
                open.Push((top.Next.Current, next[top.Next.Current].GetEnumerator()));
            }
        }
    }
}
