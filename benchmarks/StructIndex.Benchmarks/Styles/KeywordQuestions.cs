using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>One to three words of a unit's name, file, type and documentation in any order, which hardly any other unit holds together.</summary>
internal static class KeywordQuestions
{
    private const int MaxFiles = 3;
    private const int MaxUnits = 5;
    private const int MaxUnitsOfOneWord = 2;
    private const int MinOneWord = 5;
    private const int Tries = 8;
    private const double MaxShare = .15;

    private static readonly string[] s_frames =
        ["where is {0} handled", "how does {0} work", "which code does {0}", "code for {0}", "{0} implementation", "what happens on {0}", "find the {0} logic", "where do we {0}"];

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker)
    {
        StyledTree tree = maker.Tree;
        Dictionary<string, HashSet<int>> postings = new(StringComparer.Ordinal);
        Dictionary<int, string[]> words = [];
        foreach (int unit in tree.Asked)
        {
            CodeUnit asked = tree.Units.Units[unit];
            words[unit] = [.. Named(asked).Concat(Described(asked)).Distinct(StringComparer.Ordinal)];
            foreach (string word in words[unit].Concat(IdentifierWords.ToLowerWords(Path.GetFileNameWithoutExtension(asked.Path))).Concat(IdentifierWords.ToLowerWords(asked.Container)).Distinct(StringComparer.Ordinal))
            {
                if (!postings.TryGetValue(word, out HashSet<int>? holding))
                {
                    postings.Add(word, holding = []);
                }

                holding.Add(unit);
            }
        }

        Random random = maker.Repository.Random("keywords");
        HashSet<string> seen = new(StringComparer.Ordinal);
        int number = 0;
        foreach (int unit in maker.Shuffled("keywords", _ => true))
        {
            if (number == QuestionMaker.MaxPerStyle)
            {
                yield break;
            }

            string[] usable = [.. words[unit].Where(word => postings[word].Count <= Math.Max(3, MaxShare * tree.Asked.Count))];
            for (int attempt = 0; attempt < Tries && usable.Length > 0; attempt++)
            {
                int count = Math.Min(usable.Length, random.NextDouble() switch { < .15 => 1, < .6 => 2, _ => 3 });
                random.Shuffle(usable);
                string[] chosen = usable[..count];
                if (!Array.Exists(chosen, Named(tree.Units.Units[unit]).Contains))
                {
                    continue;
                }

                int[] holding = [.. chosen.Select(word => (IEnumerable<int>)postings[word]).Aggregate((all, some) => all.Intersect(some)).Order()];
                string text = string.Join(' ', chosen);
                if (holding.Length <= (count == 1 ? MaxUnitsOfOneWord : MaxUnits) && (count > 1 || text.Length >= MinOneWord) && holding.Select(tree.Units.FileOf).Distinct().Count() <= MaxFiles && seen.Add(text))
                {
                    string query = random.NextDouble() < .25 ? string.Format(CultureInfo.InvariantCulture, s_frames[random.Next(s_frames.Length)], text) : text;
                    yield return maker.Make("keywords", number++, query, holding);
                    break;
                }
            }
        }
    }

    private static IEnumerable<string> Named(CodeUnit unit) => IdentifierWords.ToLowerWords(unit.Name).Where(IsContent);

    private static IEnumerable<string> Described(CodeUnit unit) => WordText.Split(WordText.Of(FirstSentence.Split(ProseText.Of(unit.Documentation)).First)).Where(IsContent);

    private static bool IsContent(string word) => word.Length > 2 && char.IsLetter(word[0]) && !LexicalQuery.IsStopWord(word);
}
