namespace StructIndex.Tests;

public class NamesakesTests
{
    [Fact]
    public void A_namesake_has_the_same_name_of_several_words_in_another_package()
    {
        using TemporaryFolder folder = new();
        TrainingSet set = Read(folder, ("a", "ReadLines", CorpusSplit.Train), ("a", "read_lines", CorpusSplit.Train), ("b", "readLines", CorpusSplit.Train),
            ("b", "Lines", CorpusSplit.Train), ("c", "Lines", CorpusSplit.Train), ("c", "WriteLines", CorpusSplit.Train), ("c", "ReadLines", CorpusSplit.Development));
        Namesakes namesakes = new(set);
        int[] Met(int pair)
        {
            RandomStream random = new(1, 1);
            HashSet<int> met = [];
            for (int i = 0; i < 50; i++)
            {
                met.Add(namesakes.Of(pair, ref random));
            }

            return [.. met.Order()];
        }

        Assert.Equal([0, 2], Met(0));
        Assert.Equal([0, 1, 2], Met(2));
        Assert.All([3, 4, 5, 6], pair => Assert.Equal([pair], Met(pair)));
    }

    [Fact]
    public void A_copy_with_the_same_first_sentence_is_no_namesake()
    {
        using TemporaryFolder folder = new();
        TrainingSet set = Read(folder, ["alpha", "alpha", "bravo"], ("a", "ReadLines", CorpusSplit.Train), ("b", "ReadLines", CorpusSplit.Train), ("c", "ReadLines", CorpusSplit.Train));
        Namesakes namesakes = new(set);
        for (int i = 0; i < 50; i++)
        {
            RandomStream random = new(5, (ulong)i);
            Assert.NotEqual(1, namesakes.Of(0, ref random));
        }
    }

    [Fact]
    public void The_query_is_the_namesakes_documentation_as_often_as_asked()
    {
        using TemporaryFolder folder = new();
        TrainingSet set = Read(folder, ("a", "ReadLines", CorpusSplit.Train), ("b", "ReadLines", CorpusSplit.Train), ("b", "ReadLines", CorpusSplit.Train));
        int OfAnother(double probability)
        {
            QueryMaker queries = new(set, new TrainingOptions { NamesakeProbability = probability, SentenceProbability = 1, TokenDropout = 0, LanguageProbability = 0 }, [], []);
            int found = 0;
            for (int i = 0; i < 1000; i++)
            {
                RandomStream random = new(3, (ulong)i);
                int[] rows = new int[QueryMaker.MaxEntries];
                int count = queries.Make(0, ref random, rows, new float[rows.Length], out _, out bool another);
                bool own = rows.AsSpan(0, count).Contains(set.QueryRows[0]);
                Assert.NotEqual(own, another);
                found += another ? 1 : 0;
            }

            return found;
        }

        // Two of the three that share the name are in another package.
        Assert.Equal(0, OfAnother(0));
        Assert.InRange(OfAnother(.3), 160, 240);
        Assert.InRange(OfAnother(1), 620, 710);
    }

    [Fact]
    public void All_documentation_is_its_first_sentence_and_what_follows()
    {
        using TemporaryFolder folder = new();
        TrainingSet set = Read(folder, ("a", "ReadLines", CorpusSplit.Train));
        T[] Of<T>(T[] values, int field) => [.. values.Take(set.CodeStarts[field]..set.CodeStarts[field + 1])];
        int[] Rows(int field) => [.. Of(set.CodeRows, field).Select(row => (int)row).Order()];
        int[] sentence = [.. set.QueryRows.Take(set.QueryStarts[1]).Select(row => (int)row)];
        Assert.NotEmpty(Rows(TrainingSet.RestField));
        Assert.Equal([.. sentence.Concat(Rows(TrainingSet.RestField)).Order()], Rows(TrainingSet.DocumentationField));
        double squares = Of(set.CodeWeights, TrainingSet.DocumentationField).Sum(w => Math.Pow(w / TrainingSet.WeightUnit, 2));
        Assert.Equal(1, squares, .001);
    }

    private static TrainingSet Read(TemporaryFolder folder, params (string Package, string Name, CorpusSplit Split)[] pairs) =>
        Read(folder, ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf"], pairs);

    private static TrainingSet Read(TemporaryFolder folder, string[] words, params (string Package, string Name, CorpusSplit Split)[] pairs)
    {
        string path = Path.Combine(folder.FullPath, "names.pairs");
        using (CorpusWriter writer = new(path))
        {
            for (int i = 0; i < pairs.Length; i++)
            {
                if (i == 0 || pairs[i].Package != pairs[i - 1].Package)
                {
                    writer.BeginPackage(new CorpusPackage(pairs[i].Package, ""));
                }

                writer.BeginFile();
                UnitFields fields = new(pairs[i].Name, "", "src/file.cs", "void M()", "", $"body number{(char)('a' + i)}");
                writer.Add(new DocumentedCode(PairKind.Function, "csharp", $"{words[i]} comes first. Then another sentence follows.", fields, BodyFingerprint.Of(fields.Body)), pairs[i].Split);
            }

            writer.Complete();
        }

        CorpusReader corpus = new(path);
        Vocabulary vocabulary = TrainingSetBuilder.ChooseWords(corpus, 1000, 1);
        return TrainingSetBuilder.Build(corpus, vocabulary, _ => true);
    }
}
