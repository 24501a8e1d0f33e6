using System.Text;

namespace StructIndex;

/// <summary>Texts as their words alone, so that the same sentence is found under other marks, breaks and letter cases.</summary>
internal static class WordText
{
    /// <summary>The words in lower case, each between single spaces; one at both ends, so that a search finds whole words.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder words = new(text.Length + 2);
        words.Append(' ');
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }

    /// <summary>The single words.</summary>
    public static string[] Split(string wordText) => wordText.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
