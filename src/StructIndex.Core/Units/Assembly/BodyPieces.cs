namespace StructIndex;

/// <summary>Cuts a long body into pieces on syntax boundaries.</summary>
internal static class BodyPieces
{
    /// <summary>
    /// Bodies up to this length (UTF-16 units) stay whole. The static model reads 300 words of a body,
    /// and measured code has 6 to 8 characters a word.
    /// </summary>
    public const int Target = 2_000;

    /// <summary>Pieces that tile the body; empty when it is short enough.</summary>
    /// <param name="body">The body.</param>
    /// <param name="breaks">Offsets in the body where a cut hurts least, ascending.</param>
    public static SourceSpan[] Cut(ReadOnlySpan<char> body, List<int> breaks)
    {
        if (body.Length <= Target)
        {
            return [];
        }

        List<SourceSpan> pieces = [];
        int start = 0, next = 0;
        while (body.Length - start > Target)
        {
            int limit = start + Target, cut = -1;
            while (next < breaks.Count && breaks[next] <= limit)
            {
                // A cut in the first quarter would leave a crumb: better to cut between lines further on.
                cut = breaks[next] > start + (Target / 4) ? breaks[next] : cut;
                next++;
            }

            if (cut < 0)
            {
                cut = limit - (Target / 2) + body.Slice(limit - (Target / 2), Target / 2).LastIndexOf('\n') + 1;
                cut = cut > limit - (Target / 2) ? cut : char.IsLowSurrogate(body[limit]) ? limit - 1 : limit;
            }

            pieces.Add(new SourceSpan(start, cut));
            start = cut;
        }

        if (start < body.Length)
        {
            pieces.Add(new SourceSpan(start, body.Length));
        }

        return [.. pieces];
    }
}
