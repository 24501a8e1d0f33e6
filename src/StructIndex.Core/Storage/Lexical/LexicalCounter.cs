using System.Runtime.InteropServices;

namespace StructIndex;

/// <summary>
/// Counts the terms of units; one per thread. An identifier is split into its terms once, the first time it is met:
/// code repeats its identifiers, so nearly every occurrence afterwards costs one look-up and no allocation.
/// </summary>
internal sealed class LexicalCounter
{
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _termOf;
    private readonly Dictionary<string, TermRange> _identifiers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TermRange>.AlternateLookup<ReadOnlySpan<char>> _rangeOf;
    private readonly List<int> _identifierTerms = [];
    private readonly List<LexicalEntry> _entries = [];
    private readonly List<int> _slots = [];
    private int _unitStart;

    public LexicalCounter()
    {
        _termOf = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _rangeOf = _identifiers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>
    /// The terms met so far; their ids are their places here and mean nothing outside this counter.
    /// </summary>
    public IReadOnlyList<string> Terms => _texts;

    /// <summary>Counts the units from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public LexicalChunk Count(int first, int end, Func<int, UnitFields> fieldsOf, CancellationToken cancellationToken)
    {
        _entries.Clear();
        int[] ends = new int[end - first];
        int[] lengths = new int[(end - first) * LexicalWeights.FieldCount];
        for (int unit = first; unit < end; unit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _unitStart = _entries.Count;
            UnitFields fields = fieldsOf(unit);
            Span<int> length = lengths.AsSpan((unit - first) * LexicalWeights.FieldCount, LexicalWeights.FieldCount);
            length[(int)LexicalField.Name] = CountField(fields.Name, LexicalField.Name);
            length[(int)LexicalField.Container] = CountField(fields.Container, LexicalField.Container);
            length[(int)LexicalField.Path] = CountField(LexicalTokens.WithoutExtension(fields.Path), LexicalField.Path);
            length[(int)LexicalField.Signature] = CountField(fields.Signature, LexicalField.Signature);
            length[(int)LexicalField.Documentation] = CountField(fields.Documentation, LexicalField.Documentation);
            length[(int)LexicalField.Body] = CountField(fields.Body, LexicalField.Body);
            ends[unit - first] = _entries.Count;
        }

        return new LexicalChunk(this, first, ends, lengths, [.. _entries]);
    }

    private int CountField(ReadOnlySpan<char> text, LexicalField field)
    {
        int length = 0;
        for (int at = 0; LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
        {
            TermRange range = TermsOf(identifier);
            length += range.Count;
            foreach (int term in CollectionsMarshal.AsSpan(_identifierTerms).Slice(range.Start, range.Count))
            {
                ref ushort count = ref Slot(term)[(int)field];
                count = (ushort)Math.Min(count + 1, ushort.MaxValue);
            }
        }

        return length;
    }

    private TermRange TermsOf(ReadOnlySpan<char> identifier)
    {
        if (!_rangeOf.TryGetValue(identifier, out TermRange range))
        {
            int start = _identifierTerms.Count;
            LexicalTokens.Read(identifier, this, static (counter, token, _) => counter._identifierTerms.Add(counter.TermOf(token)));
            range = new TermRange(start, _identifierTerms.Count - start);
            _rangeOf[identifier] = range;
        }

        return range;
    }

    private int TermOf(ReadOnlySpan<char> token)
    {
        if (!_termOf.TryGetValue(token, out int term))
        {
            term = _texts.Count;
            _texts.Add(token.ToString());
            _terms.Add(_texts[term], term);
            _slots.Add(0);
        }

        return term;
    }

    // A slot is right when it points into the current unit at an entry of its own term, so slots never need clearing.
    private ref LexicalEntry.FieldCounts Slot(int term)
    {
        int slot = _slots[term];
        if (slot < _unitStart || slot >= _entries.Count || _entries[slot].Term != term)
        {
            slot = _slots[term] = _entries.Count;
            _entries.Add(new LexicalEntry(term));
        }

        return ref CollectionsMarshal.AsSpan(_entries)[slot].Counts;
    }

    private readonly record struct TermRange(int Start, int Count);
}
