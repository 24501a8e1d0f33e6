namespace StructIndex.Tests;

public sealed class ImportPathTests
{
    [Theory]
    [InlineData("import a.b.C", "a.b:C")]
    [InlineData("import a.b.C as D", "a.b:C=D")]
    [InlineData("import a.b.*", "a.b:*")]
    [InlineData("import a.b._", "a.b:*")]
    [InlineData("import a.b.given", "a.b:*")]
    [InlineData("import a", "a")]
    [InlineData("import a.{B, C => D, E => _, _}", "a:B a:C=D a:*")]
    [InlineData("import a.{B as C}, d.E", "a:B=C d:E")]
    [InlineData("import a.B, c.D", "a:B c:D")]
    [InlineData("import a.{\n  B,\n  C\n}", "a:B a:C")]
    [InlineData("import a.{B", "a:B")]
    [InlineData("import .", "")]
    public void A_path_is_split_into_module_symbol_and_alias(string written, string expected)
        => Assert.Equal(expected, string.Join(' ', ImportPath.Split(written, new NamePool()).Select(Text)));

    private static string Text(ImportedName import)
        => $"{import.Module}{(import.Name is { } name ? ":" + name : "")}{(import.Alias is { } alias ? "=" + alias : "")}";
}
