using System.Buffers;

namespace StructIndex;

/// <summary>Finds added tokens: from the left, the longest first.</summary>
internal sealed class AddedTokens
{
    private readonly AddedToken[] _tokens;
    private readonly PrefixTable _table;
    private readonly SearchValues<char> _firsts;

    /// <param name="tokens">The tokens, each with the text to look for.</param>
    public AddedTokens(IEnumerable<(string Text, AddedToken Token)> tokens)
    {
        (string Text, AddedToken Token)[] distinct = [.. tokens.Where(token => token.Text.Length > 0).DistinctBy(token => token.Text)];
        _tokens = Array.ConvertAll(distinct, token => token.Token);
        _table = new PrefixTable(distinct.Select((token, i) => KeyValuePair.Create(token.Text, i)));
        _firsts = SearchValues.Create([.. distinct.Select(token => token.Text[0]).Distinct()]);
    }

    /// <summary>Cuts a text at the tokens in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="specials">Whether special tokens are looked for; otherwise they are text.</param>
    /// <returns>Stretches in order; those that are a token with it.</returns>
    public List<(int Start, int Length, AddedToken? Token)> Split(string text, bool specials)
    {
        List<(int, int, AddedToken?)> parts = [];
        int done = 0;
        for (int i = 0; _table.Count > 0 && i < text.Length;)
        {
            int found = text.AsSpan(i).IndexOfAny(_firsts);
            if (found < 0)
            {
                break;
            }

            i += found;
            if (!_table.TryLongest(text.AsSpan(i), out int length, out int index))
            {
                i++;
                continue;
            }

            AddedToken token = _tokens[index];
            if ((token.Special && !specials) || (token.SingleWord && TouchesWord(text, i, length)))
            {
                // As in the reference implementation, the inside of a match that does not count is not searched again.
                i += length;
                continue;
            }

            int start = token.LeftStrip ? done + text.AsSpan(done, i - done).TrimEnd().Length : i;
            int end = token.RightStrip ? text.Length - text.AsSpan(i + length).TrimStart().Length : i + length;
            if (start > done)
            {
                parts.Add((done, start - done, null));
            }

            parts.Add((start, end - start, token));
            i = done = end;
        }

        if (done < text.Length)
        {
            parts.Add((done, text.Length - done, null));
        }

        return parts;
    }

    private static bool TouchesWord(string text, int start, int length)
    {
        int before = start > 1 && char.IsSurrogatePair(text[start - 2], text[start - 1]) ? start - 2 : start - 1;
        return (before >= 0 && Characters.IsWord(Characters.At(text, before, out _)))
            || (start + length < text.Length && Characters.IsWord(Characters.At(text, start + length, out _)));
    }
}
