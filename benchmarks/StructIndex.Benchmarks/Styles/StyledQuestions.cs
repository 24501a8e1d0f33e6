namespace StructIndex.Benchmarks;

/// <summary>All questions of one repository that have an answer. Documentation that a question is made of is blanked in the unpacked tree, so that one index of the tree serves every style.</summary>
internal static class StyledQuestions
{
    private const double MinLetters = .88;

    /// <summary>Unpacks the tree of a repository and makes its questions.</summary>
    public static async Task<(IReadOnlyList<StyledQuestion> Questions, StyledRepositoryFacts Facts, TreeWords Words)> MineAsync(StyleRepository repository, string mirror, string trees)
    {
        using GitRepository git = new(repository.GitDirectory(mirror));
        CommitRange range = CommitRange.Of(git);
        string folder = Path.Combine(trees, repository.Name);
        SourceTree.Unpack(git, range.Tree, ".", folder);
        StyledTree before = await StyledTree.LoadAsync(folder);
        DocumentationQueries documentation = DocumentationQueries.Of(before.Units, new QueryMiningOptions { MaxQuestions = QuestionMaker.MaxPerStyle, MaxPerFile = 3 }, CancellationToken.None);
        foreach ((ParsedFile parsed, SourceFile after) in before.Units.Files.Zip(documentation.Files))
        {
            if (!ReferenceEquals(parsed.Source, after))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, after.Path), after.Text);
            }
        }

        // No question may be made of what is not to be found any more.
        StyledTree tree = await StyledTree.LoadAsync(folder);
        QuestionMaker maker = new(repository, tree);
        List<StyledQuestion> questions = [.. CommitQuestions.Of(maker, git, range)];
        questions.AddRange(documentation.Queries.Where(query => IsProse(query.Text)).Index().Select(query => maker.Make(
            "documentation", $"{query.Index}", query.Item.Text, query.Item.Targets.Select(target => target.Path!), query.Item.Targets.Select(target => new StyledTarget(target.Path!, target.Lines?.Start, target.Lines?.End, Symbol(before, target))))));
        questions.AddRange(KeywordQuestions.Of(maker));
        questions.AddRange(SymbolQuestions.Of(maker));
        questions.AddRange(TypoQuestions.Of(maker, questions));
        questions.AddRange(CodeQuestions.Of(maker));
        questions.AddRange(ErrorQuestions.Of(maker));
        questions.AddRange(FrameQuestions.Of(maker));
        return (questions, StyledRepositoryFacts.Of(repository, range.Tree, tree, questions), TreeWords.Of(tree));
    }

    // Some documentation begins with code.
    private static bool IsProse(string text) => text.Count(c => char.IsLetter(c) || c is ' ') >= MinLetters * text.Length;

    private static string? Symbol(StyledTree tree, RelevanceTarget target) =>
        tree.UnitsOf(target.Path!).Select(unit => tree.Units.Units[unit]).FirstOrDefault(unit => unit.Lines == target.Lines)?.QualifiedName;
}
