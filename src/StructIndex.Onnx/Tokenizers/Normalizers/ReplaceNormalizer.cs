namespace StructIndex;

/// <summary>Puts one text for another.</summary>
internal sealed record ReplaceNormalizer(TextPattern Pattern, string Content) : INormalizer
{
    public AlignedText Normalize(AlignedText text)
    {
        List<(int Start, int Length)> found = Pattern.Matches(text.Text);
        if (found.Count == 0)
        {
            return text;
        }

        AlignedBuilder builder = new(text);
        int done = 0;
        foreach ((int start, int length) in found)
        {
            builder.Copy(done, start - done);
            builder.Append(Content, start, length);
            done = start + length;
        }

        builder.Copy(done, text.Text.Length - done);
        return builder.Build();
    }
}
