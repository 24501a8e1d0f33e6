namespace StructIndex.Tests;

/// <summary>Documentation that is inherited, or written at several parts of a type.</summary>
public sealed class SharedDocumentationTests
{
    private const string Base = """
        package shop;
        /** What can be sold. */
        public interface Ware {
          /** What it costs, in cents. */
          int price();
          /** Of one customer. */
          int price(String customer);
        }
        """;

    [Theory]
    [InlineData("/** {@inheritDoc} */", "What it costs, in cents.")]
    [InlineData("/** {@inheritDoc} Never negative. */", "What it costs, in cents. Never negative.")]
    [InlineData("/** @inheritDoc */", "What it costs, in cents.")]
    [InlineData("/** {@inheritdoc} */", "What it costs, in cents.")]
    [InlineData("/** Its own. */", "Its own.")]
    [InlineData("", "")]
    public async Task A_member_of_Java_takes_the_documentation_that_its_comment_asks_for(string comment, string expected) => Assert.Equal(
        expected,
        await OfAsync("shop.Crate.price", ("Ware.java", Base), ("Crate.java", $"package shop;\nclass Crate implements Ware {{\n  {comment}\n  public int price() {{ return 1; }}\n}}\n")));

    [Fact]
    public async Task It_comes_through_several_types_and_from_the_overload_with_as_many_parameters()
    {
        (string, string)[] files =
        [
            ("Ware.java", Base),
            ("Box.java", "package shop;\nabstract class Box implements Ware {\n}\n"),
            ("Crate.java", "package shop;\n/** {@inheritDoc} */\nclass Crate extends Box {\n  /** {@inheritDoc} */\n  public int price(String who) { return 1; }\n}\n"),
        ];
        Assert.Equal("Of one customer.", await OfAsync("shop.Crate.price", files));
        Assert.Equal("What can be sold.", await OfAsync("shop.Crate", files));
    }

    [Fact]
    public async Task A_method_of_PHP_takes_that_of_its_interface_among_several_of_one_name()
    {
        (string, string)[] files =
        [
            ("a/Ware.php", "<?php\nnamespace Other;\ninterface Ware {\n  /** Of another. */\n  function price();\n}\n"),
            ("b/Ware.php", "<?php\nnamespace Shop;\ninterface Ware {\n  /** What it costs. */\n  function price();\n}\n"),
            ("c/Crate.php", "<?php\nnamespace Till;\nuse Shop\\Ware;\nclass Crate implements Ware {\n  /**\n   * {@inheritdoc}\n   */\n  function price() { return 1; }\n}\n"),
        ];
        Assert.Equal("What it costs.", await OfAsync("Till.Crate.price", files));
    }

    [Theory]
    [InlineData("class Crate implements Unknown { /** {@inheritDoc} */ void a() {} }", "")]
    [InlineData("class Crate extends Crate { /** {@inheritDoc} */ void a() {} }", "")]
    [InlineData("class Crate extends Box { /** {@inheritDoc} */ void a() {} }\nclass Box extends Crate { /** {@inheritDoc} */ void a() {} }", "")]
    public async Task Where_nothing_is_inherited_nothing_is_said(string text, string expected) => Assert.Equal(expected, await OfAsync("Crate.a", ("a.java", text)));

    [Fact]
    public async Task The_first_documentation_of_a_partial_type_wins_and_the_others_follow()
    {
        CodeIndex index = await IndexAsync(
            ("Crate.cs", "namespace Shop;\n/// <summary>Holds wares.</summary>\npublic partial class Crate { }\n"),
            ("Crate.Lid.cs", "namespace Shop;\n/// <summary>The lid.</summary>\npublic partial class Crate { }\n"),
            ("Crate.Side.cs", "namespace Shop;\npublic partial class Crate { }\n"));
        Assert.Equal(["The lid.\n\nHolds wares.", "", "Holds wares."], index.Units.Where(unit => unit.Kind == UnitKind.Class).Select(unit => unit.Documentation));
    }

    [Fact]
    public async Task An_edit_of_what_is_inherited_changes_the_next_index_as_a_new_build_would()
    {
        (string, string) crate = ("Crate.java", "package shop;\nclass Crate implements Ware {\n  /** {@inheritDoc} */\n  public int price() { return 1; }\n}\n");
        CodeIndexOptions options = new() { KeepForUpdates = true };
        CodeIndex first = await CodeIndexer.IndexAsync(Source(("Ware.java", Base), crate), options, cancellationToken: TestContext.Current.CancellationToken);
        ISourceProvider edited = Source(("Ware.java", Base.Replace("in cents", "in euros", StringComparison.Ordinal)), crate);
        CodeIndex updated = await CodeIndexer.UpdateAsync(first, edited, cancellationToken: TestContext.Current.CancellationToken);
        CodeIndex built = await CodeIndexer.IndexAsync(edited, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("What it costs, in euros.", updated.Units.Single(unit => unit.QualifiedName == "shop.Crate.price").Documentation);
        Assert.Equal(await BytesAsync(built), await BytesAsync(updated));
    }

    private static async Task<byte[]> BytesAsync(CodeIndex index)
    {
        using TemporaryFolder folder = new();
        await index.SaveAsync(folder.At("a.index"), TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(folder.At("a.index"), TestContext.Current.CancellationToken);
    }

    private static async Task<string> OfAsync(string name, params (string Path, string Text)[] files) =>
        Assert.Single((await IndexAsync(files)).Units, unit => unit.QualifiedName == name).Documentation;

    private static Task<CodeIndex> IndexAsync(params (string Path, string Text)[] files) =>
        CodeIndexer.IndexAsync(Source(files), cancellationToken: TestContext.Current.CancellationToken);

    private static MemorySource Source(params (string Path, string Text)[] files) => new(files.Select(file => new SourceFile(file.Path, file.Text)));
}
