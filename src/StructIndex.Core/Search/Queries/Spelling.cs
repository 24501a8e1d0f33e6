namespace StructIndex;

/// <summary>
/// Reads words that the index does not hold as others that it does: spelling variants, words written as one or apart, and words one or two edits away.
/// Of a long text only the title is read so, and code stays as it is. Made once for an index; thread-safe. A query whose words are all known costs
/// one look-up a word.
/// </summary>
/// <param name="index">The index.</param>
/// <param name="model">Knows which words are right as they are; null where there is none.</param>
internal sealed class Spelling(LexicalIndex index, StaticEmbeddingModel? model)
{
    private const int MinLength = 4;
    private const int MaxLength = 32;
    private const int MinHalf = 3;

    // A word that code at large uses is not mistyped, only not used here. The largest rarity is 9.
    private const double MinRarityOfError = 8.5;

    // Each may look at every term, and rewrites the query.
    private const int MaxUnknown = 8;

    // British and American endings and stems; each is tried both ways.
    private static readonly (string One, string Other)[] s_variants =
        [("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ogue", "og"), ("ence", "ense"), ("ll", "l"), ("ae", "e"), ("grey", "gray")];

    private static readonly string[] s_endings = ["ings", "ing", "edly", "ed", "ly", "es", "er", "able", "ness", "ment", "ion"];

    private readonly NearbyTerms _nearby = new(index);

    /// <summary>The readings of a query's words, in its order.</summary>
    public IReadOnlyList<WordReading> Read(ParsedQuery query)
    {
        List<WordReading> readings = [];
        if (query.Kind is QueryKind.Snippet or QueryKind.Path)
        {
            return readings;
        }

        HashSet<string> tried = [];
        QueryToken before = default;
        QueryLineKind asking = query.Kind == QueryKind.Report ? QueryLineKind.Title : QueryLineKind.Prose;
        foreach (QueryToken token in query.Pieces.Where(piece => piece.Kind == asking).SelectMany(piece => query.Tokens.Take(piece.Tokens)))
        {
            if (token.IsWhole)
            {
                continue;
            }

            if (readings.Count == MaxUnknown)
            {
                break;
            }

            if (ReadTogether(query.Text, before, token) is { } together)
            {
                readings.RemoveAll(reading => reading.Written.Equals(before.Unstemmed, StringComparison.OrdinalIgnoreCase));
                readings.Add(together);
            }
            else if (IsUnknown(token.Text) && tried.Count < MaxUnknown && tried.Add(token.Text) && ReadingOf(token.Text) is { } reading
                && WordReplacement.IndexOf(query.Text, token.Unstemmed) is >= 0 and int at)
            {
                readings.Add(new WordReading(query.Text.Substring(at, token.Unstemmed.Length), reading));
            }

            before = token;
        }

        return readings;
    }

    private bool IsUnknown(string word) =>
        word.Length is >= MinLength and <= MaxLength && word.All(char.IsLetter) && !IsHeld(word) && !LexicalQuery.IsStopWord(word);

    private string? ReadingOf(string word)
    {
        bool isError = model is null || !IsRight(word);
        return Variant(word) ?? (isError ? _nearby.Within(word, 1) : null) ?? Halves(word, isError) ?? (isError ? _nearby.Within(word, 2) : null);
    }

    // A form of a word that code at large uses is right too: rewriting, supervises.
    private bool IsRight(string word)
    {
        if (model!.Rarity(word) < MinRarityOfError)
        {
            return true;
        }

        string? ending = Array.Find(s_endings, ending => word.Length >= MinLength + ending.Length && word.EndsWith(ending, StringComparison.Ordinal));
        ReadOnlySpan<char> stem = word.AsSpan(..^(ending?.Length ?? 0));
        return ending is not null && (model.Rarity(stem) < MinRarityOfError || model.Rarity($"{stem}e") < MinRarityOfError);
    }

    private string? Variant(string word)
    {
        foreach ((string one, string other) in s_variants)
        {
            foreach ((string from, string to) in ((string, string)[])[(one, other), (other, one)])
            {
                int at = word.LastIndexOf(from, StringComparison.Ordinal);
                string variant = at < 0 ? word : string.Concat(word.AsSpan(..at), to, word.AsSpan(at + from.Length));
                if (at > 0 && IsHeld(variant))
                {
                    return variant;
                }
            }
        }

        return null;
    }

    // inheritdoc: where a unit holds both halves, or of a word that code at large uses, where both are one identifier.
    private string? Halves(string word, bool isError)
    {
        (int At, int Units) best = default;
        for (int at = MinHalf; at <= word.Length - MinHalf; at++)
        {
            int first = index.Terms.IndexOf(word.AsSpan(..at)), second = first < 0 ? -1 : index.Terms.IndexOf(word.AsSpan(at..));
            if (second >= 0 && (isError ? index.UnitsOf(first).ToArray().Intersect(index.UnitsOf(second).ToArray()).Any() : IsHeld($"{word[..at]}_{word[at..]}")))
            {
                int units = Math.Min(index.FrequencyOf(first), index.FrequencyOf(second));
                best = units > best.Units ? (at, units) : best;
            }
        }

        return best.At == 0 ? null : $"{word[..best.At]} {word[best.At..]}";
    }

    // git ignore, e-mail: one of them is unknown, and both together are a word of the index.
    private WordReading? ReadTogether(string text, QueryToken first, QueryToken second)
    {
        if (first.Text is null || (IsHeld(first.Text) && IsHeld(second.Text)) || LexicalQuery.IsStopWord(first.Text) || LexicalQuery.IsStopWord(second.Text))
        {
            return null;
        }

        string together = first.Unstemmed + second.Unstemmed;
        string? written = together.Length >= MinLength && IsHeld(PluralStripper.Strip(together))
            ? Array.Find([$"{first.Unstemmed} {second.Unstemmed}", $"{first.Unstemmed}-{second.Unstemmed}"], pair => WordReplacement.IndexOf(text, pair) >= 0)
            : null;
        return written is null ? null : new WordReading(text.Substring(WordReplacement.IndexOf(text, written), written.Length), together);
    }

    private bool IsHeld(string word) => index.Terms.IndexOf(word) >= 0;
}
