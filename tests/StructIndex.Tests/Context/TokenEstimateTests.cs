namespace StructIndex.Tests;

public class TokenEstimateTests
{
    // Counts of the published encodings cl100k_base and o200k_base, the larger of both.
    [Theory]
    [InlineData("", 0)]
    [InlineData("x", 1)]
    [InlineData("public static int Count(string text) => text.Length;", 12)]
    [InlineData("def retry_with_backoff(action, attempts=5):\n    return action()\n", 18)]
    [InlineData("The quick brown fox jumps over the lazy dog.", 10)]
    [InlineData("\n\n        if (request.headers.authorization != null) {\n", 14)]
    public void It_never_counts_less_than_published_encodings_do(string text, int published) =>
        Assert.InRange(TokenEstimate.Count(text), published, (2 * published) + 2);

    [Fact]
    public void Long_words_numbers_and_other_scripts_take_several_tokens()
    {
        Assert.True(TokenEstimate.Count("internationalization") >= 3);
        Assert.True(TokenEstimate.Count("0123456789") >= 4);
        Assert.True(TokenEstimate.Count("再試行する") >= 5);
        Assert.True(TokenEstimate.Count("🙂🙂") >= 4);
    }

    [Fact]
    public void Text_behind_text_never_lowers_the_count()
    {
        const string Code = "if (claims.Role != Role.Admin)\n{\n    throw new ForbiddenException(\"admin role required: 403\");\n}\n";
        int last = 0;
        for (int length = 0; length <= Code.Length; length++)
        {
            int count = TokenEstimate.Count(Code.AsSpan(0, length));
            Assert.InRange(count, last, last + 1);
            last = count;
        }
    }
}
