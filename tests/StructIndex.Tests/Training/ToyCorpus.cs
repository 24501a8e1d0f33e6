namespace StructIndex.Tests;

/// <summary>A corpus whose documentation and code share no word: only training can bring them together.</summary>
internal static class ToyCorpus
{
    private const int Topics = 60;

    /// <summary>Writes it; of every topic there are pairs to learn from, and one held out for development.</summary>
    public static string Write(TemporaryFolder folder, int pairsOfATopic = 12)
    {
        string path = Path.Combine(folder.FullPath, "toy.pairs");
        using CorpusWriter writer = new(path);
        for (int package = 0; package < 4; package++)
        {
            writer.BeginPackage(new CorpusPackage($"package{package}", "MIT"));
            for (int file = 0; file < 6; file++)
            {
                writer.BeginFile();
                for (int i = 0; i < Topics * pairsOfATopic / 24; i++)
                {
                    int number = (((package * 6) + file) * Topics * pairsOfATopic / 24) + i;
                    writer.Add(Pair(number % Topics, number), CorpusSplit.Train);
                }
            }
        }

        writer.BeginPackage(new CorpusPackage("held-out", ""));
        writer.BeginFile();
        for (int topic = 0; topic < Topics; topic++)
        {
            writer.Add(Pair(topic, 100_000 + topic), CorpusSplit.Development);
        }

        writer.Complete();
        return path;
    }

    /// <summary>Options for it: a small model that one core trains in a second.</summary>
    public static TrainingOptions Options => new()
    {
        Dimensions = 64,
        BatchSize = 64,
        GroupSize = 32,
        RunLength = 8,
        MinOccurrences = 2,
        Epochs = 8,
        Threads = 2,
        QuestionProbability = .2,
    };

    /// <summary>The word that documentation has for a topic.</summary>
    public static string Asked(int topic) => $"{Letters(topic)}ing";

    /// <summary>The word that code has for it.</summary>
    public static string Coded(int topic) => $"{Letters(topic + 300)}ed";

    private static DocumentedCode Pair(int topic, int number)
    {
        string body = $"{Coded(topic)} {Letters(number + 5000)} {Letters((number % 7) + 9000)}";
        UnitFields fields = new($"{Coded(topic)}{number % 10}", $"Holder{number % 3}", $"src/{Letters(number % 5)}.cs", $"void {Coded(topic)}(int count)", "", body);
        return new DocumentedCode(PairKind.Function, "csharp", $"The {Asked(topic)} of {Letters((number % 11) + 700)} things. It does more.", fields, BodyFingerprint.Of(body));
    }

    // Three letters from b to k a number, so that no word is a number and none is cut in two.
    private static string Letters(int number) => string.Concat($"{number:D5}".Select(digit => (char)('b' + digit - '0')));
}
