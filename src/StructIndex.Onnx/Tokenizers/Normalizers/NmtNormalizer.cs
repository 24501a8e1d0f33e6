namespace StructIndex;

/// <summary>SentencePiece's <c>nmt</c> rule: control characters dropped, odd white space made a blank.</summary>
internal sealed class NmtNormalizer : INormalizer
{
    public AlignedText Normalize(AlignedText text)
    {
        AlignedBuilder builder = new(text);
        for (int i = 0; i < text.Text.Length; i++)
        {
            switch ((int)text.Text[i])
            {
                case (>= 0x01 and <= 0x08) or 0x0B or (>= 0x0E and <= 0x1F) or 0x7F or 0x8F or 0x9F:
                    break;
                case 0x09 or 0x0A or 0x0C or 0x0D or 0x1680 or (>= 0x200B and <= 0x200F) or 0x2028 or 0x2029 or 0x2581 or 0xFEFF or 0xFFFD:
                    builder.Append(" ", i, 1);
                    break;
                default:
                    builder.Copy(i, 1);
                    break;
            }
        }

        return builder.Build();
    }
}
