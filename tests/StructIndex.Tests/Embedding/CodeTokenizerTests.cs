using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace StructIndex.Tests;

public partial class CodeTokenizerTests
{
    [Fact]
    public void Tokens_are_those_of_the_expression_the_model_was_trained_with() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Elements("ABCZabcz0129_-. $é\u0130\u0660😀".ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary(),
            text => Assert.Equal(ByExpression(text), ByReader(text))));

    [Theory]
    [InlineData("HTTPServer2xxHandler", "http server 2 xx handler")]
    [InlineData("m_lpszName", "m lpsz name")]
    [InlineData("XMLHttpRequest", "xml http request")]
    [InlineData("userIDs", "user i ds")]
    [InlineData("A", "a")]
    [InlineData("12345 1234", "1234")]
    [InlineData("😀", "")]
    [InlineData("", "")]
    [InlineData("Ünïcode", "n code")]
    public void Nasty_names_are_read_as_in_training(string text, string tokens) => Assert.Equal(tokens, string.Join(' ', ByReader(text)));

    [Fact]
    public void A_word_is_cut_to_24_characters() => Assert.Equal(["x" + new string('y', 23)], ByReader("X" + new string('y', 1000)));

    [Fact]
    public void A_token_keeps_its_characters_and_tells_its_length()
    {
        for (int length = 1; length <= 24; length++)
        {
            string word = new('q', length);
            Token token = Token.TryParse(word)!.Value;
            Assert.Equal((word, length), (token.ToString(), token.Length));
            Assert.Equal(token, Token.TryParse(word.ToUpperInvariant()));
            Assert.NotEqual(token, Token.TryParse(word[1..] + "z"));
        }

        Assert.Null(Token.TryParse(new string('q', 25)));
        Assert.Null(Token.TryParse("a-b"));
        Assert.Null(Token.TryParse(""));
    }

    private static IEnumerable<string> ByExpression(string text) =>
        Words().Matches(text).Select(m => m.Value).Where(w => !(char.IsAsciiDigit(w[0]) && w.Length > 4))
            .Select(w => w.ToLowerInvariant()).Select(w => w[..Math.Min(w.Length, 24)]);

    private static List<string> ByReader(string text)
    {
        List<string> tokens = [];
        CodeTokenizer reader = new(text, 1);
        while (reader.Read(out Token token))
        {
            tokens.Add(token.ToString());
        }

        return tokens;
    }

    [GeneratedRegex("[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+", RegexOptions.None, 10_000)]
    private static partial Regex Words();
}
