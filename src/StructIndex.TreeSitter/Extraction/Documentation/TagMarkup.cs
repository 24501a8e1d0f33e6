using System.Net;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Documentation with tags (JSDoc, Javadoc, KDoc, Doxygen, YARD, LuaLS: <c>@param</c>, <c>\brief</c>) and HTML, as plain text.
/// </summary>
internal static partial class TagMarkup
{
    /// <summary>The text without marks.</summary>
    /// <param name="text">Documentation without comment marks.</param>
    public static string ToText(string text)
    {
        text = InlineTag().Replace(text, InlineText);
        text = TagInLine().Replace(text, "\n");
        text = BlockTag().Replace(text, TagText);
        text = Html().Replace(text, "");
        text = WikiMark().Replace(text, "");
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private static string InlineText(Match match)
    {
        // {@link Target label}: the label says it better.
        string content = match.Groups["text"].Value.Trim();
        int open = content.IndexOf('(', StringComparison.Ordinal);
        int space = content.IndexOf(' ', StringComparison.Ordinal);
        if (open >= 0 && open < space)
        {
            int close = content.IndexOf(')', open);
            space = close < 0 ? -1 : content.IndexOf(' ', close);
        }

        bool labelled = space > 0 && match.Groups["tag"].Value.StartsWith("link", StringComparison.Ordinal);
        return labelled ? content[(space + 1)..] : content.TrimStart('#');
    }

    private static string TagText(Match match)
    {
        string tag = match.Groups["tag"].Value;
        string type = match.Groups["type"].Value.Trim('{', '}', '[', ']');
        string rest = match.Groups["rest"].Value.Trim();
        switch (tag)
        {
            case "param" or "tparam" or "arg" or "argument" or "property" or "prop" or "field" or "option" or "yieldparam" or "template" or "typeParam":
                Match name = DollarParameter().Match(rest);
                name = name.Success ? name : ParameterName().Match(rest);
                return name.Success ? $"{name.Groups["name"].Value}: {name.Groups["text"].Value}".TrimEnd(' ', ':') : rest;
            case "return" or "returns" or "yield" or "yields" or "yieldreturn" or "result" or "retval":
                return $"Returns {(rest.Length > 0 ? rest : type)}".TrimEnd();
            case "throws" or "throw" or "exception" or "raise" or "raises":
                return $"Throws {type} {rest}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
            case "see" or "sa" or "seealso":
                return $"See {rest}".TrimEnd();
            case "deprecated":
                return $"Deprecated: {rest}".TrimEnd(' ', ':');
            case "inheritDoc" or "inheritdoc":
                return "{@inheritDoc}";
            case "example" or "examples":
                return rest.Length > 0 ? $"Example: {rest}" : "Example:";
            case "note" or "warning" or "todo" or "attention" or "remark" or "remarks":
                return $"{char.ToUpperInvariant(tag[0])}{tag[1..]}: {rest}".TrimEnd(' ', ':');
            case "author" or "since" or "version" or "copyright" or "license" or "access" or "api" or "private" or "public" or "internal" or "protected" or "hidden"
                or "ingroup" or "addtogroup" or "defgroup" or "file" or "nodoc" or "meta" or "override" or "async" or "static":
                return "";
            default:
                // Kernel-doc: "@count: how many".
                return rest is [':', ..] ? tag + rest : rest;
        }
    }

    [GeneratedRegex(@"\{@(?<tag>\w{1,99})\s{1,99}(?<text>[^{}]{0,999})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex InlineTag();

    [GeneratedRegex(@"^[ \t]{0,99}[@\\](?<tag>[A-Za-z]{1,99})(\[[a-z,]{1,99}\])?(?![\w(])[ \t]{0,99}(?<type>\{[^{}]{0,999}\}|\[[^\[\]]{0,999}\](?= ))?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^[\[<]?(?<name>[\w.$-]{1,400}\??)(=[^\]]{0,999})?[\]>]?(\s{1,99}\[[^\[\]]{0,999}\](?=\s|$))?(\s{1,99}-)?\s{0,99}(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ParameterName();

    // PHP: @param Type|null $name text
    [GeneratedRegex(@"^([^\s$]{1,999}\s{1,99})?&?(\.\.\.)?\$(?<name>\w{1,400})\s{0,99}(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DollarParameter();

    // Several tags on one line.
    [GeneratedRegex(@"(?<=\S)[ \t]{1,99}(?=[@\\](param|tparam|returns?|throws|exception|brief|details|see|deprecated|since)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex TagInLine();

    // Scaladoc: [[Target]] and {{{ code }}}
    [GeneratedRegex(@"\[\[|\]\]|\{\{\{|\}\}\}", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex WikiMark();

    [GeneratedRegex(@"</?(p|br|code|pre|b|i|em|strong|ul|ol|li|tt|a|h[1-6]|table|tr|td|th|blockquote|dl|dt|dd|sup|sub|span|div|var|u|kbd|para)(\s[^<>]{0,200})?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Html();
}
