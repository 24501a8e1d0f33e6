namespace StructIndex.Tests;

/// <summary>Issues, commit messages and tickets: the first line is the question.</summary>
public sealed class LongTextTests
{
    private const string Issue = """
        Axis labels overlap after rotate_labels
        <!-- Thanks for your report!
        Please fill in the form. -->

        ### Bug summary

        The labels of `ColorBar` are drawn over each other, see draw_labels.

        **Code for reproduction**

        ```python
        import chart.widgets as widgets
        from chart import Figure
        figure = Figure.create(); figure.show_grid()
        ```

        ### Actual outcome

        ```
        Traceback (most recent call last):
          File "run.py", line 3, in <module>
          File "/usr/lib/python3/site-packages/chart/figure.py", line 12, in show
          File "/usr/lib/python3/site-packages/chart/ticks.py", line 7, in rotate
        LayoutError: labels do not fit
        ```

        ### Versions

        Operating system and editor are up to date
        numpy==1.19.0
        """;

    [Theory]
    [InlineData("import os", QueryLineKind.Noise)]
    [InlineData(">>> from sympy import *", QueryLineKind.Noise)]
    [InlineData("#include <vector>", QueryLineKind.Noise)]
    [InlineData("numpy: 1.19.0", QueryLineKind.Noise)]
    [InlineData("aiohttp   3.6.2", QueryLineKind.Noise)]
    [InlineData("- Python version: 3.8.1", QueryLineKind.Noise)]
    [InlineData("├── src", QueryLineKind.Noise)]
    [InlineData("-----------", QueryLineKind.Noise)]
    [InlineData("#### Steps to reproduce", QueryLineKind.Noise)]
    [InlineData("**Describe the bug**", QueryLineKind.Noise)]
    [InlineData("#### Legends of polar axes", QueryLineKind.Prose)]
    [InlineData("The import of data from files fails", QueryLineKind.Prose)]
    [InlineData("Fixed since 1.2", QueryLineKind.Prose)]
    [InlineData(">>> a.plot(b)", QueryLineKind.Code)]
    [InlineData("    value = compute(3)", QueryLineKind.Code)]
    [InlineData("  File \"a/b.py\", line 3, in f", QueryLineKind.Frame)]
    [InlineData("   at Shop.Cart.Add(Item item) in /src/Cart.cs:line 17", QueryLineKind.Frame)]
    [InlineData("a/b.py:730: in f", QueryLineKind.Frame)]
    [InlineData("ValueError: no such axis", QueryLineKind.Error)]
    [InlineData("System.ArgumentException: no such axis", QueryLineKind.Error)]
    public void A_line_is_known_by_its_form(string line, object kind) => Assert.Equal((QueryLineKind)kind, Assert.Single(QueryLines.Of(line)).Kind);

    [Fact]
    public void The_first_line_weighs_most_and_what_the_template_asks_nothing()
    {
        ParsedQuery parsed = ParsedQuery.Parse(Issue);
        Assert.Equal(QueryKind.Report, parsed.Kind);
        Dictionary<string, float> weights = parsed.Tokens.GroupBy(token => token.Text).ToDictionary(group => group.Key, group => group.Sum(token => token.Weight));
        Assert.Equal((3, 1), (weights["axis"], weights["colorbar"]));
        Assert.Equal(.5f, weights["show_grid"]);
        Assert.DoesNotContain(weights.Keys, word => word is "widget" or "bug" or "summary" or "thank" or "numpy" or "editor" or "traceback");
    }

    [Fact]
    public void Names_are_those_of_prose_and_frames_and_the_innermost_frame_comes_first()
    {
        ParsedQuery parsed = ParsedQuery.Parse(Issue);
        Assert.Equal(["rotate_labels", "ColorBar", "draw_labels"], parsed.Symbols.Take(3));
        Assert.DoesNotContain("figure.show_grid", parsed.Symbols);
        Assert.Equal(["usr/lib/python3/site-packages/chart/ticks.py", "usr/lib/python3/site-packages/chart/figure.py", "run.py"], parsed.Places.Select(place => place.Path));
    }

    [Fact]
    public void Title_and_sentences_are_embedded_and_code_is_not()
    {
        string essence = ParsedQuery.Parse(Issue).Essence;
        Assert.StartsWith("Axis labels overlap after rotate_labels\nAxis labels", essence, StringComparison.Ordinal);
        Assert.Contains("labels do not fit", essence, StringComparison.Ordinal);
        Assert.DoesNotContain("show_grid", essence, StringComparison.Ordinal);
        Assert.Equal("plain words", ParsedQuery.Parse("plain words").Essence);
    }

    [Theory]
    [InlineData("parse a header\nof a request")]
    [InlineData("  File \"a.py\", line 3, in send\n    return x\nValueError: bad header\n")]
    [InlineData("for (int i = 0; i < n; i++)\n{\n    total += i;\n}\n\nreturn total;")]
    public void A_short_text_a_trace_or_a_piece_of_code_has_no_title(string text)
    {
        ParsedQuery parsed = ParsedQuery.Parse(text);
        Assert.NotEqual(QueryKind.Report, parsed.Kind);
        Assert.All(parsed.Tokens, token => Assert.Equal(1, token.Weight));
        Assert.Equal(text, parsed.Essence);
    }

