using System.Text;

namespace StructIndex;

/// <summary>Places to split at, found by the class of a character.</summary>
internal static class CharacterSplits
{
    /// <summary>Each character of a class.</summary>
    public static Func<string, List<(int Start, int Length)>> Each(Func<Rune, bool> wanted) => text => Find(text, rune => wanted(rune) ? 1 : 0, single: true);

    /// <summary>Runs of word characters, and runs of what is neither word nor white space.</summary>
    public static List<(int Start, int Length)> WordsAndSymbols(string text) =>
        Find(text, rune => Characters.IsWord(rune) ? 1 : Characters.IsWhiteSpace(rune) ? 0 : 2, single: false);

    private static List<(int Start, int Length)> Find(string text, Func<Rune, int> classOf, bool single)
    {
        List<(int Start, int Length)> found = [];
        int before = 0;
        for (int i = 0; i < text.Length;)
        {
            Rune rune = Characters.At(text, i, out int length);
            int now = classOf(rune);
            if (now > 0 && now == before && !single)
            {
                found[^1] = (found[^1].Start, i + length - found[^1].Start);
            }
            else if (now > 0)
            {
                found.Add((i, length));
            }

            before = now;
            i += length;
        }

        return found;
    }
}
