namespace StructIndex.Tests;

public sealed class PhraseMatcherTests
{
    [Theory]
    [InlineData("fail(\"no scheme was supplied here\")", 5)]
    [InlineData("fail(\n    f\"{url}: no scheme was \"\n    f\"supplied here\")", 5)]
    [InlineData("fail(\"no scheme \" +\n    \"was supplied\" + place)", 4)]
    [InlineData("fail \"no scheme \\\n     \\was supplied here\"", 5)]
    [InlineData("\"\"\"\nno scheme was\n    supplied here", 5)]
    [InlineData("\"no scheme, no scheme was supplied; fail\"", 4)]
    [InlineData("no.scheme(was, supplied, here)", 0)]
    [InlineData("\"no\", \"scheme\", \"was\", \"supplied\"", 0)]
    [InlineData("anno scheme was supplied here", 0)]
    [InlineData("no scheme was suppliedhere", 0)]
    [InlineData("fail(\"no scheme was\\n\" +\n  \"supplied here\")", 5)]
    [InlineData("", 0)]
    public void Words_stand_in_a_row_over_lines_and_pieces_of_a_string(string body, int length) =>
        Assert.Equal(length, Longest(body, "no scheme was supplied here", ofString: 4, anywhere: 5));

    [Theory]
    [InlineData("report(\"argument not found\");", 3)]
    [InlineData("report('an argument not found')", 3)]
    [InlineData("// argument not found", 0)]
    [InlineData("report(\"x\"); // argument not found", 0)]
    [InlineData("report(\"argument not foundation\")", 0)]
    public void Three_words_count_within_a_string(string body, int length) => Assert.Equal(length, Longest(body, "argument not found", ofString: 3, anywhere: 4));

    [Fact]
    public void A_mark_of_the_query_stands_in_the_code_too()
    {
        Assert.Equal(4, Longest("\"closed: cannot read more\"", "closed: cannot read more", ofString: 4, anywhere: 4));
        Assert.Equal(0, Longest("\"closed cannot read more\"", "closed: cannot read more", ofString: 4, anywhere: 4));
    }

    private static int Longest(string body, string query, int ofString, int anywhere)
    {
        List<Range> words = [];
        foreach (Range piece in query.AsSpan().SplitAny(' ', ':'))
        {
            if (piece.Start.Value < piece.End.Value)
            {
                words.Add(piece);
            }
        }

        return PhraseMatcher.LongestMatch(body, query, words.ToArray(), ofString, anywhere);
    }
}
