using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>A message that the code may show when something fails.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line of the message.</param>
/// <param name="Type">The type of the error where the code names one; otherwise empty.</param>
/// <param name="Template">The literal as it stands in the code.</param>
internal sealed partial record ErrorMessage(string Path, int Line, string Type, string Template)
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
    private static readonly string[] s_values = ["42", "foo", "config.yml", "null", "7", "user", "/tmp/data", "3", "abc", "default"];

    /// <summary>The messages of a file: string literals of four words or more in calls and statements that raise, throw, log or return an error.</summary>
    public static IEnumerable<ErrorMessage> In(SourceFile file)
    {
        foreach (Match match in Raised().Matches(file.Text))
        {
            string template = match.Groups["text"].Value;
            if (Words().Count(template) >= 4 && template.Count(char.IsWhiteSpace) >= 3 && !template.Contains("://", StringComparison.Ordinal))
            {
                Match type = TypeName().Match(match.Value);
                yield return new ErrorMessage(file.Path, file.LineAt(match.Groups["text"].Index), type.Success ? type.Groups["type"].Value : "", template);
            }
        }
    }

    /// <summary>The message as it is shown: something stands in each hole.</summary>
    public string Shown(Random random)
    {
        StringBuilder shown = new();
        int at = 0;
        foreach (Match hole in Hole().Matches(Template))
        {
            shown.Append(Template, at, hole.Index - at).Append(s_values[random.Next(s_values.Length)]);
            at = hole.Index + hole.Length;
        }

        return Escape().Replace(shown.Append(Template, at, Template.Length - at).ToString(), " ").Trim();
    }

    [GeneratedRegex(@"(?i:\b\w{0,24}(throw|raise|panic|error|err|fail|failure|fatal|abort|die|bail|ensure|exception|invalid_arg|failwith|croak|assert)\w{0,24}\b)[^""'`\n]{0,80}(\n[ \t]{0,80})?[$@rfFbs]{0,3}(""(?<text>([^""\\\n]|\\.){16,200})""|'(?<text>([^'\\\n]|\\.){16,200})'|`(?<text>[^`\n]{16,200})`)", Linear)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\b(?<type>([A-Z]\w*[.:]+)*[A-Z]\w*(Error|Exception|Failure|Err))\b", Linear)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"#\{[^}]*\}|\$?\{[^}]*\}|\\\([^)]*\)|\$\(?[a-zA-Z_]\w*\)?|%[-+#0-9.*]{0,6}(\([a-z]\w*\))?(l{0,2}|z|h)[a-zA-Z@]|~[a-z]|<<>>", Linear)]
    private static partial Regex Hole();

    [GeneratedRegex(@"\\[ntr""'\\]|\s+", Linear)]
    private static partial Regex Escape();

    [GeneratedRegex(@"[A-Za-z]{2,}", Linear)]
    private static partial Regex Words();
}
