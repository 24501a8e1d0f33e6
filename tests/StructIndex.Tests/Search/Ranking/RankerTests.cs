namespace StructIndex.Tests;

public sealed class RankerTests
{
    [Fact]
    public void Every_weight_has_the_sign_that_its_reason_gives()
    {
        Assert.Equal(Enum.GetValues<RankFeature>().Length, RankWeights.All.Length);
        foreach (RankFeature feature in Enum.GetValues<RankFeature>())
        {
            int sign = feature is >= RankFeature.Test and <= RankFeature.Entry ? -1 : feature < RankFeature.Depth ? 1 : 0;
            Assert.True(RankWeights.All[(int)feature] * sign >= 0, $"{feature} is {RankWeights.All[(int)feature]}");
        }
    }

    [Fact]
    public void A_file_named_by_the_query_comes_before_one_that_mentions_the_same_words() =>
        Assert.Equal("src/retry.py", First("retry", Unit("src/retry.py", "run", "retry the call"), Unit("src/calls.py", "run", "retry the call")));

    [Theory]
    [InlineData("tests/cache_test.py", "tests of the cache")]
    [InlineData("examples/cache.py", "example of the cache")]
    [InlineData("src/legacy/cache.py", "legacy cache")]
    public void What_is_not_the_implementation_steps_back_unless_the_query_asks_for_it(string path, string asking)
    {
        CodeUnit[] units = [Unit(path, "cache", "cache cache", path.StartsWith("tests", StringComparison.Ordinal) ? UnitRole.Test : path.StartsWith("ex", StringComparison.Ordinal) ? UnitRole.Example : UnitRole.Implementation), Unit("src/cache.py", "cache", "cache cache")];
        Assert.Equal("src/cache.py", First("cache", units));
        IndexContents contents = TinyIndex.Of(units);
        Assert.Equal(0, Feature(contents, asking, path, RankFeature.Test) + Feature(contents, asking, path, RankFeature.Example) + Feature(contents, asking, path, RankFeature.Compatibility));
        Assert.Equal(1, Feature(contents, "cache", path, RankFeature.Test) + Feature(contents, "cache", path, RankFeature.Example) + Feature(contents, "cache", path, RankFeature.Compatibility));
    }

    [Fact]
    public void The_older_of_two_version_folders_steps_back() =>
        Assert.Equal("src/v4/types.ts", First("types", Unit("src/v3/types.ts", "types"), Unit("src/v4/types.ts", "types")));

    [Fact]
    public void One_version_folder_alone_is_not_old()
    {
        IndexContents contents = TinyIndex.Of([Unit("src/v3/types.ts", "types"), Unit("src/other.ts", "types")]);
        Assert.Equal(0, Feature(contents, "types", "src/v3/types.ts", RankFeature.OldVersion));
    }

