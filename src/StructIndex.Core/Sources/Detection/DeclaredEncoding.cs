using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// The encoding that a text says it is in, near its start: <c>coding:</c> in the first two lines, as Python, Ruby and editors have it, the
/// declaration of XML, <c>charset</c> of HTML and CSS.
/// </summary>
internal static partial class DeclaredEncoding
{
    private const int Head = 1024;

    /// <summary>The name of the encoding as the text has it; null where it says none.</summary>
    public static string? NameIn(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        Match match = Coding().Match(head);
        match = match.Success ? match : Charset().Match(head);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex(@"\A([^\r\n]{0,1024}\r?\n)?[^\r\n]{0,1024}?coding[:=][ \t]{0,99}(?<name>[-\w.]{1,99})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Coding();

    [GeneratedRegex("""<\?xml[^>]{0,1024}\sencoding\s{0,99}=\s{0,99}["'](?<name>[-\w.]{1,99})|<meta[^>]{0,1024}\scharset\s{0,99}=\s{0,99}["']?(?<name>[-\w.]{1,99})|\A@charset\s{1,99}"(?<name>[-\w.]{1,99})""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Timeout.Infinite)]
    private static partial Regex Charset();
}
