using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public sealed class LexicalIndexTests
{
    private static readonly Gen<string> s_text = Gen
        .Elements("parse", "Header", "parseHeader", "user_token", "tokens", "HTTPServer", "get", "x", "validateAdminToken", "3", "größe", "class", "classes")
        .ListOf().Select(words => string.Join(' ', words));

    private static readonly Gen<UnitFields> s_fields =
        from name in s_text
        from container in s_text
        from path in s_text
        from signature in s_text
        from documentation in s_text
        from body in s_text
        select new UnitFields(name, container, path.Replace(' ', '/') + ".cs", signature, documentation, body);

    private static readonly Gen<(UnitFields[] Units, string Query)> s_corpora =
        from units in s_fields.ArrayOf()
        from query in s_text
        select (units, query);

    [Fact]
    public void Scores_are_those_of_BM25F_written_plainly()
    {
        Prop.ForAll(s_corpora.ToArbitrary(), corpus =>
        {
            LexicalIndex index = Build(corpus.Units);
            NaiveBm25F witness = new(corpus.Units);
            float[] scores = Score(index, corpus.Query);
            for (int unit = 0; unit < scores.Length; unit++)
            {
                double expected = witness.Score(unit, corpus.Query);
                Assert.Equal(expected, scores[unit], 1e-3 * Math.Max(1, expected));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_corpus_of_many_chunks_scores_as_the_plain_formula()
    {
        string[] words = ["alpha", "betaGamma", "delta", "user_id", "HTTPServer", "epsilon"];
        Random random = new(7);
        UnitFields[] units = [.. Enumerable.Range(0, 1000).Select(_ => new UnitFields(
            Some(1), Some(2), $"src/{Some(1)}.py", Some(4), Some(random.Next(6)), Some(random.Next(40))))];
        LexicalIndex index = Build(units);
        NaiveBm25F witness = new(units);
        float[] scores = Score(index, "betaGamma of the user");
        for (int unit = 0; unit < scores.Length; unit += 37)
        {
            Assert.Equal(witness.Score(unit, "betaGamma of the user"), scores[unit], 1e-3);
        }

        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));
    }

    [Fact]
    public void Units_that_are_scored_in_several_blocks_have_the_best_of_each_word_and_its_neighbours()
    {
        string[] names = ["get", "fetch", "load", "user", "account", "token", "other"];
        Random random = new(11);
        LexicalIndex index = Build([.. Enumerable.Range(0, 70_000).Select(_ => Named($"{names[random.Next(7)]}_{names[random.Next(7)]}"))]);
        LexicalQuery query = Asked.Words("get user token", index, word => word == "get" ? [new("fetch", .6f), new("load", .9f)] : word == "user" ? [new("account", .7f)] : []);
        float[] scores = new float[index.UnitCount];
        index.Score(query.Words, scores);
        for (int unit = 0; unit < scores.Length; unit++)
        {
            Assert.Equal(query.Words.Sum(word => word.Count * word.Terms.Max(term => term.Weight * index.Impact(term.Term, unit))), scores[unit], 1e-5);
        }
    }

    [Fact]
    public void The_same_units_give_the_same_arrays_however_the_work_is_divided()
    {
        UnitFields[] units = [.. Enumerable.Range(0, 2000).Select(i => Named($"method{i % 97}Name{i}") with { Body = $"call{i % 13}(value{i % 7})" })];
        LexicalIndex first = Build(units);
        LexicalIndex second = Build(units);
        Assert.Equal(first.Terms.Text, second.Terms.Text);
        Assert.Equal(first.Starts, second.Starts);
        Assert.Equal(first.Units, second.Units);
        Assert.Equal(first.Impacts, second.Impacts);
    }

    [Fact]
    public void Postings_of_a_term_ascend_and_terms_are_sorted()
    {
        LexicalIndex index = Build([.. Enumerable.Range(0, 700).Select(i => Named($"Name{(char)('a' + (i % 26))}Common"))]);
        for (int term = 0; term < index.Terms.Count; term++)
        {
            Assert.Equal(term, index.Terms.IndexOf(index.Terms[term]));
            int[] units = index.Units[index.Starts[term]..index.Starts[term + 1]];
            Assert.Equal(units.Distinct().Order(), units);
        }
    }

    [Fact]
    public void The_whole_identifier_finds_its_symbol_before_its_words_do()
    {
        LexicalIndex index = Build([Named("parseHeader"), Named("headerParse") with { Body = "parse header parse header" }, Named("other")]);
        float[] scores = Score(index, "parseHeader");
        Assert.True(scores[0] > scores[1]);
        Assert.True(scores[1] > scores[2]);
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void A_plural_finds_its_singular_and_the_other_way_round()
    {
        LexicalIndex index = Build([Named("readToken"), Named("readTokens")]);
        Assert.All(Score(index, "tokens"), score => Assert.True(score > 0));
        Assert.All(Score(index, "token"), score => Assert.True(score > 0));
    }

    [Fact]
    public void The_extension_of_a_path_is_no_word()
    {
        LexicalIndex index = Build([Named("a") with { Path = "src/go/reader.rs" }, Named("b") with { Path = ".go" }]);
        Assert.Equal(0, Score(index, "rs")[0]);
        Assert.True(Score(index, "go")[0] > 0);
        Assert.True(Score(index, "go")[1] > 0);
    }

    [Fact]
    public void A_neighbour_finds_a_unit_but_never_outweighs_the_word()
    {
        LexicalIndex index = Build([Named("remove"), Named("delete"), Named("remove") with { Body = "delete" }, Named("z"), Named("y")]);
        float[] scores = new float[index.UnitCount];
        LexicalQuery query = Asked.Words("delete", index, word => word == "delete" ? [new WordNeighbour("remove", 0.5f)] : []);
        index.Score(query.Words, scores);
        Assert.True(scores[0] > 0);
        Assert.True(scores[1] > scores[0]);

        // The best of word and neighbour, not their sum.
        float plain = Score(index, "delete")[2];
        Assert.Equal(Math.Max(plain, scores[0]), scores[2], 1e-5);
        float[] coverage = query.Coverage(index, [0, 1, 3]);
        Assert.Equal(0.5f, coverage[0], 1e-5);
        Assert.Equal(1f, coverage[1], 1e-5);
        Assert.Equal(0f, coverage[2], 1e-5);
    }

    [Fact]
    public void A_rare_neighbour_of_a_common_word_counts_as_the_common_word()
    {
        UnitFields[] units = [Named("fetch"), .. Enumerable.Range(0, 20).Select(_ => Named("get"))];
        LexicalIndex index = Build(units);
        float[] scores = new float[index.UnitCount];
        index.Score(Asked.Words("get", index, _ => [new WordNeighbour("fetch", 0.9f)]).Words, scores);
        Assert.True(scores[0] < scores[1]);
    }

    [Fact]
    public void Nothing_is_found_in_an_empty_index_or_for_an_empty_query()
    {
        Assert.Empty(Score(Build([]), "anything"));
        Assert.Equal([0f], Score(Build([Named("a")]), " ;; "));
        Assert.Equal([0f], Score(LexicalIndexBuilder.Build(1, _ => new UnitFields("", "", "", "", "", ""), Token), "a"));
    }

    [Fact]
    public void A_run_of_letters_too_long_for_a_name_is_left_out_and_costs_nothing()
    {
        LexicalIndex index = Build([Named("short") with { Body = new string('a', 5_000_000) + " tail " + new string('1', 3000) }]);
        Assert.True(Score(index, "tail")[0] > 0);
        Assert.True(index.Terms.Count < 10);
    }

    [Fact]
    public void Cancellation_stops_the_build()
    {
        using CancellationTokenSource source = new();
        UnitFields[] units = [.. Enumerable.Range(0, 2000).Select(i => Named($"n{i}"))];
        Assert.ThrowsAny<OperationCanceledException>(() => LexicalIndexBuilder.Build(units.Length, unit =>
        {
            if (unit == 100)
            {
                source.Cancel();
            }

            return units[unit];
        }, source.Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static UnitFields Named(string name) => new(name, "", "src/file.cs", "", "", "");

    private static LexicalIndex Build(UnitFields[] units) => LexicalIndexBuilder.Build(units.Length, unit => units[unit], Token);

    private static float[] Score(LexicalIndex index, string query)
    {
        float[] scores = new float[index.UnitCount];
        index.Score(Asked.Words(query, index).Words, scores);
        return scores;
    }
}
