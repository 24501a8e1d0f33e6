using System.Reflection;
using System.Text.RegularExpressions;

namespace StructIndex.Tests;

/// <summary>The same input gives the same bytes on a busy machine too, so no regular expression of the libraries may end by the clock, and none may need one.</summary>
public class ExpressionTests
{
    private static readonly Assembly[] s_libraries =
    [
        typeof(CodeIndex).Assembly, typeof(CSharpParser).Assembly, typeof(TreeSitterParser).Assembly, typeof(CodeIndexer).Assembly, typeof(CodeUnitRecord).Assembly,
        typeof(RetrievalEvaluator).Assembly, typeof(CorpusMiner).Assembly, typeof(OnnxEmbeddingGenerator).Assembly, typeof(PostgresCodeStore).Assembly,
    ];

    private static readonly GeneratedRegexAttribute[] s_expressions =
    [
        .. s_libraries.SelectMany(library => library.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<GeneratedRegexAttribute>()).OfType<GeneratedRegexAttribute>(),
    ];

    [Fact]
    public void No_expression_ends_by_the_clock()
    {
        Assert.True(s_expressions.Length > 40, "the check sees too few expressions to mean anything");
        Assert.All(s_expressions, expression => Assert.Equal(Timeout.Infinite, expression.MatchTimeoutMilliseconds));
    }

    [Fact]
    public void An_expression_that_may_go_back_bounds_its_repetitions()
    {
        IEnumerable<string> patterns = s_expressions.Where(expression => !expression.Options.HasFlag(RegexOptions.NonBacktracking)).Select(expression => expression.Pattern);

        // The rest of a line at the end of an expression is taken at once.
        Assert.All(patterns, pattern => Assert.DoesNotMatch(@"[*+]|,\}", Regex.Replace(pattern, @"\.\*\)?\$$|\\.|\[\^?\]?[^\]]*\]", "", RegexOptions.NonBacktracking)));
    }

    [Fact]
    public void Expressions_of_languages_that_read_whole_files_take_linear_time() =>
        Assert.All(
            TreeSitterLanguages.Names.Select(name => TreeSitterLanguages.Of(name).DeclarationPattern).OfType<Regex>(),
            expression => Assert.True(expression.Options.HasFlag(RegexOptions.NonBacktracking) && expression.MatchTimeout == Regex.InfiniteMatchTimeout));

    [Theory]
    [InlineData("swift", "@_exported import class Foundation.Bar", "")]
    [InlineData("swift", "  public final class Shelf", "Shelf")]
    [InlineData("dart", "extension type Id(int value)", "Id")]
    [InlineData("dart", "extension on Shelf", "")]
    [InlineData("dart", "abstract class Shelf", "Shelf")]
    public void A_line_declares_the_name_behind_its_word(string language, string line, string name) =>
        Assert.Equal(name, TreeSitterLanguages.Of(language).DeclarationPattern!.Match(line).Groups["name"].Value);
}
