namespace StructIndex;

/// <summary>
/// Gives each entry its full span (wrapping nodes, documentation and attributes before it, signatures that stand apart)
/// and its parent, so that entries never overlap except by nesting.
/// </summary>
internal static class EntryNesting
{
    /// <summary>
    /// So many comments may stand in or after a signature; more are looked through in vain for every function of a commented file.
    /// </summary>
    private const int MaxSignatureComments = 64;

    /// <summary>The entries in the order of their starts, a parent before what it holds.</summary>
    /// <param name="facts">What the query found.</param>
    /// <param name="language">The language.</param>
    /// <param name="text">The file.</param>
    /// <param name="parsed">What the parser was shown of it: what was hidden there parts no declaration from its documentation.</param>
    public static List<Entry> Arrange(FileFacts facts, TreeSitterLanguage language, string text, string parsed)
    {
        Dictionary<int, Entry>.ValueCollection found = facts.Entries.Values;
        List<Entry> entries = [.. found];
        entries.Sort(ByStart);
        ApplyWraps(facts.Wraps, entries, text);
        SortTrivia(facts.Trivia);
        HashSet<int> consumed = [];
        foreach (Entry entry in entries)
        {
            TakeLeading(entry, facts.Trivia, text, parsed, consumed);
        }

        AddLoneSignatures(facts.Trivia, entries, text, parsed, consumed);
        entries.Sort(ByStart);
        entries = Nest(entries, language);
        return language.MergesClauses ? MergeClauses(entries, text) : entries;
    }

    private static int ByStart(Entry a, Entry b)
    {
        int order = a.Start.CompareTo(b.Start);
        order = order != 0 ? order : b.End.CompareTo(a.End);
        return order != 0 ? order : a.Name.Start.CompareTo(b.Name.Start);
    }

    private static void ApplyWraps(List<Stretch> wraps, List<Entry> entries, string text)
    {
        // Inner ones first. An entry keeps its place in the order: only what lies between two entries is taken.
        wraps.Sort((a, b) => a.Start != b.Start ? b.Start.CompareTo(a.Start) : a.End.CompareTo(b.End));
        foreach (Stretch wrap in wraps)
        {
            int low = SortedStarts.FirstFrom(entries, wrap.Start, static entry => entry.Start);
            if (low < entries.Count && entries[low] is { } entry && entry.End <= wrap.End && !IsOpen(text.AsSpan(wrap.Start, entry.Start - wrap.Start)))
            {
                entry.Start = wrap.Start;
                entry.HeaderStart = wrap.Start;
                if (!HasWord(text.AsSpan(entry.End, wrap.End - entry.End)))
                {
                    entry.End = wrap.End;
                }
            }
        }
    }

    /// <summary>Whether a brace or bracket is left open, so that what follows is inside of something else.</summary>
    private static bool IsOpen(ReadOnlySpan<char> head)
    {
        int depth = 0;
        foreach (char c in head)
        {
            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
        }

        return depth > 0;
    }

