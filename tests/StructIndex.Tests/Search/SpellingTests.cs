namespace StructIndex.Tests;

/// <summary>Words that the index does not hold, read as those it does.</summary>
public sealed class SpellingTests
{
    private static readonly LexicalIndex s_index = TinyIndex.Of(
    [
        TinyIndex.Unit("a.py", "retry_policy", "retry the request colour"), TinyIndex.Unit("b.py", "inherit_doc", "inherit a doc from the base"),
        TinyIndex.Unit("c.py", "authentication", "connection of the client"), TinyIndex.Unit("d.py", "gitignore", "retro gitignore pattern"), TinyIndex.Unit("e.py", "x", "retry"),
    ]).Lexical;

    [Theory]
    [InlineData("retyr", "retry")]
    [InlineData("rerty", "retry")]
    [InlineData("retrry", "retry")]
    [InlineData("color", "colour")]
    [InlineData("autentication", "authentication")]
    [InlineData("authentcaition", "authentication")]
    [InlineData("conection", "connection")]
    [InlineData("inheritdoc", "inherit doc")]
    [InlineData("gitignroe", "gitignore")]
    public void A_word_one_or_two_edits_away_or_written_as_one_is_found(string written, string read) =>
        Assert.Equal(new WordReading(written, read), Assert.Single(Read($"how does {written} work").Readings));

    [Theory]
    [InlineData("retry")]
    [InlineData("cat")]
    [InlineData("sourdough")]
    [InlineData("rxtxy")]
    [InlineData("1234567")]
    public void A_word_that_is_known_short_or_far_from_all_others_stays(string word) => Assert.Empty(Read(word).Readings);

    [Fact]
    public void A_word_that_code_at_large_uses_is_not_mistyped()
    {
        LexicalIndex index = TinyIndex.Of([TinyIndex.Unit("a.py", "x", "parsed")]).Lexical;
        ParsedQuery query = ParsedQuery.Parse("parser");
        Assert.Empty(new Spelling(index, CodeModel.Default.Model).Read(query));
        Assert.Single(new Spelling(index, model: null).Read(query));
    }

    [Theory]
    [InlineData("behaviour of the cache", "behaviour", "behavior")]
    [InlineData("where is a tokeniser made", "tokeniser", "tokenizer")]
    [InlineData("which git attributes are read", "git attributes", "gitattributes")]
    [InlineData("send an E-mail", "E-mail", "email")]
    [InlineData("the hostname of a node", "hostname", "host name")]
    public void Other_spellings_and_words_apart_or_as_one_are_found_even_where_code_at_large_has_them(string query, string written, string read)
    {
        LexicalIndex index = TinyIndex.Of([TinyIndex.Unit("a.py", "host_name", "behavior of a tokenizer"), TinyIndex.Unit("b.py", "email", "gitattributes")]).Lexical;
        Assert.Equal([new WordReading(written, read)], new Spelling(index, CodeModel.Default.Model).Read(ParsedQuery.Parse(query)));
    }

    [Fact]
    public void Halves_of_a_word_must_stand_in_one_unit()
    {
        LexicalIndex index = TinyIndex.Of([TinyIndex.Unit("a.py", "fire", "an event"), TinyIndex.Unit("b.py", "place", "an order")]).Lexical;
        Assert.Empty(new Spelling(index, model: null).Read(ParsedQuery.Parse("fireplace")));
    }

    [Fact]
    public void Code_and_paths_stay_as_they_are()
    {
        Assert.Empty(Read("src/retyr.py").Readings);
        Assert.Empty(Read("int retyr(int x) {\n    return retyr(x - 1);\n}").Readings);
    }

    [Fact]
    public void Only_words_are_replaced_not_their_letters_in_others() =>
        Assert.Equal("the retry of retyrable RetryThing", Read("the retyr of retyrable RetyrThing").Text.Replace("retryable", "retyrable", StringComparison.Ordinal));

    [Fact]
    public void The_reading_stands_in_the_query_with_its_capital_and_weighs_less()
    {
        ParsedQuery read = Read("where is the RetyrPolicy of requests");
        Assert.Equal("where is the RetryPolicy of requests", read.Text);
        Assert.Equal("RetryPolicy", Assert.Single(read.Symbols));
        Assert.Equal(new WordReading("Retyr", "retry"), Assert.Single(read.Readings));
        Assert.Equal(.8f, Read("retyr").Tokens[0].Weight);
    }

    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abc", "abc", 0)]
    [InlineData("", "abc", 3)]
    public void Edits_are_counted_with_swaps_of_neighbours(string a, string b, int edits) => Assert.Equal(edits, NearbyTerms.EditDistance(a, b));

    [Fact]
    public async Task A_mistyped_question_is_answered_and_the_answer_says_what_was_read()
    {
        CodeIndex index = await CodeIndexer.IndexAsync(
            new MemorySource(
            [
                new SourceFile("retry.py", "class RetryPolicy:\n    \"\"\"Retries a request with a delay.\"\"\"\n    def compute_delay(self, attempt):\n        \"\"\"Computes the delay before the next attempt.\"\"\"\n        return 2 ** attempt\n"),
                new SourceFile("cache.py", "class Cache:\n    \"\"\"Keeps values by key.\"\"\"\n    def evict(self, key):\n        \"\"\"Removes the oldest value.\"\"\"\n        del self.values[key]\n"),
            ]),
            cancellationToken: TestContext.Current.CancellationToken);
        SearchResult found = await index.SearchAsync("compute the dealy before the next attmept", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("compute_delay", found.Hits[0].Unit.Name);
        Assert.Equal([new WordReading("dealy", "delay"), new WordReading("attmept", "attempt")], found.Readings);
        Assert.Empty((await index.SearchAsync("compute the delay", cancellationToken: TestContext.Current.CancellationToken)).Readings);
    }

    private static ParsedQuery Read(string query)
    {
        ParsedQuery parsed = ParsedQuery.Parse(query);
        return parsed.ReadAs(new Spelling(s_index, model: null).Read(parsed));
    }
}
