using System.CommandLine;
using System.CommandLine.Help;

namespace StructIndex;

/// <summary>Parses a command line on which questions stand that other people may have asked.</summary>
internal static class ToolArguments
{
    private const string EndOfOptions = "--";

    /// <summary>
    /// Parses the arguments. None names a file of further arguments, whatever it begins with; words behind a dash or a slash are a
    /// question, and only an option where they are spelled as one.
    /// </summary>
    public static System.CommandLine.ParseResult Parse(RootCommand root, IReadOnlyList<string> arguments)
    {
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Aliases.Remove("/h");
            help.Aliases.Remove("/?");
        }

        return root.Parse(WithQuestionsLast(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
    }

    /// <summary>The parser takes <c>-n items are kept</c> for the option <c>-n</c> and its value, but not behind <c>--</c>.</summary>
    private static IReadOnlyList<string> WithQuestionsLast(IReadOnlyList<string> arguments)
        => arguments.Contains(EndOfOptions) || !arguments.Any(IsQuestion) ? arguments
            : [.. arguments.Where(argument => !IsQuestion(argument)), EndOfOptions, .. arguments.Where(IsQuestion)];

    /// <summary>
    /// Whether the argument begins like an option and goes on with a further word before any <c>=</c>, as no option does.
    /// </summary>
    private static bool IsQuestion(string argument)
        => argument.StartsWith('-') && argument.IndexOfAny([' ', '\t', '\n', '=']) is >= 0 and var end && argument[end] != '=';
}
