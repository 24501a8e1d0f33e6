namespace StructIndex.Tests;

public class CommentSyntaxTests
{
    [Theory]
    [InlineData("// a\nb", 0, 4)]
    [InlineData("x /* a\nb */ c", 2, 11)]
    [InlineData("/* never closed", 0, 0)]
    [InlineData("a // b", 0, 0)]
    [InlineData("// last", 0, 7)]
    public void A_comment_ends_at_its_mark_or_before_the_line_break(string text, int at, int end) => Assert.Equal(end, CommentSyntax.C.EndOf(text, at));

    [Theory]
    [InlineData("batch", "REM it", true)]
    [InlineData("batch", "remove it", false)]
    [InlineData("pascal", "{ it }", true)]
    [InlineData("fsharp", "* it", true)]
    [InlineData("perl", "// it", false)]
    [InlineData("solidity", "// it", true)]
    [InlineData("markdown", "# it", false)]
    public void Languages_without_rules_have_the_comments_of_the_table(string language, string line, bool isComment)
        => Assert.Equal(isComment, CommentSyntax.Of(language).IsComment(line));

    [Fact]
    public void Every_language_of_the_table_is_in_the_catalog_and_has_no_rules_of_its_own()
    {
        string[] languages = [.. DataTable.Rows("comments.tsv").SelectMany(cells => cells[0].Split(' '))];
        Assert.NotEmpty(languages);
        Assert.Empty(languages.Except(LanguageCatalog.All));
        Assert.Empty(languages.Intersect(TreeSitterParser.Languages));
    }
}
