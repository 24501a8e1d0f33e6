using System.Reflection;

namespace StructIndex;

/// <summary>The data files that queries are varied with, as rows of a vocabulary.</summary>
internal static class QueryVocabulary
{
    /// <summary>Openings of questions, one a line.</summary>
    public static IReadOnlyList<int[]> Openings(Vocabulary vocabulary) =>
        [.. Lines("question-openings.txt").Select(line => TrainingSetBuilder.RowsOf(line, vocabulary)).Where(rows => rows.Length > 0)];

    /// <summary>Names of the languages, by their numbers in a corpus; a language that the table lacks has its own name.</summary>
    public static IReadOnlyList<int[]> LanguageNames(IReadOnlyList<string> languages, Vocabulary vocabulary)
    {
        Dictionary<string, string> names = Lines("language-names.tsv").Select(line => line.Split('\t')).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        return [.. languages.Select(language => TrainingSetBuilder.RowsOf(names.GetValueOrDefault(language, language), vocabulary))];
    }

    private static IEnumerable<string> Lines(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"StructIndex.{file}")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is string line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
