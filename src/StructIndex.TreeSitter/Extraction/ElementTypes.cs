namespace StructIndex;

/// <summary>The type of what a list, array or map holds, as its own type is written.</summary>
internal static class ElementTypes
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lists = new HashSet<string>(
        ("list List Sequence MutableSequence Iterable Iterator Collection set Set frozenset FrozenSet AbstractSet Array ReadonlyArray ReadonlySet ArrayList LinkedList "
            + "HashSet LinkedHashSet TreeSet SortedSet Vec VecDeque Deque deque Queue MutableList MutableSet Generator AsyncIterator AsyncIterable").Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The element's type; empty where the type is none that holds elements.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> written)
    {
        ReadOnlySpan<char> type = written.Trim(" :&'\"");
        if (type.StartsWith("[]", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal))
        {
            return type[0] == '[' ? type[2..] : type[..^2];
        }

        int open = type.IndexOfAny('<', '[');
        if (open <= 0)
        {
            return [];
        }

        ReadOnlySpan<char> name = type[..open];
        if (name is "map" && type.IndexOf(']') is > 0 and var close)
        {
            return type[(close + 1)..];
        }

        name = name[(name.LastIndexOf('.') + 1)..];
        return s_lists.Contains(name) ? type[(open + 1)..].TrimEnd("]>") : [];
    }
}
