using System.Text;

namespace StructIndex.Tests;

public sealed class EditorConfigTests : IDisposable
{
    // In Windows-1252 an accented word, in ISO-8859-1 the same; the bytes alone would be a guess.
    private static readonly byte[] s_latin = Encoding.Latin1.GetBytes("// Zählt\nint zahl;\n");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[*]\ncharset = latin1", "a.c", "latin1")]
    [InlineData("[*.c]\nCharset = Latin1\n[*.h]\ncharset = utf-8", "x/a.c", "latin1")]
    [InlineData("[*]\ncharset = latin1\n[*.{c,h}]\ncharset=utf-16le", "a.c", "utf-16le")]
    [InlineData("[/x/*.c]\ncharset = latin1", "a.c", null)]
    [InlineData("charset = latin1\n; [*]\n# charset = latin1\n[*.py]\ncharset = latin1\n[{]\ncharset = latin1", "a.c", null)]
    public void The_last_section_that_matches_states_the_charset(string text, string path, string? charset) => Assert.Equal(charset, EditorConfig.CharsetIn(text, path).Charset);

    [Fact]
    public void A_section_longer_than_the_specification_asks_for_is_malformed_and_the_others_count()
    {
        string longest = $"*.{{c,{new string('x', 1024 - 6)}}}", longer = $"*.{{c,{new string('x', 1024 - 5)}}}";
        Assert.Equal(1024, longest.Length);
        Assert.Equal(("latin1", false, null), EditorConfig.CharsetIn($"[{longest}]\ncharset = latin1", "a.c"));
        Assert.Equal(("latin1", false, longer), EditorConfig.CharsetIn($"[*.c]\ncharset = latin1\n[{longer}]\ncharset = utf-16le", "a.c"));
    }

    [Fact]
    public async Task A_stated_charset_is_no_guess_and_the_nearest_file_counts()
    {
        _folder.Write(".editorconfig", "root = true\n[*]\ncharset = latin1\n");
        _folder.Write("a.c", s_latin);
        _folder.Write("new/.editorconfig", "root = true\n");
        _folder.Write("new/a.c", s_latin);
        _folder.Write("utf8/a.c", "// Zählt\n");
        Reading reading = await Reading.OfAsync(new DirectorySource(_folder.FullPath), TestContext.Current.CancellationToken);
        Assert.Equal("// Zählt\nint zahl;\n", reading.Files.Single(file => file.Path == "a.c").Text);
        Assert.Equal("// Zählt\n", reading.Files.Single(file => file.Path == "utf8/a.c").Text);
        Assert.Equal(["new/a.c EncodingGuessed"], reading.Failures.Select(failure => $"{failure.Path} {failure.Kind}"));
    }

    [Theory]
    [InlineData("[{]\ncharset = latin1\n", "The section [{] of x/.editorconfig is malformed and was passed over.")]
    [InlineData("[*]\ncharset = klingon\n", "The charset 'klingon' of x/.editorconfig is not known.")]
    [InlineData("[*]\ncharset = utf-7\n", "The charset 'utf-7' of x/.editorconfig is not known.")]
    [InlineData("\u0000[*]\ncharset = latin1\n", "x/.editorconfig: The content is binary.")]
    [InlineData("[*.c]\ncharset = utf-8\n", "which they look like.")]
    public async Task A_statement_that_cannot_be_taken_is_named_where_the_encoding_is_guessed(string config, string reason)
    {
        _folder.Write("x/.editorconfig", config);
        _folder.Write("x/a.c", s_latin);
        Reading reading = await Reading.OfAsync(new DirectorySource(_folder.FullPath), TestContext.Current.CancellationToken);
        FileFailure failure = Assert.Single(reading.Failures, failure => failure.Path == "x/a.c");
        Assert.Equal(FileFailureKind.EncodingGuessed, failure.Kind);
        Assert.EndsWith(reason, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stated_above_the_folder_does_not_count()
    {
        _folder.Write(".editorconfig", "[*]\ncharset = latin1\n");
        _folder.Write("inner/a.c", s_latin);
        Reading reading = await Reading.OfAsync(new DirectorySource(_folder.At("inner")), TestContext.Current.CancellationToken);
        Assert.Equal(FileFailureKind.EncodingGuessed, Assert.Single(reading.Failures).Kind);
    }

    [Fact]
    public async Task A_change_of_what_is_stated_changes_the_next_index()
    {
        _folder.Write("a.c", Encoding.Latin1.GetBytes("int ä;\n"));
        _folder.Write(".editorconfig", "[*]\ncharset = latin1\n");
        DirectorySource source = new(_folder.FullPath);
        CodeIndexOptions options = new() { KeepForUpdates = true };
        CodeIndex first = await CodeIndexer.IndexAsync(source, options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(first.Failures);
        _folder.Write(".editorconfig", "[*]\nindent_size = 4\n");
        CodeIndex second = await CodeIndexer.UpdateAsync(first, source, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(FileFailureKind.EncodingGuessed, Assert.Single(second.Failures).Kind);
    }
}
