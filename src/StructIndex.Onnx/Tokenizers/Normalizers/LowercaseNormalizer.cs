using System.Text;

namespace StructIndex;

/// <summary>Takes case away, character by character: no final sigma.</summary>
internal sealed class LowercaseNormalizer : INormalizer
{
    public AlignedText Normalize(AlignedText text) => Lower(text);

    public static AlignedText Lower(AlignedText text)
    {
        if (Ascii.IsValid(text.Text))
        {
            return text.With(text.Text.ToLowerInvariant());
        }

        AlignedBuilder builder = new(text);
        Span<char> units = stackalloc char[2];
        for (int i = 0; i < text.Text.Length;)
        {
            Rune rune = Characters.At(text.Text, i, out int length);

            // The one character whose lower case is two.
            builder.Append(rune.Value == 0x130 ? "i\u0307" : units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)], i, length);
            i += length;
        }

        return builder.Build();
    }
}
