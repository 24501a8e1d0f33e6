using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Puts one or two typing errors into a text, as fingers make them.</summary>
internal static partial class TypingErrors
{
    private const int MinLength = 5;
    private static readonly string[] s_rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>The text with errors in words of five letters or more; null where it has none.</summary>
    public static string? In(string text, Random random)
    {
        List<Match> words = [.. Word().Matches(text).Where(word => word.Length >= MinLength && !LexicalQuery.IsStopWord(word.Value))];
        if (words.Count == 0)
        {
            return null;
        }

        int errors = words.Count > 2 && random.NextDouble() < .4 ? 2 : 1;
        Match[] chosen = [.. words];
        random.Shuffle(chosen);
        foreach (Match word in chosen.Take(errors).OrderByDescending(word => word.Index))
        {
            text = text[..word.Index] + InWord(word.Value, random) + text[(word.Index + word.Length)..];
        }

        return text;
    }

    /// <summary>A word with one error behind its first letter: two letters in the wrong order, one left out, one twice, one of its neighbour's, one too many.</summary>
    public static string InWord(string word, Random random)
    {
        int at = random.Next(1, word.Length - 1);
        string wrong = random.Next(5) switch
        {
            0 => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            1 => word[..at] + word[(at + 1)..],
            2 => word[..at] + word[at] + word[at..],
            3 => word[..at] + Neighbour(word[at], random) + word[(at + 1)..],
            _ => word[..at] + Neighbour(word[at], random) + word[at..],
        };
        return wrong == word ? word[..at] + word[(at + 1)..] : wrong;
    }

    private static char Neighbour(char letter, Random random)
    {
        string? row = Array.Find(s_rows, row => row.Contains(char.ToLowerInvariant(letter), StringComparison.Ordinal));
        if (row is null)
        {
            return 'e';
        }

        int at = row.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) + (random.Next(2) == 0 ? -1 : 1);
        char near = row[at < 0 ? 1 : at == row.Length ? at - 2 : at];
        return char.IsUpper(letter) ? char.ToUpperInvariant(near) : near;
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
