namespace StructIndex.Benchmarks;

/// <summary>Functions, or some lines of one, with other names.</summary>
internal static class CodeQuestions
{
    private const int Count = 20;
    private const int MinLines = 5;
    private const int MaxLines = 40;
    private const int MinCharacters = 100;
    private const int MinPart = 6;

    public static IEnumerable<StyledQuestion> Of(QuestionMaker maker)
    {
        Random random = maker.Repository.Random("code");
        HashSet<string> seen = new(StringComparer.Ordinal);
        int number = 0;
        foreach (int unit in maker.Shuffled("code", unit => unit.Kind.IsCallable()))
        {
            CodeUnit function = maker.Tree.Units.Units[unit];
            string[] lines = [.. maker.Source(unit).ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0 && !IsComment(line.TrimStart()))];
            if (lines.Length is < MinLines or > MaxLines || lines.Sum(line => line.Trim().Length) < MinCharacters || !seen.Add(string.Join('\n', lines.Skip(1))))
            {
                continue;
            }

            if (lines.Length >= 2 * MinPart && random.Next(2) == 0)
            {
                int length = random.Next(MinPart, lines.Length - 2), start = random.Next(1, lines.Length - length);
                lines = lines[start..(start + length)];
            }

            int indent = lines.Min(line => line.Length - line.TrimStart().Length);
            string code = string.Join('\n', lines.Select(line => line[indent..]));
            yield return maker.Make("code", number, RenamedCode.Of(code, function.Name, random), [unit]);
            if (++number == Count)
            {
                yield break;
            }
        }
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("--", StringComparison.Ordinal) || line is ['*' or ';', ..];
}
