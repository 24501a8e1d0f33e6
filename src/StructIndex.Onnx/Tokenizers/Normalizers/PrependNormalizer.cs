namespace StructIndex;

/// <summary>Puts a text in front of every text that is not empty.</summary>
internal sealed record PrependNormalizer(string Prefix) : INormalizer
{
    public AlignedText Normalize(AlignedText text)
    {
        if (text.Text.Length == 0)
        {
            return text;
        }

        AlignedBuilder builder = new(text);
        builder.Append(Prefix, 0, 0);
        builder.Copy(0, text.Text.Length);
        return builder.Build();
    }
}
