namespace StructIndex;

/// <summary>Questions in the short styles that people use beside sentences: names, keywords, and messages of errors, in an order that no position in the code base decides.</summary>
/// <param name="units">The units of the code base.</param>
/// <param name="options">How many questions.</param>
internal sealed class ShortQueries(UnitSet units, QueryMiningOptions options)
{
    private const int MinWordLength = 3;

    private readonly int[] _asked =
    [
        .. Enumerable.Range(0, units.Units.Count)
            .Where(unit => units.Units[unit].Role == UnitRole.Implementation && (units.Units[unit].Kind.IsType() || units.Units[unit].Kind.IsCallable()) && units.DeclarationOf(unit) is not null)
            .OrderBy(unit => StableHash.Of(units.Units[unit].Id)).ThenBy(unit => unit),
    ];

    /// <summary>Names that few units bear, of several words or of a type; all that bear one are right.</summary>
    public IReadOnlyList<EvaluationQuery> Symbols()
    {
        ILookup<string, int> byName = _asked.ToLookup(unit => units.Units[unit].Name, StringComparer.Ordinal);
        return Few(_asked.Select(unit => units.Units[unit])
            .Where(unit => unit.Kind.IsType() || IdentifierWords.ToLowerWords(unit.Name).Count > 1).Select(unit => unit.Name).Distinct(StringComparer.Ordinal)
            .Where(name => byName[name].Count() <= options.MaxSharing)
            .Select(name => Make("symbol", name, name, byName[name])));
    }

    /// <summary>A word of a unit's name and another of its name, its type or its file; all units that have both are right.</summary>
    public IReadOnlyList<EvaluationQuery> Keywords()
    {
        Dictionary<int, string[]> words = _asked.ToDictionary(unit => unit, unit => WordsAround(units.Units[unit]));
        Dictionary<string, HashSet<int>> holding = new(StringComparer.Ordinal);
        foreach ((int unit, string word) in words.SelectMany(entry => entry.Value.Select(word => (entry.Key, word))))
        {
            holding.TryAdd(word, []);
            holding[word].Add(unit);
        }

        return Few(_asked.SelectMany(Pair).DistinctBy(query => query.Text));

        IEnumerable<EvaluationQuery> Pair(int unit)
        {
            string[] own = [.. Words(units.Units[unit].Name)];
            string[] pair = [.. words[unit].OrderByDescending(own.Contains).ThenBy(word => StableHash.Of(word + units.Units[unit].Id)).Take(2).OrderBy(StableHash.Of)];
            int[] right = pair.Length == 2 && own.Length > 0 ? [.. holding[pair[0]].Intersect(holding[pair[1]]).Order()] : [];
            if (right.Length > 0 && right.Length <= options.MaxSharing)
            {
                yield return Make("keywords", $"{pair[0]} {pair[1]}", $"{pair[0]} {pair[1]}", right);
            }
        }
    }

    /// <summary>Messages that few files show; the innermost unit around each is right.</summary>
    public IReadOnlyList<EvaluationQuery> Errors()
    {
        HashSet<int> files = [.. _asked.Select(units.FileOf)];
        return Few(files.SelectMany(file => ErrorMessage.In(units.Files[file].Source).Select(message => (message, unit: InnermostAt(file, message.Line)))).Where(shown => shown.unit >= 0)
            .GroupBy(shown => shown.message.Template, StringComparer.Ordinal).OrderBy(same => StableHash.Of(same.Key))
            .Where(same => same.Select(shown => shown.unit).Distinct().Count() <= options.MaxSharing)
            .Select(same => Make("error", same.Key, same.First().message.Shown(RandomOf(same.Key)), same.Select(shown => shown.unit).Distinct())));
    }

    /// <summary>Some of the questions with typing errors.</summary>
    public IReadOnlyList<EvaluationQuery> Typos(IReadOnlyList<EvaluationQuery> questions) =>
    [
        .. questions.OrderBy(question => StableHash.Of(question.Id)).Select(question => question with { Id = $"typo:{question.Id}", Text = TypingErrors.In(question.Text, RandomOf(question.Id)) ?? "", Category = "typo" })
            .Where(question => question.Text.Length > 0).Take(options.MaxQuestions),
    ];

    private EvaluationQuery Make(string style, string id, string text, IEnumerable<int> right) =>
        new($"{style}:{id}", text, style, [.. right.Select(unit => new RelevanceTarget(units.Units[unit].Path, units.Units[unit].Lines))]);

    private List<EvaluationQuery> Few(IEnumerable<EvaluationQuery> questions)
    {
        Dictionary<string, int> perFile = new(StringComparer.Ordinal);
        List<EvaluationQuery> few = [];
        foreach (EvaluationQuery question in questions)
        {
            string[] paths = [.. question.Targets.Select(target => target.Path!).Distinct(StringComparer.Ordinal)];
            if (few.Count < options.MaxQuestions && Array.TrueForAll(paths, path => perFile.GetValueOrDefault(path) < options.MaxPerFile))
            {
                few.Add(question);
                Array.ForEach(paths, path => perFile[path] = perFile.GetValueOrDefault(path) + 1);
            }
        }

        return few;
    }

    private int InnermostAt(int file, int line)
    {
        (int start, int end) = units.UnitsOf(file);
        return Enumerable.Range(start, end - start).Where(unit => units.Units[unit].Lines.Contains(line)).OrderBy(unit => units.Units[unit].Lines.Count).FirstOrDefault(-1);
    }

    private static Random RandomOf(string text) => new(unchecked((int)StableHash.Of(text)));

    private static string[] WordsAround(CodeUnit unit) =>
        [.. Words(unit.Name).Concat(Words(unit.Container[(unit.Container.LastIndexOf('.') + 1)..])).Concat(Words(FileNames.NameOf(unit.Path))).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Words(string name) => IdentifierWords.ToLowerWords(name).Where(word => word.Length >= MinWordLength && char.IsLetter(word[0]) && !LexicalQuery.IsStopWord(word));
}