    private static bool HasWord(ReadOnlySpan<char> rest)
    {
        foreach (char c in rest)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static void SortTrivia(List<Trivia> trivia)
    {
        trivia.Sort((a, b) =>
        {
            int order = a.Start.CompareTo(b.Start);
            order = order != 0 ? order : a.End.CompareTo(b.End);
            order = order != 0 ? order : a.Pattern.CompareTo(b.Pattern);
            return order != 0 ? order : a.Detail.Start.CompareTo(b.Detail.Start);
        });

        // One node captured twice: the later pattern counts. Signatures of several names share a node and all count.
        int kept = 0;
        for (int i = 0; i < trivia.Count; i++)
        {
            bool replaced = i + 1 < trivia.Count && trivia[i + 1].Start == trivia[i].Start && trivia[i + 1].End == trivia[i].End
                && trivia[i].Role != CaptureRole.Signature;
            if (!replaced)
            {
                trivia[kept++] = trivia[i];
            }
        }

        trivia.RemoveRange(kept, trivia.Count - kept);
    }

    private static void TakeLeading(Entry entry, List<Trivia> trivia, string text, string parsed, HashSet<int> consumed)
    {
        int at = SortedStarts.FirstFrom(trivia, entry.Start, static item => item.Start) - 1;
        if (SignatureBefore(entry, trivia, at, text) is { } signature)
        {
            at = signature;
            entry.Signature = new Stretch(trivia[at].Start, trivia[at].End);
            entry.Start = trivia[at].Start;
            consumed.Add(at);
            while (at >= 0 && trivia[at].Start == entry.Start)
            {
                at--;
            }
        }

        while (at >= 0 && trivia[at] is { } item && item.End <= entry.Start)
        {
            if (!parsed.AsSpan(item.End, entry.Start - item.End).IsWhiteSpace())
            {
                return;
            }

            int breaks = Breaks(text.AsSpan(item.End, entry.Start - item.End)) + (item.End > 0 && text[item.End - 1] == '\n' ? 1 : 0);
            bool standsAlone = BreakFinder.BeginsLine(text, item.Start);
            if (item.Role == CaptureRole.Comment && (breaks > 1 || (breaks == 1 && !standsAlone)))
            {
                return;
            }

            if (item.Role == CaptureRole.Signature)
            {
                return;
            }

            entry.Start = item.Start;
            at--;
        }
    }

    /// <summary>How many lines end in a gap; whole lines of it that hold something hidden do not count.</summary>
    private static int Breaks(ReadOnlySpan<char> gap)
    {
        int breaks = gap.Count('\n');
        foreach (Range line in gap.Split('\n'))
        {
            bool isWhole = line.Start.Value > 0 && line.End.Value < gap.Length;
            breaks -= isWhole && !gap[line].IsWhiteSpace() ? 1 : 0;
        }

        return breaks;
    }

    /// <summary>The signature of the entry's name directly before it; comments may stand between and inside.</summary>
    private static int? SignatureBefore(Entry entry, List<Trivia> trivia, int at, string text)
    {
        int found = at;
        while (found >= 0 && at - found < MaxSignatureComments && (trivia[found].Role == CaptureRole.Comment || (trivia[found].Role == CaptureRole.Signature && !IsNamed(trivia[found]))))
        {
            found--;
        }

        if (found < 0 || trivia[found].Role != CaptureRole.Signature)
        {
            return null;
        }

        int end = trivia[found].End;
        for (int i = found + 1; i <= at; i++)
        {
            if (trivia[i].Role == CaptureRole.Signature ? trivia[i].Start != trivia[found].Start : !IsBlank(text, end, trivia[i].Start))
            {
                return null;
            }

            end = Math.Max(end, trivia[i].End);
        }

        return IsBlank(text, end, entry.Start) ? found : null;

        bool IsNamed(in Trivia signature) => signature.Detail.In(text).SequenceEqual(entry.Name.In(text));
    }

    /// <summary>Whether there is nothing but white space and pragmas; true where the end lies before the start.</summary>
    private static bool IsBlank(string text, int start, int end)
    {
        ReadOnlySpan<char> rest = start < end ? text.AsSpan(start, end - start).Trim() : [];
        while (rest.StartsWith("{-#", StringComparison.Ordinal) && rest.IndexOf("#-}", StringComparison.Ordinal) is > 0 and var close)
        {
            rest = rest[(close + "#-}".Length)..].TrimStart();
        }

        return rest.IsEmpty;
    }

    private static void AddLoneSignatures(List<Trivia> trivia, List<Entry> entries, string text, string parsed, HashSet<int> consumed)
    {
        HashSet<int> starts = [.. consumed.Select(i => trivia[i].Start)];
        for (int i = 0; i < trivia.Count; i++)
        {
            // Of "f, g :: Int" one that is defined stands for the node.
            if (trivia[i] is { Role: CaptureRole.Signature } signature && !starts.Contains(signature.Start) && !signature.Detail.IsNone)
            {
                Entry entry = new()
                {
                    Role = CaptureRole.Definition,
                    Kind = UnitKind.Function,
                    Pattern = signature.Pattern,
                    Start = signature.Start,
                    HeaderStart = signature.Start,
                    End = signature.End,
                    Name = signature.Detail,
                    Body = Stretch.None,
                    Receiver = Stretch.None,
                };
                TakeLeading(entry, trivia, text, parsed, consumed);
                entries.Add(entry);
            }
        }
    }

    private static List<Entry> Nest(List<Entry> entries, TreeSitterLanguage language)
    {
        List<Entry> nested = new(entries.Count);
        Stack<Entry> open = new();
        foreach (Entry entry in entries)
        {
            while (open.Count > 0 && open.Peek().End <= entry.HeaderStart)
            {
                // Where indentation ends a body, the grammar takes the documentation of what follows into it.
                CutAt(open.Pop(), entry.Start);
            }

            if (open.Count > 0)
            {
                entry.Parent = open.Peek();
                if (!entry.Body.IsNone && entry.Body == entry.Parent.Body && !language.SharesBodies)
                {
                    // The same function under a second name: app.use = function use() { ... }.
                    continue;
                }

                if (entry.Kind == UnitKind.TypeAlias && entry.Start == entry.Parent.Start && entry.End == entry.Parent.End)
                {
                    // The second name of a type that is declared right here: typedef struct a { } b.
                    continue;
                }

                if (language.Prototypes && entry.Body.IsNone && IsCallable(entry) && IsCallable(entry.Parent))
                {
                    continue;
                }

                entry.End = Math.Min(entry.End, entry.Parent.End);
            }

            nested.Add(entry);
            open.Push(entry);
        }

        return nested;
    }

    private static void CutAt(Entry entry, int end)
    {
        entry.End = Math.Min(entry.End, end);
        if (!entry.Body.IsNone)
        {
            entry.Body = new Stretch(Math.Min(entry.Body.Start, end), Math.Min(entry.Body.End, end));
        }
    }

    private static bool IsCallable(Entry entry) => !entry.IsScope && entry.Kind.IsCallable();

    /// <summary>Joins clauses of one function: the same name, one after the other, under one parent.</summary>
    private static List<Entry> MergeClauses(List<Entry> entries, string text)
    {
        List<Entry> kept = [];
        Dictionary<Entry, Entry> merged = new(ReferenceEqualityComparer.Instance);
        Dictionary<Entry, Entry> lastChild = new(ReferenceEqualityComparer.Instance);
        Entry top = new() { Role = CaptureRole.Scope, Kind = default, Pattern = 0, Start = 0, End = 0, HeaderStart = 0, Name = Stretch.None, Body = Stretch.None, Receiver = Stretch.None };
        foreach (Entry entry in entries)
        {
            if (entry.Parent is not null && merged.TryGetValue(entry.Parent, out Entry? target))
            {
                entry.Parent = target;
            }

            Entry parent = entry.Parent ?? top;
            if (lastChild.TryGetValue(parent, out Entry? previous) && !entry.IsScope && entry.Kind.IsCallable() && previous.Kind == entry.Kind
                && entry.Role == CaptureRole.Definition && previous.Role == CaptureRole.Definition
                && previous.Name.In(text).SequenceEqual(entry.Name.In(text)))
            {
                merged[entry] = previous;
                previous.Body = new Stretch(previous.Body.IsNone ? previous.End : previous.Body.Start, entry.End);
                previous.End = entry.End;
                continue;
            }

            lastChild[parent] = entry;
            kept.Add(entry);
        }

        return kept;
    }
}
