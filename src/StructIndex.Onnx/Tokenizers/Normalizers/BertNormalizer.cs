using System.Text;

namespace StructIndex;

/// <summary>BERT's: control characters dropped, white space made a blank, ideographs set apart, accents and case taken away.</summary>
/// <param name="Clean">Whether control characters go and white space becomes blanks.</param>
/// <param name="Ideographs">Whether ideographs are set apart.</param>
/// <param name="Accents">Whether accents go.</param>
/// <param name="Lowercase">Whether case goes.</param>
internal sealed record BertNormalizer(bool Clean, bool Ideographs, bool Accents, bool Lowercase) : INormalizer
{
    public AlignedText Normalize(AlignedText text)
    {
        if (Ascii.IsValid(text.Text) && !text.Text.AsSpan().ContainsAnyInRange('\0', '\b') && !text.Text.AsSpan().ContainsAnyInRange('\u000B', '\f')
            && !text.Text.AsSpan().ContainsAnyInRange('\u000E', '\u001F') && !text.Text.Contains('\u007F', StringComparison.Ordinal))
        {
            string plain = Clean ? text.Text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ') : text.Text;
            return text.With(Lowercase ? plain.ToLowerInvariant() : plain);
        }

        text = Clean || Ideographs ? CleanAndSetApart(text) : text;
        text = Accents ? Without(UnicodeForms.Normalize(text, compatible: false, compose: false), Characters.IsNonSpacingMark) : text;
        return Lowercase ? LowercaseNormalizer.Lower(text) : text;
    }

    /// <summary>A text without the characters of a class.</summary>
    public static AlignedText Without(AlignedText text, Func<Rune, bool> unwanted)
    {
        AlignedBuilder builder = new(text);
        for (int i = 0; i < text.Text.Length;)
        {
            Rune rune = Characters.At(text.Text, i, out int length);
            if (!unwanted(rune))
            {
                builder.Copy(i, length);
            }

            i += length;
        }

        return builder.Build();
    }

    private AlignedText CleanAndSetApart(AlignedText text)
    {
        AlignedBuilder builder = new(text);
        for (int i = 0; i < text.Text.Length;)
        {
            Rune rune = Characters.At(text.Text, i, out int length);
            if (Clean && (rune.Value is 0 or 0xFFFD || Characters.IsControl(rune)))
            {
                // Dropped.
            }
            else if (Clean && Characters.IsWhiteSpace(rune))
            {
                builder.Append(" ", i, length);
            }
            else if (Ideographs && Characters.IsIdeograph(rune))
            {
                builder.Append(" ", i, length);
                builder.Copy(i, length);
                builder.Append(" ", i, length);
            }
            else
            {
                builder.Copy(i, length);
            }

            i += length;
        }

        return builder.Build();
    }
}
