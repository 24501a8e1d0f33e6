using StructIndex.Benchmarks;

namespace StructIndex.Tests;

/// <summary>The parts of the benchmarks that turn commits and code into questions.</summary>
public class QuestionStyleTests
{
    [Theory]
    [InlineData("fix(core): stop the timer twice (#123)", "stop the timer twice")]
    [InlineData("[JIRA] [core] Stop the timer", "Stop the timer")]
    [InlineData("ABC-12: Stop the timer. Fixes #7", "Stop the timer")]
    [InlineData(":bug: Stop the timer, closes GH-9.", "Stop the timer")]
    [InlineData("Stop the timer Fixes: https://example.org/issues/1", "Stop the timer")]
    [InlineData("http: stop the timer", "http: stop the timer")]
    public void A_subject_loses_what_conventions_and_servers_put_around_it(string subject, string expected) => Assert.Equal(expected, CommitText.Subject(subject));

    [Theory]
    [InlineData("Stop the timer twice", true)]
    [InlineData("Stop the timer", false)]
    [InlineData("Bump the timer library to 2.0", false)]
    [InlineData("Add tests for the timer", false)]
    [InlineData("Merge branch 'main' into timer work", false)]
    public void Only_subjects_about_code_ask(string subject, bool expected) => Assert.Equal(expected, CommitText.IsAboutCode(subject));

    [Fact]
    public void A_body_loses_its_trailers_and_links()
    {
        string body = "The timer was stopped twice when the queue\nwas empty, see https://example.org/a.\n\nFixes #12\nSigned-off-by: A B <a@example.org>\nCo-authored-by: C <c@example.org>\n";
        Assert.Equal("The timer was stopped twice when the queue\nwas empty, see", CommitText.Body(body));
        Assert.Equal("", CommitText.Body("Signed-off-by: A B <a@example.org>\n"));
        Assert.Equal("", CommitText.Body("This reverts commit 0123456789012345678901234567890123456789 because the timer is still needed here.\n"));
    }

    [Fact]
    public void A_typing_error_keeps_the_first_letter_and_changes_one_or_two_places()
    {
        foreach (int seed in Enumerable.Range(0, 200))
        {
            string wrong = TypingErrors.InWord("resolver", new Random(seed));
            Assert.NotEqual("resolver", wrong);
            Assert.Equal('r', wrong[0]);
            Assert.InRange(wrong.Length, 7, 9);
        }
    }

    [Fact]
    public void A_text_of_short_words_gets_no_typing_errors() => Assert.Null(TypingErrors.In("a of if the in", new Random(1)));

    [Fact]
    public void A_text_differs_by_at_most_two_words()
    {
        const string Text = "resolve the inherited documentation of members";
        foreach (int seed in Enumerable.Range(0, 100))
        {
            string[] wrong = TypingErrors.In(Text, new Random(seed))!.Split(' ');
            Assert.InRange(Text.Split(' ').Zip(wrong).Count(pair => pair.First != pair.Second), 1, 2);
        }
    }

    [Fact]
    public void Locals_are_renamed_alike_and_what_is_called_keeps_its_name()
    {
        const string Code = "def total(prices, rate):\n    amount = add_up(prices)\n    return amount * rate.value # \"amount\"";
        string[] results = [.. Enumerable.Range(0, 50).Select(seed => RenamedCode.Of(Code, "total", new Random(seed))).Distinct()];
        Assert.True(results.Length > 10);
        Assert.All(results, code =>
        {
            Assert.Contains("add_up(", code, StringComparison.Ordinal);
            Assert.Contains("def ", code, StringComparison.Ordinal);
            Assert.EndsWith(".value # \"amount\"", code, StringComparison.Ordinal);
            string parameter = code[(code.IndexOf('(', StringComparison.Ordinal) + 1)..code.IndexOf(',', StringComparison.Ordinal)];
            Assert.Contains($"add_up({parameter})", code, StringComparison.Ordinal);
        });
        Assert.Contains(results, code => code.StartsWith("def handle(", StringComparison.Ordinal));
        Assert.Contains(results, code => code.StartsWith("def total(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("crash in src/io/reader.cs when empty", "path")]
    [InlineData("io.reader fails on empty input", "path")]
    [InlineData("the Reader fails on empty input", "stem")]
    [InlineData("the proofreader fails on empty input", "no")]
    public void A_text_names_a_file_by_its_path_or_by_its_name(string text, string expected) => Assert.Equal(expected, NamedTarget.Of(text, ["src/io/reader.cs"]));

    [Fact]
    public void A_name_of_several_words_is_known_however_it_is_written()
    {
        Assert.All((string[])["virtual response is slow", "VirtualResponse is slow", "virtual_response is slow"], text => Assert.Equal("stem", NamedTarget.Of(text, ["Io/VirtualResponse.cs"])));
    }

    [Fact]
    public void A_message_is_shown_with_something_in_its_holes()
    {
        const string Code = """
            void Load(string path)
            {
                if (path is null) throw new ConfigException($"cannot read the file {path} at once");
                Log("this is no error of any kind");
            }
            """;
        ErrorMessage message = Assert.Single(ErrorMessage.In(new SourceFile("a.cs", Code)));
        Assert.Equal((3, "ConfigException"), (message.Line, message.Type));
        string shown = message.Shown(new Random(1));
        Assert.StartsWith("cannot read the file ", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('{', shown);
    }
}
