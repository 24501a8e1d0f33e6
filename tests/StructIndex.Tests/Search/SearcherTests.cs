namespace StructIndex.Tests;

public sealed class SearcherTests
{
    private static readonly float[] s_query = [1, 0];

    [Fact]
    public void Both_retrievers_are_scaled_and_added_as_worked_out_by_hand()
    {
        // Dense: .9, .5, .1 scaled between first and last: 1, .5, 0. Lexical: only c holds the word: 0, 0, 1.
        IndexContents contents = TinyIndex.Of(
            [TinyIndex.Unit("1.py", "a"), TinyIndex.Unit("2.py", "b"), TinyIndex.Unit("3.py", "wanted")],
            [TinyIndex.At(.9), TinyIndex.At(.5), TinyIndex.At(.1)]);
        using RetrievalScores scores = RetrievalScores.Gather(contents, Asked.Words("wanted", contents.Lexical), s_query, null);
        HybridFusion fused = new(scores);
        Assert.Equal([0, 2, 1], fused.BestFiles(_ => false, 10));
        Assert.Equal([.6, .3, .4], Enumerable.Range(0, 3).Select(file => Math.Round(fused.OfFile(file), 4)));
    }

    [Fact]
    public void Several_near_units_lift_their_file_above_one_that_is_a_little_nearer()
    {
        IndexContents contents = TinyIndex.Of(
            [TinyIndex.Unit("1.py", "alone"), TinyIndex.Unit("2.py", "x"), TinyIndex.Unit("2.py", "y"), TinyIndex.Unit("2.py", "z"), TinyIndex.Unit("3.py", "far")],
            [TinyIndex.At(.62), TinyIndex.At(.6), TinyIndex.At(.58), TinyIndex.At(.59), TinyIndex.At(0)]);
        Assert.Equal("x", Search(contents, "question", s_query).Hits[0].Unit.Name);
    }

    [Fact]
    public void Each_file_gives_its_best_unit_first_and_further_units_follow()
    {
        IndexContents contents = TinyIndex.Of(
            [TinyIndex.Unit("1.py", "a1"), TinyIndex.Unit("1.py", "a2"), TinyIndex.Unit("2.py", "b1"), TinyIndex.Unit("2.py", "b2")],
            [TinyIndex.At(.7), TinyIndex.At(.9), TinyIndex.At(.2), TinyIndex.At(.1)]);
        Assert.Equal(["a2", "b1", "a1", "b2"], Names(Search(contents, "question", s_query)));
        Assert.Equal(["a2", "b1", "a1"], Names(Search(contents, "question", s_query, new SearchOptions { Limit = 3 })));
        Assert.Equal(["a2", "b1"], Names(Search(contents, "question", s_query, new SearchOptions { Limit = 2 })));
    }

    [Theory]
    [InlineData("using System;\n\nnamespace Shop;\n", "", "Near")]
    [InlineData("import x\nwanted = x.run()\n", "", "Basket")]
    [InlineData("using System;\n\nnamespace Shop;\n", "What a basket is.", "Basket")]
    public void The_head_of_a_file_does_not_stand_for_it_unless_it_does_or_says_something(string head, string documentation, string shown)
    {
        CodeUnit module = new() { Id = "head", Kind = UnitKind.Module, Name = "Basket", Path = "Basket.cs", Lines = new LineRange(1, 3), Language = "csharp", Body = head, Documentation = documentation };
        IndexContents contents = TinyIndex.Of(
            [module, TinyIndex.Unit("Basket.cs", "Far"), TinyIndex.Unit("Basket.cs", "Near"), TinyIndex.Unit("Other.cs", "Other")],
            [TinyIndex.At(.9), TinyIndex.At(.3), TinyIndex.At(.6), TinyIndex.At(.1)]);
        Assert.Equal(shown, Search(contents, "question", s_query).Hits[0].Unit.Name);
    }

