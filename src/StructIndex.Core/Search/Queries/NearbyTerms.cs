using System.Numerics;

namespace StructIndex;

/// <summary>The terms of an index that differ from a word by a typing error or two. Made once for an index; thread-safe.</summary>
/// <param name="index">The index.</param>
internal sealed class NearbyTerms(LexicalIndex index)
{
    // Short words are near to many; only long ones may have two errors.
    private const int MinLength = 4;
    private const int MinLengthOfTwoEdits = 8;

    // For each term which letters it has.
    private readonly Lazy<uint[]> _letters = new(() => [.. Enumerable.Range(0, index.Terms.Count).Select(term => LettersOf(index.Terms[term]))]);

    /// <summary>
    /// Of the terms within so many edits (<see cref="EditDistance"/>) one with the same first letter before others, then the most used;
    /// null where none is. After two edits the first letter is the same.
    /// </summary>
    /// <param name="word">The word, in lower case.</param>
    /// <param name="edits">1, or 2, which only words of eight letters or more may have.</param>
    public string? Within(string word, int edits)
    {
        if (word.Length < (edits == 1 ? MinLength : MinLengthOfTwoEdits))
        {
            return null;
        }

        uint letters = LettersOf(word);
        (int Term, int Worth) best = (-1, 0);
        for (int term = 0; term < index.Terms.Count; term++)
        {
            // An edit adds a letter, drops one or both.
            ReadOnlySpan<char> text = index.Terms[term];
            if (BitOperations.PopCount(letters ^ _letters.Value[term]) > 2 * edits || Math.Abs(text.Length - word.Length) > edits || text.Length < MinLength
                || (edits > 1 && text[0] != word[0]))
            {
                continue;
            }

            int worth = index.FrequencyOf(term) + (text[0] == word[0] ? index.WholeCount : 0);
            if (worth > best.Worth && EditDistance(word, text) <= edits && IsWord(text))
            {
                best = (term, worth);
            }
        }

        return best.Term < 0 ? null : index.Terms[best.Term].ToString();
    }

    /// <summary>
    /// How many letters must be added, dropped, changed, or swapped with the next to make one word of another, each letter at most once
    /// (optimal string alignment).
    /// </summary>
    public static int EditDistance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, 1 + Math.Min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            Span<int> free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }

    private static bool IsWord(ReadOnlySpan<char> term)
    {
        foreach (char c in term)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static uint LettersOf(ReadOnlySpan<char> word)
    {
        uint letters = 0;
        foreach (char c in word)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }
}
