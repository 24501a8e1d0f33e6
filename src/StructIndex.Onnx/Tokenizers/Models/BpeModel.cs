using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>
/// Byte-pair encoding: characters joined pair by pair, the pair learned first before all others, the leftmost of equals first.
/// Microsoft.ML.Tokenizers' own has neither byte fallback nor whole words first, which Llama's and Qwen's tokenizers need.
/// </summary>
internal sealed class BpeModel : ITokenModel
{
    // Code repeats its words; what is longer hardly ever comes back.
    private const int MaxRemembered = 20_000, MaxRememberedLength = 64;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _vocabulary;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Joined)> _merges;
    private readonly BpeOptions _options;
    private readonly ConcurrentDictionary<string, ModelToken[]> _remembered = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ModelToken[]>.AlternateLookup<ReadOnlySpan<char>> _known;

    /// <param name="vocabulary">The vocabulary without special tokens.</param>
    /// <param name="merges">Pairs of ids in the order they were learned, and what they give.</param>
    /// <param name="options">The rest.</param>
    public BpeModel(Dictionary<string, int> vocabulary, Dictionary<(int Left, int Right), (int Rank, int Joined)> merges, BpeOptions options)
    {
        (_merges, _options) = (merges, options);
        _vocabulary = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        _known = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void Tokenize(ReadOnlySpan<char> text, List<ModelToken> tokens)
    {
        if (_known.TryGetValue(text, out ModelToken[]? known))
        {
            tokens.AddRange(known);
            return;
        }

        int before = tokens.Count;
        if (_options.WholeWordsFirst && _vocabulary.TryGetValue(text, out int whole))
        {
            tokens.Add(new ModelToken(whole, 0, text.Length));
        }
        else
        {
            tokens.AddRange(Join(Characters(text)));
        }

        if (text.Length <= MaxRememberedLength && _remembered.Count < MaxRemembered)
        {
            _remembered.TryAdd(text.ToString(), [.. tokens[before..]]);
        }
    }

    private List<ModelToken> Characters(ReadOnlySpan<char> text)
    {
        List<ModelToken> tokens = new(text.Length);
        bool unknownBefore = false;
        for (int i = 0; i < text.Length;)
        {
            StructIndex.Characters.At(text, i, out int length);
            ReadOnlySpan<char> character = text.Slice(i, length);
            bool unknown = false;
            if (_vocabulary.TryGetValue(character, out int id))
            {
                tokens.Add(new ModelToken(id, i, length));
            }
            else if (_options.Bytes is not null)
            {
                foreach (int part in _options.Bytes.Encode(character))
                {
                    tokens.Add(new ModelToken(part, i, length));
                }
            }
            else if (_options.Unknown is { } other)
            {
                unknown = true;
                if (unknownBefore && _options.FuseUnknown)
                {
                    tokens[^1] = tokens[^1] with { Length = i + length - tokens[^1].Start };
                }
                else
                {
                    tokens.Add(new ModelToken(other, i, length));
                }
            }

            unknownBefore = unknown;
            i += length;
        }

        return tokens;
    }

    // A linked list of tokens, and the pairs in it by rank, then by place: a name of 100,000 characters takes no square of that.
    private IEnumerable<ModelToken> Join(List<ModelToken> tokens)
    {
        int[] next = new int[tokens.Count], previous = new int[tokens.Count];
        PriorityQueue<(int At, int Left, int Right), (int Rank, int At)> pairs = new();
        for (int i = 0; i < tokens.Count; i++)
        {
            (next[i], previous[i]) = (i + 1, i - 1);
            Offer(i, i + 1);
        }

        while (pairs.TryDequeue(out (int At, int Left, int Right) pair, out _))
        {
            int right = next[pair.At];
            if (right >= tokens.Count || tokens[pair.At].Id != pair.Left || tokens[right].Id != pair.Right)
            {
                continue;
            }

            ModelToken left = tokens[pair.At], other = tokens[right];
            tokens[pair.At] = new ModelToken(_merges[(left.Id, other.Id)].Joined, left.Start, Math.Max(left.Start + left.Length, other.Start + other.Length) - left.Start);
            tokens[right] = tokens[right] with { Id = -1 };
            next[pair.At] = next[right];
            if (next[right] < tokens.Count)
            {
                previous[next[right]] = pair.At;
            }

            Offer(pair.At, next[pair.At]);
            Offer(previous[pair.At], pair.At);
        }

        return tokens.Where(token => token.Id >= 0);

        void Offer(int left, int right)
        {
            if (left >= 0 && right < tokens.Count && _merges.TryGetValue((tokens[left].Id, tokens[right].Id), out (int Rank, int Joined) merge))
            {
                pairs.Enqueue((left, tokens[left].Id, tokens[right].Id), (merge.Rank, left));
            }
        }
    }
}

/// <summary>What a BPE model does besides joining.</summary>
/// <param name="Unknown">Id that stands for a character that is not in the vocabulary; null drops it.</param>
/// <param name="FuseUnknown">Whether unknown characters side by side are one token.</param>
/// <param name="Bytes">Tokens to write an unknown character with; null for none.</param>
/// <param name="WholeWordsFirst">Whether a piece that is in the vocabulary is that token, whatever the merges say.</param>
internal sealed record BpeOptions(int? Unknown, bool FuseUnknown, ByteFallback? Bytes, bool WholeWordsFirst);
