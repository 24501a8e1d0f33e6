using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Documentation in reStructuredText, as Sphinx reads it, as plain text.</summary>
internal static partial class RestMarkup
{
    /// <summary>The text without marks.</summary>
    /// <param name="text">Documentation without comment marks.</param>
    public static string ToText(string text)
    {
        text = Role().Replace(text, "${text}");
        text = RestField().Replace(text, RestText);
        return Directive().Replace(text, match => DirectiveText(match.Groups["name"].Value, match.Groups["text"].Value));
    }

    private static string RestText(Match match)
    {
        string field = match.Groups["field"].Value;
        string argument = match.Groups["argument"].Value.Trim();
        string rest = match.Groups["text"].Value.Trim();
        return field switch
        {
            "param" or "parameter" or "arg" or "argument" or "key" or "keyword" or "ivar" or "cvar" or "var"
                => $"{argument[(argument.LastIndexOf(' ') + 1)..]}: {rest}".TrimEnd(' ', ':'),
            "return" or "returns" or "yield" or "yields" => $"Returns {rest}".TrimEnd(),
            "raise" or "raises" or "except" or "exception" => $"Throws {argument} {rest}".TrimEnd(),
            _ => "",
        };
    }

    private static string DirectiveText(string name, string rest) => name switch
    {
        "note" or "warning" or "tip" or "important" or "seealso" or "caution" => $"{char.ToUpperInvariant(name[0])}{name[1..]}: {rest}".TrimEnd(' ', ':'),
        "deprecated" => $"Deprecated: {rest}",
        _ => "",
    };

    [GeneratedRegex(@":([a-z]{1,99}:)?[a-z]{1,99}:`~?\.?(?<text>[^`<]{1,999}?)(\s{0,99}<[^`>]{0,999}>)?`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Role();

    [GeneratedRegex(@"^[ \t]{0,99}:(?<field>\w{1,99})(?<argument>[^:\n]{0,999}):(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex RestField();

    [GeneratedRegex(@"^[ \t]{0,99}\.\. (?<name>[a-z-]{1,99})::(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Directive();
}