    [Theory]
    [InlineData("parse the header of a request", "parse_header")]
    [InlineData("tests that parse the header of a request", "parses_header")]
    public async Task A_test_beside_what_it_tests_stands_for_the_file_only_where_tests_are_asked_for(string query, string shown)
    {
        SourceFile file = new("src/header.rs", """
            pub fn parse_header(line: &str) -> Header {
                Header::of(line)
            }

            #[cfg(test)]
            mod tests {
                use super::*;

                #[test]
                fn parses_header() {
                    // parse the header of a request
                    assert_eq!(parse_header("a request"), Header::of("a request"));
                }
            }
            """);
        CodeIndex index = await CodeIndexer.IndexAsync(new MemorySource([file, new SourceFile("src/other.rs", "fn other() { run() }\n")]), cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync(query, new SearchOptions { MinimumRelevance = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal(shown, found.Hits[0].Unit.Name);
    }

    [Fact]
    public void Of_units_that_are_about_equal_the_one_whose_name_is_asked_for_stands_for_the_file()
    {
        IndexContents contents = TinyIndex.Of(
            [TinyIndex.Unit("1.py", "walk", "parse dates"), TinyIndex.Unit("1.py", "parse_dates", "parse dates"), TinyIndex.Unit("1.py", "parse_all_dates_and_more_than_them", "parse dates"), TinyIndex.Unit("2.py", "x")],
            [TinyIndex.At(.62), TinyIndex.At(.6), TinyIndex.At(.61), TinyIndex.At(.1)]);
        Assert.Equal("parse_dates", Search(contents, "parse dates", s_query).Hits[0].Unit.Name);
    }

    [Fact]
    public void A_unit_of_several_rows_has_the_cosine_of_its_nearest()
    {
        VectorStoreBuilder rows = new(3, 2, VectorPrecision.Float32);
        rows.Set(0, TinyIndex.At(.1));
        rows.Set(1, TinyIndex.At(.9));
        rows.Set(2, TinyIndex.At(.5));
        CodeUnit[] units = [TinyIndex.Unit("1.py", "long"), TinyIndex.Unit("2.py", "short")];
        IndexContents contents = new() { Units = units, Graph = TinyIndex.Graph(units), Vectors = rows.Build(), RowUnits = [0, 0, 1], Lexical = LexicalIndex.Build(units, Token) };
        SearchHit first = Search(contents, "question", s_query, new SearchOptions { Explain = true }).Hits[0];
        Assert.Equal("long", first.Unit.Name);
        Assert.Equal(.9, Part(first, "cosine"), 1e-5);
    }

    [Fact]
    public void Without_vectors_words_alone_decide_and_units_without_them_are_no_hits()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("1.py", "other"), TinyIndex.Unit("2.py", "parse"), TinyIndex.Unit("2.py", "rest")]);
        Assert.Equal(["parse"], Names(Search(contents, "parse", [])));
        SearchResult nothing = Search(contents, "absent", []);
        Assert.True(nothing.Abstained);
        Assert.Contains("word", nothing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_vector_of_zeros_leaves_the_words_to_decide()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("1.py", "other"), TinyIndex.Unit("2.py", "parse")], [TinyIndex.At(.9), TinyIndex.At(.1)]);
        Assert.Equal(["parse"], Names(Search(contents, "parse", [0, 0])));
    }

    [Fact]
    public void Without_a_word_in_common_the_vectors_decide_alone()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("1.py", "a"), TinyIndex.Unit("2.py", "b")], [TinyIndex.At(.3), TinyIndex.At(.8)]);
        SearchResult result = Search(contents, "question", s_query);
        Assert.Equal(["b", "a"], Names(result));
        Assert.True(result.Hits[0].Score > result.Hits[1].Score);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void An_empty_query_gives_no_hits_and_says_so(string query)
    {
        SearchResult result = Search(TinyIndex.Of([TinyIndex.Unit("1.py", "a")]), query, []);
        Assert.True(result.Abstained);
        Assert.Empty(result.Hits);
        Assert.NotNull(result.Reason);
    }

    [Fact]
    public void An_empty_index_gives_no_hits_and_says_so()
    {
        SearchResult result = Search(TinyIndex.Of([]), "anything", []);
        Assert.True(result.Abstained);
        Assert.Contains("empty", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_hold_for_both_retrievers()
    {
        CodeUnit[] units =
        [
            TinyIndex.Unit("src/a.py", "parse"), TinyIndex.Unit("src/b.cs", "parse", kind: UnitKind.Method, language: "csharp"),
            TinyIndex.Unit("tests/c.py", "parse"), TinyIndex.Unit("tests/c.py", "Parser", kind: UnitKind.Class),
        ];
        foreach (IndexContents contents in new[] { TinyIndex.Of(units), TinyIndex.Of(units, [.. units.Select((_, i) => TinyIndex.At(.5 + (i * .1)))]) })
        {
            float[] vector = contents.Vectors is null ? [] : s_query;
            Assert.Equal(["src/b.cs"], Paths(new UnitFilter { Languages = ["CSharp"] }));
            Assert.Equal(["tests/c.py"], Paths(new UnitFilter { PathGlobs = ["tests/**"], Kinds = [UnitKind.Function] }));
            Assert.Equal(["src/a.py", "src/b.cs"], Paths(new UnitFilter { PathGlobs = ["src/*.py", "*.cs"] }).Order());
            Assert.Empty(Paths(new UnitFilter { Languages = ["haskell"] }));

            IEnumerable<string> Paths(UnitFilter filter) => Search(contents, "parse", vector, new SearchOptions { Filter = filter }).Hits.Select(hit => hit.Unit.Path);
        }
    }

    [Fact]
    public void What_is_filtered_out_does_not_shift_the_scale_of_what_is_left()
    {
        CodeUnit[] units = [TinyIndex.Unit("a.py", "parse"), TinyIndex.Unit("b.py", "parse", "parse parse"), TinyIndex.Unit("c.go", "parse", language: "go")];
        float[][] vectors = [TinyIndex.At(.4), TinyIndex.At(.6), TinyIndex.At(1)];
        SearchResult filtered = Search(TinyIndex.Of(units, vectors), "question", s_query, new SearchOptions { Filter = new UnitFilter { Languages = ["python"] } });
        SearchResult alone = Search(TinyIndex.Of(units[..2], vectors[..2]), "question", s_query);
        Assert.Equal(alone.Hits.Select(hit => hit.Score), filtered.Hits.Select(hit => hit.Score));
    }

    [Fact]
    public void An_explanation_names_the_parts_that_make_the_score()
    {
        IndexContents contents = TinyIndex.Of(
            [TinyIndex.Unit("1.py", "parseHeader"), TinyIndex.Unit("2.py", "parse"), TinyIndex.Unit("3.py", "x")],
            [TinyIndex.At(.7), TinyIndex.At(.5), TinyIndex.At(.1)]);
        SearchHit hit = Search(contents, "parse the header", s_query, new SearchOptions { Explain = true }).Hits[0];
        Assert.Equal(hit.Score, hit.Parts.Where(part => part.Name.StartsWith("rank:", StringComparison.Ordinal)).Sum(part => part.Value), 1e-4);
        Assert.Equal(.7, Part(hit, "cosine"), 1e-5);
        Assert.Equal(Part(hit, "bm25f"), Part(hit, "word:parse") + Part(hit, "word:header"), 1e-4);
        Assert.InRange(Part(hit, "coverage"), .3, .9);
        Assert.Empty(Search(contents, "parse the header", s_query).Hits[0].Parts);
    }

    [Fact]
    public void Equal_units_come_in_the_order_of_the_index()
    {
        CodeUnit[] units = [.. Enumerable.Range(0, 60).Select(i => TinyIndex.Unit($"{i:00}.py", "same"))];
        IndexContents contents = TinyIndex.Of(units, [.. units.Select(_ => TinyIndex.At(.5))]);
        Assert.Equal(units[..10].Select(unit => unit.Path), Search(contents, "same", s_query).Hits.Select(hit => hit.Unit.Path));
    }

    [Fact]
    public void A_limit_beyond_the_fiftieth_file_gives_all_files()
    {
        CodeUnit[] units = [.. Enumerable.Range(0, 120).Select(i => TinyIndex.Unit($"{i:000}.py", "same"))];
        IndexContents contents = TinyIndex.Of(units, [.. units.Select((_, i) => TinyIndex.At(1 - (i / 200.0)))]);
        SearchResult result = Search(contents, "question", s_query, new SearchOptions { Limit = 200 });
        Assert.Equal(units, result.Hits.Select(hit => hit.Unit));
        Assert.Equal(result.Hits.Select(hit => hit.Score).OrderDescending(), result.Hits.Select(hit => hit.Score));
    }

    [Fact]
    public void Wrong_options_throw_with_their_name()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("1.py", "a")]);
        Assert.Equal("Limit", Assert.Throws<ArgumentOutOfRangeException>(() => Search(contents, "a", [], new SearchOptions { Limit = 0 })).ParamName);
        Assert.Equal("MinimumRelevance", Assert.Throws<ArgumentOutOfRangeException>(() => Search(contents, "a", [], new SearchOptions { MinimumRelevance = double.NaN })).ParamName);
        Assert.Throws<ArgumentNullException>(() => Search(contents, null!, []));
    }

    [Fact]
    public void Parallel_searches_answer_as_serial_ones_do()
    {
        Random random = new(3);
        string[] words = ["parse", "header", "token", "user", "admin", "delete", "cache", "route"];
        CodeUnit[] units = [.. Enumerable.Range(0, 3000).Select(i => TinyIndex.Unit($"{i / 5:0000}.py", $"{Word()}_{Word()}", $"{Word()} {Word()} {Word()}"))];
        IndexContents contents = TinyIndex.Of(units, [.. units.Select(_ => TinyIndex.At((random.NextDouble() * 2) - 1))]);
        Searcher searcher = new(contents);
        (string Query, float[] Vector)[] queries = [.. Enumerable.Range(0, 64).Select(_ => ($"{Word()} {Word()}", TinyIndex.At(random.NextDouble())))];
        string[] serial = Array.ConvertAll(queries, Answer);
        string[] parallel = new string[queries.Length];
        Parallel.For(0, queries.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => parallel[i] = Answer(queries[i]));
        Assert.Equal(serial, parallel);

        string Word() => words[random.Next(words.Length)];
        string Answer((string Query, float[] Vector) query) => string.Join('|', searcher.Search(query.Query, query.Vector, new SearchOptions { Explain = true, MinimumRelevance = 0 })
            .Hits.Select(hit => $"{hit.Unit.Id} {hit.Score:R} {hit.Relevance:R} {string.Join(',', hit.Parts)}"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SearchResult Search(IndexContents contents, string query, float[] vector, SearchOptions? options = null) =>
        new Searcher(contents).Search(query, vector, (options ?? new SearchOptions()) with { MinimumRelevance = options?.MinimumRelevance ?? 0 });

    private static IEnumerable<string> Names(SearchResult result) => result.Hits.Select(hit => hit.Unit.Name);

    private static double Part(SearchHit hit, string name) => hit.Parts.Single(part => part.Name == name).Value;
}
