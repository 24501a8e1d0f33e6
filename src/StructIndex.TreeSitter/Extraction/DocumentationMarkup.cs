using System.Net;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Turns the markup of documentation (tags, reStructuredText, Markdown links, HTML) into plain text.</summary>
internal static partial class DocumentationMarkup
{
    /// <param name="text">Documentation without comment marks.</param>
    /// <param name="markup"><c>tags</c>, <c>rest</c>, <c>haddock</c>, <c>help</c> or <c>none</c>.</param>
    public static string ToText(string text, string markup)
    {
        if (markup == "tags")
        {
            text = InlineTag().Replace(text, InlineText);
            text = TagInLine().Replace(text, "\n");
            text = BlockTag().Replace(text, TagText);
            text = Html().Replace(text, "");
            text = WikiMark().Replace(text, "");
            text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        }
        else if (markup == "rest")
        {
            text = Role().Replace(text, "${text}");
            text = RestField().Replace(text, RestText);
            text = Directive().Replace(text, match => DirectiveText(match.Groups["name"].Value, match.Groups["text"].Value));
        }

        else if (markup == "haddock")
        {
            text = HaddockMark().Replace(text, "${text}");
        }
        else if (markup == "help")
        {
            text = HelpKeyword().Replace(text, match => match.Groups["name"].Length > 0 ? $"{match.Groups["name"].Value}:" : "");
        }

        text = Link().Replace(text, "${text}");
        text = CodeFence().Replace(text, "");
        text = text.Replace("`", "", StringComparison.Ordinal);
        return BlankLines().Replace(text, "\n\n");
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
            case "example" or "examples":
                return rest.Length > 0 ? $"Example: {rest}" : "Example:";
            case "note" or "warning" or "todo" or "attention" or "remark" or "remarks":
                return $"{char.ToUpperInvariant(tag[0])}{tag[1..]}: {rest}".TrimEnd(' ', ':');
            case "author" or "since" or "version" or "copyright" or "license" or "access" or "api" or "private" or "public" or "internal" or "protected" or "hidden"
                or "ingroup" or "addtogroup" or "defgroup" or "file" or "nodoc" or "meta" or "inheritDoc" or "inheritdoc" or "override" or "async" or "static":
                return "";
            default:
                return rest;
        }
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

    [GeneratedRegex(@"\{@(?<tag>\w+)\s+(?<text>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex InlineTag();

    [GeneratedRegex(@"^[ \t]*[@\\](?<tag>[A-Za-z]+)(\[[a-z,]+\])?(?![\w(])[ \t]*(?<type>\{[^{}]*\}|\[[^\[\]]*\](?= ))?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^[\[<]?(?<name>[\w.$-]+\??)(=[^\]]*)?[\]>]?(\s+\[[^\[\]]*\](?=\s|$))?(\s+-)?\s*(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex ParameterName();

    // Several tags on one line.
    [GeneratedRegex(@"(?<=\S)[ \t]+(?=[@\\](param|tparam|returns?|throws|exception|brief|details|see|deprecated|since)\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex TagInLine();

    // Scaladoc: [[Target]] and {{{ code }}}
    [GeneratedRegex(@"\[\[|\]\]|\{\{\{|\}\}\}", RegexOptions.CultureInvariant, DocumentationText.RegexTimeout)]
    private static partial Regex WikiMark();

    // Haddock: 'name', @code@, and a line "@since 1.0"
    [GeneratedRegex(@"(?<![\w'])'(?<text>[\w.']*\w'*)'(?![\w'])|@(?!since\b)(?<text>[^@\n]+)@|^[ \t]*@since\b.*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex HaddockMark();

    // PowerShell: .SYNOPSIS, .PARAMETER Name
    [GeneratedRegex(@"^[ \t]*\.[A-Z]{4,}[ \t]*(?<name>\w*)[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex HelpKeyword();

    // PHP: @param Type|null $name text
    [GeneratedRegex(@"^([^\s$]+\s+)?&?(\.\.\.)?\$(?<name>\w+)\s*(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex DollarParameter();

    [GeneratedRegex(@"</?(p|br|code|pre|b|i|em|strong|ul|ol|li|tt|a|h[1-6]|table|tr|td|th|blockquote|dl|dt|dd|sup|sub|span|div|var|u|kbd|para)(\s[^<>]{0,200})?/?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex Html();

    [GeneratedRegex(@":([a-z]+:)?[a-z]+:`~?\.?(?<text>[^`<]+?)(\s*<[^`>]*>)?`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex Role();

    [GeneratedRegex(@"^[ \t]*:(?<field>\w+)(?<argument>[^:\n]*):(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex RestField();

    [GeneratedRegex(@"^[ \t]*\.\. (?<name>[a-z-]+)::(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex Directive();

    [GeneratedRegex(@"\[(?<text>[^\[\]\n]+)\]\([^()\s]*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex Link();

    [GeneratedRegex(@"^[ \t]*(```|~~~).*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex CodeFence();

    [GeneratedRegex(@"\n\s*\n\s*\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, DocumentationText.RegexTimeout)]
    private static partial Regex BlankLines();
}
