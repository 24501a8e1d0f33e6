using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StructIndex.Tests;

/// <summary>Text that no person wrote neither crashes the parser nor keeps it busy: it is parsed, or reported and given up.</summary>
public sealed class HostileInputTests
{
    /// <summary>Far above the time that a file gets, for busy machines; without a bound such text takes minutes.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private static readonly string[] s_languages = ["python", "typescript", "cpp", "rust", "haskell"];

    public static TheoryData<string> Shapes => [.. Makers.Keys];

    private static Dictionary<string, Func<string>> Makers { get; } = new()
    {
        ["a megabyte of opening parentheses"] = () => new string('(', 1 << 20),
        ["200,000 nested brackets"] = () => new string('[', 200_000) + new string(']', 200_000),
        ["NULs"] = () => new string('\0', 100_000) + "def f(): pass",
        ["lone surrogates and replacement characters"] = () => string.Concat(Enumerable.Repeat("a\uD800b\uFFFD\uDC00 = ", 20_000)),
        ["a line of a megabyte"] = () => "x = [" + string.Concat(Enumerable.Repeat("1, ", 350_000)) + "]",
        ["quotes that never close"] = () => string.Concat(Enumerable.Repeat("\"'`", 100_000)),
        ["generics without end"] = () => string.Concat(Enumerable.Repeat("a<", 100_000)),
        ["macros in one line"] = () => string.Concat(Enumerable.Repeat("A_B ", 100_000)) + string.Concat(Enumerable.Repeat("A_B(", 100_000)),
        ["a comment before each of many types"] = () => string.Concat(Enumerable.Repeat("impl A for B { }\n// x\n", 30_000)),
        ["noise"] = Noise,
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Is_parsed_or_reported_within_bounded_time(string shape)
    {
        string text = Makers[shape]();
        SourceFile[] files = [.. s_languages.Select(language => new SourceFile($"a.{language}", text, language)), new SourceFile("good.py", "def good(): pass", "python")];
        Stopwatch clock = Stopwatch.StartNew();
        TreeSitterParserOptions options = new() { TimeoutPerFile = TimeSpan.FromMilliseconds(300) };
        IReadOnlyList<ParsedFile> parsed = new TreeSitterParser(options).Parse(files, null, null, TestContext.Current.CancellationToken).Files;
        Assert.True(clock.Elapsed < s_patience, $"{shape} took {clock.Elapsed}");
        Assert.Equal(files.Length, parsed.Count);
        Assert.Equal("good", Assert.Single(parsed[^1].Declarations).Name);
        foreach (ParsedFile file in parsed)
        {
            Assert.All(file.Failures, failure => Assert.Contains(failure.Kind, new[] { FileFailureKind.ParseTimedOut, FileFailureKind.Cut, FileFailureKind.SyntaxErrors, FileFailureKind.DeclarationsLost }));
            Assert.All(file.Declarations, declaration => Assert.True(declaration.Span.End <= file.Source.Text.Length));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("~", "")]
    [InlineData("-", "'")]
    [InlineData("", "\"")]
    public void Words_of_heredocs_that_the_grammar_of_Ruby_cannot_remember_do_not_end_the_process(string sign, string quote)
    {
        string word = new('a', 300);
        string text = $"class Shop\n  def open\n    print(<<{sign}{quote}{word}{quote}, <<{sign}{quote}{word}{quote})\n      text #{{close}}\n    {word}\n  end\nend\n";
        ParsedFile file = new TreeSitterParser().Parse([new SourceFile("a.rb", text, "ruby")], null, null, TestContext.Current.CancellationToken).Files[0];
        Assert.Equal(["Shop", "open"], file.Declarations.Select(declaration => declaration.Name).Take(2));
    }

    [Fact]
    public void As_many_heredocs_as_fill_what_the_grammar_of_Ruby_remembers_are_parsed()
    {
        foreach (int last in Enumerable.Range(230, 25))
        {
            string[] words = [new('a', 250), new('b', 250), new('c', 250), new('d', last)];
            string text = $"def open\n  print({string.Join(", ", words.Select(word => "<<" + word))})\n{string.Concat(words.Select(word => $"text\n{word}\n"))}end\n";
            ParsedFile file = new TreeSitterParser().Parse([new SourceFile("a.rb", text, "ruby")], null, null, TestContext.Current.CancellationToken).Files[0];
            Assert.Contains("open", file.Declarations.Select(declaration => declaration.Name));
        }
    }

    [Fact]
    public void As_many_levels_as_fill_what_the_grammar_of_Python_remembers_are_parsed()
    {
        foreach (int levels in Enumerable.Range(500, 20))
        {
            string text = string.Concat(Enumerable.Range(0, levels).Select(i => $"{new string(' ', i)}if a:\n")) + $"{new string(' ', levels)}f\"{{b}}\"\ndef open(): pass\n";
            ParsedFile file = new TreeSitterParser().Parse([new SourceFile("a.py", text, "python")], null, null, TestContext.Current.CancellationToken).Files[0];
            Assert.Equal("a.py", file.Source.Path);
        }
    }

    [Theory]
    [InlineData("python", "class {0}:\n", " ", "def m{0}(self): pass\n", "")]
    [InlineData("typescript", "namespace {0} {{\n", "", "function m{0}() {{ }}\n", "}\n")]
    [InlineData("cpp", "namespace {0} {{\n", "", "void m{0}() {{ }}\n", "}\n")]
    [InlineData("csharp", "class {0} {{\n", "", "void m{0}() {{ }}\n", "}\n")]
    public void Long_names_around_many_declarations_are_kept_in_part(string language, string outer, string indent, string member, string close)
    {
        string name = new('a', 300);
        StringBuilder text = new();
        for (int i = 0; i < 10; i++)
        {
            text.Append(string.Concat(Enumerable.Repeat(indent, i))).AppendFormat(CultureInfo.InvariantCulture, outer, name + i);
        }

        for (int i = 0; i < 100; i++)
        {
            text.Append(string.Concat(Enumerable.Repeat(indent, 10))).AppendFormat(CultureInfo.InvariantCulture, member, i);
        }

        text.Append(string.Concat(Enumerable.Repeat(close, 10)));
        ICodeParser parser = language == CSharpParser.Language ? new CSharpParser() : new TreeSitterParser();
        IReadOnlyList<CodeDeclaration> declarations = parser.Parse([new SourceFile("a/sample", text.ToString(), language)], null, null, TestContext.Current.CancellationToken).Files[0].Declarations;
        Assert.InRange(declarations.Count, 100, 110);
        Assert.Equal(CodeDeclaration.MaxContainerLength, declarations[^1].Container.Length);
        Assert.StartsWith($"{name}0.{name}1.{name}2.", declarations[^1].Container, StringComparison.Ordinal);
        Assert.Null(declarations[^1].Id);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("a", "", "a")]
    [InlineData("", "b", "b")]
    [InlineData("a", "b.c", "a.b.c")]
    public void A_container_is_joined_by_dots(string container, string name, string expected) => Assert.Equal(expected, CodeDeclaration.JoinContainer(container, name));

    [Fact]
    public void Macros_and_conditionals_of_C_that_make_no_sense_are_passed_through()
    {
        StringBuilder text = new();
        for (int i = 0; i < 20_000; i++)
        {
            text.Append("#if A_B\n{ X_Y(\n#elif\nFOO_BAR class UV_API\n#else (((\n");
        }

        ParsedFile file = new TreeSitterParser().Parse([new SourceFile("a.c", text.ToString(), "c")], null, null, TestContext.Current.CancellationToken).Files[0];
        Assert.Equal("a.c", file.Source.Path);
    }

    private static string Noise()
    {
        Random random = new(1);
        char[] noise = new char[300_000];
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] = (char)random.Next(1, i % 3 == 0 ? 0xFFFF : 0x7F);
        }

        return new string(noise);
    }
}
