using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>Questions that a repository cannot answer, in every style: those of other repositories, and its own with other things in them.</summary>
internal sealed partial class NegativeQuestions
{
    private const int OtherDomain = 5;
    private const int SameDomain = 4;
    private const int Swapped = 4;
    private const int World = 4;
    private const int MinRepositories = 6;
    private const int MinWord = 4;

    private static readonly HashSet<string> s_prose = ["commit", "message", "documentation", "keywords", "error"];
    private static readonly HashSet<string> s_short = ["keywords", "symbol"];

    private readonly (StyleRepository Repository, IReadOnlyList<StyledQuestion> Questions, TreeWords Words)[] _all;
    private readonly string[] _common;
    private readonly string[] _world;

    /// <summary>Takes what the others ask.</summary>
    /// <param name="all">All repositories.</param>
    /// <param name="world">Questions about other worlds than programming.</param>
    public NegativeQuestions(IEnumerable<(StyleRepository Repository, IReadOnlyList<StyledQuestion> Questions, TreeWords Words)> all, IEnumerable<string> world)
    {
        _all = [.. all];
        _world = [.. world];
        _common =
        [
            .. _all.SelectMany(one => one.Words.Names.Where(word => word.Value >= 2 && word.Key.Length >= MinWord && word.Key.All(char.IsAsciiLetter)).Select(word => word.Key))
                .CountBy(word => word).Where(word => word.Value >= MinRepositories).Select(word => word.Key).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The questions for one repository. Those of training and development repositories are never mixed.</summary>
    public IReadOnlyList<StyledQuestion> For(StyleRepository repository)
    {
        (_, IReadOnlyList<StyledQuestion> own, TreeWords words) = Array.Find(_all, one => one.Repository == repository);
        Random random = repository.Random("negatives");
        var others = _all.Where(one => one.Repository != repository && one.Repository.IsDevelopment == repository.IsDevelopment).ToArray();
        var otherDomain = others.Where(one => one.Repository.Domain != repository.Domain).ToArray();
        var sameLanguage = otherDomain.Where(one => one.Repository.Language == repository.Language).ToArray();
        List<StyledQuestion> found = [];
        Ask("other", sameLanguage.Length >= 3 ? sameLanguage : otherDomain, OtherDomain);
        Ask("domain", [.. others.Where(one => one.Repository.Domain == repository.Domain)], SameDomain);
        foreach (IGrouping<string, StyledQuestion> style in own.Where(question => s_prose.Contains(question.Style)).GroupBy(question => question.Style).OrderBy(style => style.Key, StringComparer.Ordinal))
        {
            StyledQuestion[] questions = [.. style];
            random.Shuffle(questions);
            string[] absent = [.. _common.Where(word => !words.Names.ContainsKey(word))];
            found.AddRange(questions.Select(question => (question, Text: Swap(question.Query, words, absent, random)))
                .Where(swapped => swapped.Text is not null && NamedTarget.Of(swapped.Text, swapped.question.Relevant.Select(target => target.Path)) == "no").Take(Swapped)
                .Select(swapped => Empty(swapped.question, swapped.question.Style, swapped.Text!, "swap")));
        }

        string[] world = [.. _world];
        random.Shuffle(world);
        found.AddRange(world.Take(World).Select(text => Empty(null, "documentation", text, "world")));
        found.AddRange(world.Skip(World).Take(World).Select(text => Empty(null, "keywords", Keywords(text, random), "world")));
        found.AddRange(world.Skip(2 * World).Take(World).Select(text => Empty(null, "typo", TypingErrors.In(text, random) ?? text, "world")));
        return [.. found.DistinctBy(question => question.Query, StringComparer.Ordinal).Index().Select(question => question.Item with { Id = $"{repository.Name}-none-{question.Index}" })];

        void Ask(string kind, (StyleRepository Repository, IReadOnlyList<StyledQuestion> Questions, TreeWords)[] from, int count)
        {
            foreach (IGrouping<string, StyledQuestion> style in from.SelectMany(one => one.Questions).GroupBy(question => question.Style).OrderBy(style => style.Key, StringComparer.Ordinal))
            {
                StyledQuestion[] questions = [.. style.Where(question => !(s_short.Contains(question.Style) || s_short.Contains(question.Before ?? "")) || IsUnheardOf(question.Query))];
                random.Shuffle(questions);
                found.AddRange(questions.DistinctBy(question => question.Repo).Concat(questions).Distinct().Take(count).Select(question => Empty(question, question.Style, question.Query, kind)));
            }
        }

        // A few words or a name may well stand for something here too, unless one of them names nothing.
        bool IsUnheardOf(string query) => IdentifierWords.ToLowerWords(query).Any(word => word.Length >= MinWord && !LexicalQuery.IsStopWord(word) && words.Names.GetValueOrDefault(word) == 0);

        StyledQuestion Empty(StyledQuestion? question, string style, string text, string kind) =>
            new("", text, style, "no", repository.Repository, repository.Language, repository.Name, [], []) { Negative = kind, Before = question?.Before };
    }

    // Two in five of the words, those that name the fewest units first, become words that many other repositories have in their names and this one nowhere.
    private static string? Swap(string text, TreeWords words, string[] absent, Random random)
    {
        string[] swapped = [.. Letters().Matches(text).Select(match => match.Value).Where(word => word.Length >= MinWord && !LexicalQuery.IsStopWord(word)).Distinct(StringComparer.Ordinal)
            .OrderBy(word => words.Names.GetValueOrDefault(word.ToLowerInvariant())).ThenBy(word => word, StringComparer.Ordinal)];
        if (swapped.Length < 2 || absent.Length == 0)
        {
            return null;
        }

        Dictionary<string, string> others = swapped.Take(((2 * swapped.Length) + 4) / 5).ToDictionary(word => word, word => AsCased(absent[random.Next(absent.Length)], word), StringComparer.Ordinal);
        return Letters().Replace(text, match => others.GetValueOrDefault(match.Value, match.Value));
    }

    private static string AsCased(string word, string like) => char.IsUpper(like[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static string Keywords(string text, Random random)
    {
        string[] words = [.. WordText.Split(WordText.Of(text)).Where(word => word.Length >= MinWord && !LexicalQuery.IsStopWord(word))];
        random.Shuffle(words);
        return string.Join(' ', words.Take(random.Next(2, 4)));
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Letters();
}