    [Fact]
    public void An_older_version_steps_back_further_where_the_newer_declares_the_same_and_not_at_all_where_it_is_named()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("src/v3/Schema.ts", "Schema", kind: UnitKind.Class), TinyIndex.Unit("src/v4/core/types.ts", "Schema", kind: UnitKind.Class), Unit("src/v3/parse.ts", "parse", "Schema")]);
        Assert.Equal(2, Feature(contents, "Schema", "src/v3/Schema.ts", RankFeature.OldVersion));
        Assert.Equal(1, Feature(contents, "Schema", "src/v3/parse.ts", RankFeature.OldVersion));
        Assert.Equal(0, Feature(contents, "Schema of (v3)", "src/v3/Schema.ts", RankFeature.OldVersion));
        Assert.Equal(1, Feature(contents, "parse a v4 schema", "src/v3/parse.ts", RankFeature.OldVersion));
    }

    [Fact]
    public void An_older_version_of_something_else_does_not_step_back_further()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("api/v1/a.ts", "Schema", kind: UnitKind.Class), TinyIndex.Unit("store/v2/b.ts", "Schema", kind: UnitKind.Class), Unit("api/v2/c.ts", "parse")]);
        Assert.Equal(1, Feature(contents, "Schema", "api/v1/a.ts", RankFeature.OldVersion));
    }

    [Fact]
    public void An_alias_or_announcement_of_one_line_declares_nothing_beside_the_type_itself()
    {
        CodeUnit Type(string path, int lines) => new() { Id = path, Kind = UnitKind.Class, Name = "Parser", Path = path, Lines = new LineRange(1, lines), Language = "cpp", Body = "class Parser" };
        Assert.Equal([0, 1], Declares([Type("include/fwd.h", 1), Type("src/parser.h", 40)]));
        Assert.Equal([1, 1], Declares([Type("include/fwd.h", 1), Type("src/parser.h", 2)]));

        static float[] Declares(CodeUnit[] units)
        {
            using QueryContext context = Asked.Context(TinyIndex.Of(units), "Parser");
            FeatureTable table = new FeatureReader(context).Read();
            return [.. units.Select((_, file) => table.Row(Array.IndexOf(table.Files, file))[(int)RankFeature.DefinesType])];
        }
    }

    [Fact]
    public void What_implements_an_interface_is_an_answer_to_its_name()
    {
        CodeUnit[] units = [TinyIndex.Unit("router.go", "Router", kind: UnitKind.Interface), TinyIndex.Unit("mux.go", "Mux", "a Router", UnitKind.Struct), TinyIndex.Unit("fake.go", "Fake", "a Router", UnitKind.Struct), Unit("use.go", "run", "Router Router Router")];
        IndexContents contents = With(units, new RawEdge(1, 0, EdgeKind.Implements, EdgeCertainty.Exact, 1), new RawEdge(2, 0, EdgeKind.Implements, EdgeCertainty.Exact, 1));
        Assert.Equal(1, Feature(contents, "Router", "router.go", RankFeature.DefinesTypeBare));
        Assert.Equal(.5f, Feature(contents, "Router", "mux.go", RankFeature.DefinesTypeBare));
        Assert.Equal(0, Feature(contents, "Router", "use.go", RankFeature.DefinesTypeBare));
        SearchResult found = new Searcher(contents).Search("Router", [], new SearchOptions { MinimumRelevance = 0 });
        Assert.Equal("Router", found.Hits[0].Unit.Name);
    }

    [Fact]
    public void Words_that_the_names_of_a_folder_share_do_not_count_against_a_file()
    {
        string[] names = ["hub", "git", "nvm", "plugin"];
        CodeUnit[] units = [.. names.Select(name => Unit($"plugins/{name}.plugin.sh", name)), Unit("lib/hub.plugin.sh", "hub")];
        IndexContents contents = TinyIndex.Of(units);
        Assert.Equal(1, Feature(contents, "hub", "plugins/hub.plugin.sh", RankFeature.FileNameShare));
        Assert.Equal(.5f, Feature(contents, "hub", "lib/hub.plugin.sh", RankFeature.FileNameShare));
        Assert.Equal(1, Feature(contents, "plugin", "plugins/plugin.plugin.sh", RankFeature.FileNameShare));
    }

    [Fact]
    public void A_file_that_others_use_comes_before_its_twin()
    {
        CodeUnit[] units = [Unit("a.py", "load"), Unit("b.py", "load"), Unit("c.py", "x"), Unit("d.py", "y")];
        IndexContents contents = With(units, Calls(2, 1), Calls(3, 1));
        Assert.Equal("b.py", new Searcher(contents).Search("load", [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Path);
        Assert.True(Feature(contents, "load", "b.py", RankFeature.UsedUnits) > Feature(contents, "load", "a.py", RankFeature.UsedUnits));
    }

    [Fact]
    public void The_declaration_of_a_named_symbol_is_the_unit_shown()
    {
        CodeUnit[] units = [Unit("store.py", "open_store", "save_item save_item save_item"), Unit("store.py", "save_item", "x"), Unit("other.py", "use", "save_item")];
        Assert.Equal("save_item", new Searcher(TinyIndex.Of(units)).Search("where is save_item defined", [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Name);
    }

    [Theory]
    [InlineData("$Schema")]
    [InlineData("_Schema")]
    public void A_name_behind_a_sigil_is_declared_too(string name)
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("core.ts", name, kind: UnitKind.Class), Unit("use.ts", "parse", "Schema Schema")]);
        Assert.Equal(1, Feature(contents, "Schema", "core.ts", RankFeature.DefinesTypeBare));
        Assert.Equal(0, Feature(contents, "Schema", "use.ts", RankFeature.DefinesTypeBare));
    }

    [Fact]
    public void The_name_as_it_is_written_is_shown_before_a_longer_one_behind_a_sigil()
    {
        CodeUnit[] units = [At("store.py", "_save", 1, 40), At("store.py", "save", 41, 43)];
        Assert.Equal("save", new Searcher(TinyIndex.Of(units)).Search("save", [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Name);
    }

    [Theory]
    [InlineData("Working outside of application context.")]
    [InlineData("RuntimeError: Working outside of application context: 42")]
    public void An_error_message_leads_to_the_code_that_holds_it(string message)
    {
        CodeUnit[] units =
        [
            Unit("context.py", "ApplicationContext", "working in an application context, outside of context"),
            Unit("globals.py", "message", "'Working outside of application context.'"),
        ];
        Assert.Equal("globals.py", new Searcher(TinyIndex.Of(units)).Search(message, [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Path);
    }

    [Fact]
    public void A_message_is_found_whose_values_the_code_fills_in()
    {
        IndexContents contents = TinyIndex.Of([Unit("de.rs", "fail", "\"no variant of enum {} found in flattened data\""), Unit("enums.rs", "variant", "no variant of an enum, data found, flattened")]);
        Assert.Equal(8f / 9, Feature(contents, "no variant of enum Shape found in flattened data", "de.rs", RankFeature.Verbatim), 5);
        Assert.Equal(0, Feature(contents, "no variant of enum Shape found in flattened data", "enums.rs", RankFeature.Verbatim));
        Assert.Equal(0, Feature(contents, "variant of", "de.rs", RankFeature.Verbatim));
    }

    [Fact]
    public void Three_words_are_a_message_where_a_string_holds_them_and_the_query_sets_them_apart()
    {
        IndexContents contents = TinyIndex.Of([Unit("base.h", "get", "if (id >= count) report(\"argument not found\");"), Unit("args.h", "found", "argument argument found found not")]);
        Assert.Equal(1, Feature(contents, "argument not found", "base.h", RankFeature.Verbatim));
        Assert.Equal(.6f, Feature(contents, "fmt format_error: argument not found", "base.h", RankFeature.Verbatim), 5);
        Assert.Equal(0, Feature(contents, "why is an argument not found at times", "base.h", RankFeature.Verbatim));
        Assert.Equal(0, Feature(contents, "argument not found", "args.h", RankFeature.Verbatim));
    }

    [Fact]
    public void A_named_path_brings_its_file_and_a_line_its_unit()
    {
        CodeUnit[] units = [At("lib/a.py", "first", 1, 9), At("lib/a.py", "second", 10, 20), At("lib/b.py", "lib", 1, 5)];
        SearchHit hit = new Searcher(TinyIndex.Of(units)).Search("error in lib/a.py:12", [], new SearchOptions { MinimumRelevance = 0 }).Hits[0];
        Assert.Equal(("lib/a.py", "second"), (hit.Unit.Path, hit.Unit.Name));
    }

    [Fact]
    public void The_words_of_a_whole_file_count_where_no_unit_holds_them_all()
    {
        IndexContents contents = TinyIndex.Of([Unit("a.py", "f", "alpha"), Unit("a.py", "g", "beta"), Unit("b.py", "h", "alpha")]);
        Assert.Equal(1, Feature(contents, "alpha beta", "a.py", RankFeature.CoverageWhole), 1e-5);
        Assert.True(Feature(contents, "alpha beta", "a.py", RankFeature.LexicalWhole) > Feature(contents, "alpha beta", "b.py", RankFeature.LexicalWhole));
    }

    [Fact]
    public void Neighbouring_words_that_are_one_identifier_in_the_code_count()
    {
        IndexContents contents = TinyIndex.Of([Unit("a.py", "RateLimiter"), Unit("b.py", "limiter_of_rate")]);
        Assert.True(Feature(contents, "rate limiter", "a.py", RankFeature.Compound) > 0);
        Assert.Equal(0, Feature(contents, "rate limiter", "b.py", RankFeature.Compound));
    }

    [Fact]
    public void The_cosine_of_a_whole_file_is_that_of_the_sum_of_its_vectors()
    {
        IndexContents contents = TinyIndex.Of([Unit("a.py", "x"), Unit("a.py", "y")], [[1, 0], [0, 1]]);
        Assert.Equal(Math.Sqrt(2), new FileTraits(contents).VectorLengths[0], 1e-5);
    }

    [Fact]
    public void Words_that_only_hold_a_question_together_are_not_looked_up()
    {
        IndexContents contents = TinyIndex.Of([Unit("a.py", "parse")]);
        Assert.Equal(["parse", "file"], Asked.Words("how does it parse the file", contents.Lexical).WithoutStopWords().Words.Select(word => word.Text));
        Assert.Equal(["what", "is", "this"], Asked.Words("what is this", contents.Lexical).WithoutStopWords().Words.Select(word => word.Text));
    }

    private static string First(string query, params CodeUnit[] units) =>
        new Searcher(TinyIndex.Of(units)).Search(query, [], new SearchOptions { MinimumRelevance = 0 }).Hits[0].Unit.Path;

    private static float Feature(IndexContents contents, string query, string path, RankFeature feature)
    {
        using QueryContext context = Asked.Context(contents, query);
        FeatureTable table = new FeatureReader(context).Read();
        return table.Row(Array.FindIndex(table.Files, file => contents.PathOf(file) == path))[(int)feature];
    }

    private static CodeUnit Unit(string path, string name, string body = "", UnitRole role = UnitRole.Implementation) => At(path, name, 1, 1, body, role);

    private static CodeUnit At(string path, string name, int start, int end, string body = "", UnitRole role = UnitRole.Implementation) => new()
    {
        Id = $"{path}#{name}",
        Kind = UnitKind.Function,
        Name = name,
        Path = path,
        Lines = new LineRange(start, end),
        Language = "python",
        Role = role,
        Body = body,
    };

    private static IndexContents With(CodeUnit[] units, params RawEdge[] edges) =>
        new() { Units = units, Graph = TinyIndex.Graph(units, edges), Lexical = LexicalIndex.Build(units, TestContext.Current.CancellationToken) };

    private static RawEdge Calls(int from, int to) => new(from, to, EdgeKind.Calls, EdgeCertainty.Exact, 1);
}
