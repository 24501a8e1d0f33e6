namespace StructIndex;

/// <summary>Splits where something is found.</summary>
/// <param name="Find">Where to split, in order.</param>
/// <param name="Behaviour">What becomes of what is found.</param>
/// <param name="Invert">Whether the text between the places counts as found, and the places do not.</param>
internal sealed record SplitPreTokenizer(Func<string, List<(int Start, int Length)>> Find, SplitBehaviour Behaviour, bool Invert = false) : IPreTokenizer
{
    public void Split(TextPiece piece, List<TextPiece> pieces)
    {
        string text = piece.Start == 0 && piece.Length == piece.Owner.Text.Length ? piece.Owner.Text : piece.Span.ToString();
        foreach ((int start, int end) in Merged(Stretches(text)))
        {
            if (end > start)
            {
                pieces.Add(piece.Part(start, end - start));
            }
        }
    }

    private IEnumerable<(int Start, int End, bool Found)> Stretches(string text)
    {
        int done = 0;
        foreach ((int start, int length) in Find(text))
        {
            if (start > done)
            {
                yield return (done, start, Invert);
            }

            yield return (start, start + length, !Invert);
            done = start + length;
        }

        if (done < text.Length)
        {
            yield return (done, text.Length, Invert);
        }
    }

    private List<(int Start, int End)> Merged(IEnumerable<(int Start, int End, bool Found)> stretches)
    {
        List<(int Start, int End)> merged = [];
        bool? before = null;
        foreach ((int start, int end, bool found) in stretches)
        {
            bool joins = before is not null && Behaviour switch
            {
                SplitBehaviour.MergedWithPrevious => found && before == false,
                SplitBehaviour.MergedWithNext => !found && before == true,
                SplitBehaviour.Contiguous => found == before,
                _ => false,
            };
            if (joins)
            {
                merged[^1] = (merged[^1].Start, end);
            }
            else if (!found || Behaviour != SplitBehaviour.Removed)
            {
                merged.Add((start, end));
            }

            before = found;
        }

        return merged;
    }
}
