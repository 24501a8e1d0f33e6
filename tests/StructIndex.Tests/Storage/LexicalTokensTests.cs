namespace StructIndex.Tests;

public sealed class LexicalTokensTests
{
    [Theory]
    [InlineData("parseHeader", "parse header parseheader")]
    [InlineData("HTTPServer", "http server httpserver")]
    [InlineData("user_ids", "user id user_ids")]
    [InlineData("__init__", "init")]
    [InlineData("queries", "query")]
    [InlineData("x.y(z)", "x y z")]
    [InlineData("retry after 30 seconds", "retry after 30 second")]
    [InlineData("0x1F 123456", "0 x 1 f")]
    [InlineData("größe", "größe")]
    [InlineData("😀 -- ;", "")]
    [InlineData("", "")]
    public void Text_gives_the_words_of_its_identifiers_and_each_whole_identifier(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', NaiveBm25F.Tokens(text)));

    [Theory]
    [InlineData("src/a/token_store.py", "src/a/token_store")]
    [InlineData("src.d/Makefile", "src.d/Makefile")]
    [InlineData(".gitignore", ".gitignore")]
    [InlineData("a/.env", "a/.env")]
    [InlineData("types.d.ts", "types.d")]
    [InlineData("", "")]
    public void A_path_loses_the_extension_of_its_last_component(string path, string expected) =>
        Assert.Equal(expected, LexicalTokens.WithoutExtension(path).ToString());
}
