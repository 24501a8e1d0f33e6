using System.Globalization;

namespace StructIndex;

/// <summary>First sentences of documentation as questions, and the files without that documentation.</summary>
/// <param name="Queries">The questions.</param>
/// <param name="Files">All files; the documentation that questions were made of is blanked.</param>
/// <param name="Note">How many there were to choose from.</param>
internal sealed record DocumentationQueries(IReadOnlyList<EvaluationQuery> Queries, IReadOnlyList<SourceFile> Files, string Note)
{
    private const int MaxWords = 40;

    public static DocumentationQueries Of(UnitSet units, QueryMiningOptions options, CancellationToken cancellationToken)
    {
        List<Candidate> candidates = Candidates(units, options);
        Candidate[] chosen = [.. Choose(candidates, units, options)];
        SourceFile[] files = [.. Blank(units, chosen.SelectMany(candidate => candidate.Units))];
        string[] words = new string[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellationToken }, file => words[file] = WordText.Of(files[file].Text));
        HashSet<int> taken = [.. chosen.SelectMany(candidate => candidate.Units)];
        string[] kept = [.. Enumerable.Range(0, units.Units.Count).Where(unit => !taken.Contains(unit)).Select(unit => units.Units[unit].Documentation).Where(text => text.Length > 0).Select(text => WordText.Of(text))];
        Candidate[] clean = [.. chosen.Where(candidate => !Array.Exists(words, Holds(candidate)) && !Array.Exists(kept, Holds(candidate))).Take(options.MaxQuestions)];
        return new DocumentationQueries(
            [.. clean.Select(candidate => candidate.ToQuery(units))],
            files,
            string.Create(CultureInfo.InvariantCulture, $"Mined: the first sentences of {clean.Length} of {candidates.Count} documented units ask for their unit; that documentation is taken out of the indexed copy."));

        static Predicate<string> Holds(Candidate candidate) => text => text.Contains(candidate.Words, StringComparison.Ordinal);
    }

    private static List<Candidate> Candidates(UnitSet units, QueryMiningOptions options)
    {
        List<Candidate> found = [];
        foreach (IGrouping<string, (int Unit, string Sentence)> same in Sentences(units).GroupBy(sentence => WordText.Of(sentence.Sentence), StringComparer.Ordinal))
        {
            int[] sharing = [.. same.Select(sentence => sentence.Unit)];
            if (sharing.Length <= options.MaxSharing && IsQuestion(same.First().Sentence, same.Key, units.Units[sharing[0]], options) && Array.Exists(sharing, unit => HoldsItself(units, unit, same.Key)))
            {
                found.Add(new Candidate(sharing, same.First().Sentence, same.Key));
            }
        }

        return found;
    }

    private static IEnumerable<(int Unit, string Sentence)> Sentences(UnitSet units)
    {
        for (int i = 0; i < units.Units.Count; i++)
        {
            CodeUnit unit = units.Units[i];
            bool asks = unit.Role == UnitRole.Implementation && (unit.Kind.IsType() || unit.Kind.IsCallable() || unit.Kind == UnitKind.Property);
            if (asks && unit.Documentation.Length > 0 && units.DeclarationOf(i) is not null)
            {
                yield return (i, WithoutName(FirstSentence.Split(ProseText.Of(unit.Documentation)).First.ReplaceLineEndings(" ").Trim(), unit.Name));
            }
        }
    }

    // Go's documentation begins with the name of what it documents, which would be the answer.
    private static string WithoutName(string sentence, string name) =>
        sentence.StartsWith(name, StringComparison.Ordinal) && sentence.Length > name.Length && sentence[name.Length] == ' ' ? sentence[(name.Length + 1)..] : sentence;

    // A sentence that only spells the name out finds it by the name alone, which is no test; "count: how many" describes a parameter.
    private static bool IsQuestion(string sentence, string words, CodeUnit unit, QueryMiningOptions options)
    {
        string[] all = WordText.Split(words);
        bool isLabelled = sentence.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 && sentence[space - 1] == ':';
        HashSet<string> name = [.. IdentifierWords.ToLowerWords(unit.Name)];
        return !isLabelled && all.Length >= options.MinWords && all.Length <= MaxWords && all.Count(word => word.Length > 3 && !name.Contains(word)) >= 2 && !ProseText.IsLicence(words);
    }

    // Documentation that is written elsewhere (inherited, or in another file) could not be taken out.
    private static bool HoldsItself(UnitSet units, int unit, string sentence)
    {
        ParsedFile file = units.Files[units.FileOf(unit)];
        HashSet<string> written = [.. DocumentationSpans.Of(file, units.DeclarationOf(unit)!).SelectMany(span => WordText.Split(WordText.Of(file.Source.Text.AsSpan(span.Start, span.Length))))];
        return Array.TrueForAll(WordText.Split(sentence), written.Contains);
    }

    // In an order that no position in the code base decides; more than are asked for, because some will turn out to stand elsewhere too.
    private static IEnumerable<Candidate> Choose(List<Candidate> candidates, UnitSet units, QueryMiningOptions options)
    {
        Dictionary<int, int> perFile = [];
        return candidates
            .OrderBy(candidate => StableHash.Of(units.Units[candidate.Units[0]].Id)).ThenBy(candidate => candidate.Units[0])
            .Where(candidate => (perFile[units.FileOf(candidate.Units[0])] = perFile.GetValueOrDefault(units.FileOf(candidate.Units[0])) + 1) <= options.MaxPerFile)
            .Take(options.MaxQuestions + (options.MaxQuestions / 4));
    }

    private static IEnumerable<SourceFile> Blank(UnitSet units, IEnumerable<int> undocumented)
    {
        ILookup<int, int> byFile = undocumented.ToLookup(units.FileOf);
        for (int file = 0; file < units.Files.Count; file++)
        {
            SourceFile source = units.Files[file].Source;
            if (!byFile.Contains(file))
            {
                yield return source;
                continue;
            }

            BlankedText text = new(source);
            foreach (SourceSpan span in byFile[file].SelectMany(unit => DocumentationSpans.Of(units.Files[file], units.DeclarationOf(unit)!)))
            {
                text.Blank(span);
            }

            yield return text.ToFile();
        }
    }

    private sealed record Candidate(int[] Units, string Sentence, string Words)
    {
        public EvaluationQuery ToQuery(UnitSet units) => new(
            $"doc:{units.Units[Units[0]].Id}", Sentence, "documentation", [.. Units.Select(unit => units.Units[unit]).Select(unit => new RelevanceTarget(unit.Path, unit.Lines))]);
    }
}
