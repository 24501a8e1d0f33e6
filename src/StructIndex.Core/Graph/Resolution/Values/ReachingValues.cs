namespace StructIndex;

/// <summary>Which of the values that a name takes one after the other it can have at a place.</summary>
internal static class ReachingValues
{
    /// <summary>Text (UTF-16 units) between two places that is looked through.</summary>
    private const int MaxBetween = 4_000;

    /// <summary>
    /// The values that a name can have at an offset of the same declaration. One that is assigned in the block of the offset, or in one around
    /// it, hides those before it. Blocks are told by their indentation.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="flows">The values, in the order of the file.</param>
    /// <param name="offset">The offset; -1 for one that may be reached at any time.</param>
    /// <returns>The values, and whether one of them hides what the name was before.</returns>
    public static (IReadOnlyList<ValueFlow> Flows, bool IsSet) At(string text, IReadOnlyList<ValueFlow> flows, int offset)
    {
        for (int i = flows.Count - 1; i >= 0 && offset >= 0; i--)
        {
            if (flows[i].Assigned is { Kind: AssignedValueKind.Whole, Value: var value } && value.End <= offset && Dominates(text, value, offset))
            {
                return ([.. flows.Skip(i).TakeWhile(flow => flow.Assigned.Value.Start < offset)], true);
            }
        }

        return (flows, false);
    }

    private static bool Dominates(string text, SourceSpan value, int offset)
    {
        if (offset - value.End > MaxBetween)
        {
            return false;
        }

        int indentation = Indentation(text, text.LastIndexOf('\n', value.Start) + 1);
        for (int line = text.IndexOf('\n', value.End) + 1; line > 0 && line <= offset; line = text.IndexOf('\n', line) + 1)
        {
            if (Indentation(text, line) is >= 0 and var other && other < indentation)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Columns before the first letter of a line; -1 for an empty one.</summary>
    private static int Indentation(string text, int line)
    {
        int at = line;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at == text.Length || text[at] is '\n' or '\r' ? -1 : at - line;
    }
}