    [Fact]
    public void A_subject_with_a_message_below_is_a_title()
    {
        ParsedQuery parsed = ParsedQuery.Parse("Retry reads\n\nWriting is retried already.\n");
        Assert.Equal(QueryKind.Report, parsed.Kind);
        Assert.Equal([3, 3, 1, 1, 1, 1], parsed.Tokens.Select(token => token.Weight));
    }

    [Fact]
    public void The_file_of_the_innermost_frame_comes_before_those_that_led_there()
    {
        IndexContents contents = TinyIndex.Of(
            [TinyIndex.Unit("chart/figure.py", "show", "labels labels"), TinyIndex.Unit("chart/ticks.py", "rotate", "labels"), TinyIndex.Unit("chart/colors.py", "ColorBar", "labels")]);
        using QueryContext context = Asked.Context(contents, Issue);
        FeatureTable table = new FeatureReader(context).Read();
        Assert.Equal([.5f, 1, 0], Enumerable.Range(0, 3).Select(file => table.Row(Array.IndexOf(table.Files, file))[(int)RankFeature.NamedPath]));
    }

    [Fact]
    public void A_file_name_that_many_files_bear_names_none_of_them_unless_it_is_all_that_is_asked()
    {
        IndexContents contents = TinyIndex.Of([.. Enumerable.Range(0, 4).Select(i => TinyIndex.Unit($"p{i}/models.py", "save", "save rows"))]);
        Assert.Equal(0, NamedPath("saving in models.py fails"));
        Assert.Equal(1, NamedPath("saving in p2/models.py fails"));
        Assert.Equal(1, NamedPath("models.py"));

        float NamedPath(string query)
        {
            using QueryContext context = Asked.Context(contents, query);
            FeatureTable table = new FeatureReader(context).Read();
            return table.Row(Array.IndexOf(table.Files, 2))[(int)RankFeature.NamedPath];
        }
    }

    [Theory]
    [InlineData("saving in __init__.py fails", 0)]
    [InlineData("saving in shop/__init__.py fails", 1)]
    [InlineData("__init__.py", 1)]
    public void A_file_name_that_every_project_has_names_none_without_its_folder(string query, float named)
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("shop/__init__.py", "save", "save rows"), TinyIndex.Unit("shop/cart.py", "add", "save rows")]);
        using QueryContext context = Asked.Context(contents, query);
        FeatureTable table = new FeatureReader(context).Read();
        Assert.Equal(named, table.Row(Array.IndexOf(table.Files, 0))[(int)RankFeature.NamedPath]);
    }

    [Fact]
    public void Of_a_very_long_text_a_bounded_part_is_read()
    {
        string text = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"word{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}"));
        ParsedQuery parsed = ParsedQuery.Parse(text);
        Assert.Equal(ParsedQuery.MaxLength, parsed.Text.Length);
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("a.py", "wordzzz", "wordabc")]);
        LexicalQuery words = LexicalQuery.Of(parsed, contents.Lexical, null);
        Assert.Equal(64, words.Words.Count);
        Assert.Equal("wordaaa", words.Words[0].Text);
    }

    [Fact]
    public void Of_a_text_that_names_thousands_of_symbols_and_files_the_first_are_looked_up()
    {
        ParsedQuery symbols = ParsedQuery.Parse(string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"A.b{i}")));
        Assert.Equal(Enumerable.Range(0, ParsedQuery.MaxNames).Select(i => $"A.b{i}"), symbols.Symbols);
        ParsedQuery files = ParsedQuery.Parse("Traceback (most recent call last):\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  File \"a{i}.py\", line 1, in f\n")));
        Assert.Equal(ParsedQuery.MaxNames, files.Places.Count);
        Assert.Equal("a999.py", files.Places[0].Path);
    }

    [Fact]
    public void Of_a_text_of_misspelt_pairs_a_few_are_read_otherwise()
    {
        string[] words = [.. Enumerable.Range(0, 40).Select(i => $"cart{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}wheel")];
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("a.py", "go", string.Join(' ', words))]);
        ParsedQuery read = new Searcher(contents).Read(string.Join(' ', words.Select(word => $"{word[..6]} {word[6..]}")), TestContext.Current.CancellationToken);
        Assert.Equal(8, read.Readings.Count);
    }

    [Fact]
    public void A_long_text_asks_for_the_roles_that_its_title_names()
    {
        Assert.Equal(FileRoles.None, RequestedRoles.Of(ParsedQuery.Parse("Labels overlap\n\nA minimal example with tests on windows\n")));
        Assert.Equal(FileRoles.Test, RequestedRoles.Of(ParsedQuery.Parse("Slow tests\n\nA minimal example\n")));
    }
}
