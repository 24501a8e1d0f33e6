namespace StructIndex.Benchmarks;

/// <summary>Questions of the short styles once more: with typing errors, or with two words written as one or one as two.</summary>
internal static class TypoQuestions
{
    private const int Count = 32;
    private static readonly HashSet<string> s_styles = ["commit", "documentation", "keywords", "symbol"];

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker, IReadOnlyList<StyledQuestion> questions)
    {
        StyledQuestion[] all = [.. questions.Where(question => s_styles.Contains(question.Style))];
        Random random = maker.Repository.Random("typo");
        random.Shuffle(all);
        foreach ((int number, StyledQuestion question) in QuestionMaker.Few(all, question => [.. question.Relevant.Select(target => target.Path)]).Take(Count).Index())
        {
            string? wrong = (random.NextDouble() < .2 ? JoinedOrSplit(question.Query, random) : null) ?? TypingErrors.In(question.Query, random);
            if (wrong is not null)
            {
                yield return question with
                {
                    Id = $"{maker.Repository.Name}-typo-{number}",
                    Query = wrong,
                    Style = "typo",
                    Before = question.Style,
                    Named = NamedTarget.Of(wrong, question.Relevant.Select(target => target.Path)),
                };
            }
        }
    }

    // `inherit doc` for `inheritdoc` and the reverse; an identifier of two words is also written apart.
    private static string? JoinedOrSplit(string text, Random random)
    {
        string[] words = text.Split(' ');
        int[] compounds = [.. Enumerable.Range(0, words.Length).Where(at => words[at].All(char.IsLetterOrDigit) && IdentifierWords.ToLowerWords(words[at]).Count is 2 or 3)];
        if (compounds.Length > 0)
        {
            int at = compounds[random.Next(compounds.Length)];
            words[at] = string.Join(random.Next(2) == 0 ? "" : " ", IdentifierWords.ToLowerWords(words[at]));
            return string.Join(' ', words);
        }

        int[] pairs = [.. Enumerable.Range(0, words.Length - 1).Where(at => IsWord(words[at]) && IsWord(words[at + 1]))];
        if (pairs.Length == 0)
        {
            return null;
        }

        int pair = pairs[random.Next(pairs.Length)];
        return string.Join(' ', words.Index().Select(word => word.Index == pair ? word.Item + words[pair + 1] : word.Item).Where((_, at) => at != pair + 1));

        static bool IsWord(string word) => word.Length > 2 && word.All(char.IsAsciiLetter) && !LexicalQuery.IsStopWord(word);
    }
}
