namespace StructIndex;

/// <summary>The type of what a list, array or map holds, as its own type is written.</summary>
internal static class ElementTypes
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lists = new HashSet<string>(
        ("list List Sequence MutableSequence Iterable Iterator Collection set Set frozenset FrozenSet AbstractSet Array ReadonlyArray ReadonlySet ArrayList LinkedList "
            + "HashSet LinkedHashSet TreeSet SortedSet Vec VecDeque Deque deque Queue MutableList MutableSet Generator AsyncIterator AsyncIterable").Split(' '),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The element's type; empty where the type is none that holds elements.</summary>
    /// <param name="written">The type of the list, array or map.</param>
    /// <param name="language">The language, whose wrappers are looked through.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> written, TreeSitterLanguage language)
    {
        ReadOnlySpan<char> type = Names.WithoutReference(written).Trim("'\"");
        if (type.StartsWith("[]", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal))
        {
            return type[0] == '[' ? type[2..] : type[..^2];
        }

        if (type is ['[', .. var held, ']'])
        {
            // Of several, or of what a map holds, none is the element.
            int length = held.IndexOf(';');
            return held.IndexOf(',') >= 0 || held.IndexOf(": ", StringComparison.Ordinal) >= 0 ? [] : length < 0 ? held : held[..length];
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

        name = name[(name.LastIndexOfAny('.', ':') + 1)..];
        if (name is "HashMap" or "BTreeMap" or "IndexMap" && type.IndexOf(',') is > 0 and var comma)
        {
            return type[(comma + 1)..].TrimEnd('>');
        }

        if (language.TypeWrappers.AsSpan().Contains(name.ToString()))
        {
            return Of(type[(open + 1)..].TrimEnd("]>"), language);
        }

        return s_lists.Contains(name) ? type[(open + 1)..].TrimEnd("]>") : [];
    }
}
