namespace StructIndex;

/// <summary>The rules that a documented piece of code must pass to be a pair, each by its name.</summary>
internal static class PairRules
{
    private const int MinWords = 3;
    private const int MinLines = 3;

    // Short documentation may well hold no function word ("Parse HTTP header"); a longer English text always does.
    private const int MaxWordsWithoutEnglish = 6;
    private const double MinAsciiShare = .95;

    private static readonly HashSet<string> s_englishWords = [.. WordLists.Lines("english-words.txt")];
    private static readonly HashSet<string> s_vendoredFolders = [.. WordLists.Lines("vendored-folders.txt")];

    /// <summary>The first rule that a unit breaks, before its text is looked at.</summary>
    public static PairRule OfUnit(UnitKind kind, UnitRole role) =>
        role != UnitRole.Implementation ? PairRule.Role
        : kind.IsType() || kind is UnitKind.Function or UnitKind.Method or UnitKind.Operator or UnitKind.Property or UnitKind.Macro or UnitKind.Namespace ? PairRule.None
        : PairRule.Kind;

    /// <summary>The first rule that the texts break.</summary>
    /// <param name="prose">The documentation as <see cref="ProseText"/> gives it.</param>
    /// <param name="name">The code's name.</param>
    /// <param name="body">The code.</param>
    public static PairRule OfTexts(string prose, string name, string body)
    {
        string[] words = prose.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Count(w => w.Any(char.IsLetter)) < MinWords ? PairRule.ShortDocumentation
            : CountLines(body) < MinLines ? PairRule.ShortCode
            : ProseText.IsLicence(prose) ? PairRule.Licence
            : !IsEnglish(prose, words) ? PairRule.NotEnglish
            : BodyFingerprint.Of(prose) == BodyFingerprint.Of(name) ? PairRule.NameAlone
            : PairRule.None;
    }

    /// <summary>Whether a path leads through a folder of other people's code.</summary>
    public static bool IsVendored(string path) => path.Split('/').SkipLast(1).Any(folder => s_vendoredFolders.Contains(folder.ToLowerInvariant()));

    private static bool IsEnglish(string prose, string[] words) =>
        prose.Count(char.IsAscii) >= MinAsciiShare * prose.Length
        && (words.Length <= MaxWordsWithoutEnglish || words.Any(w => s_englishWords.Contains(w.Trim('.', ',', ':', ';', '(', ')').ToLowerInvariant())));

    private static int CountLines(string text)
    {
        int lines = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            lines += line.IsWhiteSpace() ? 0 : 1;
        }

        return lines;
    }
}
