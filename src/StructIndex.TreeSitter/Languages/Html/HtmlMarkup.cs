using System.Buffers;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Pages of HTML: scripts, the files that scripts are loaded from, and handlers of events such as <c>onclick</c>.</summary>
internal sealed partial class HtmlMarkup(string text) : MarkupReader(text)
{
    private static readonly SearchValues<string> s_code = SearchValues.Create(["<script", " on"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a page may hold code.</summary>
    public static bool HasCode(string text)
    {
        foreach (ValueMatch _ in Code().EnumerateMatches(text.AsSpan(Math.Max(0, text.AsSpan().IndexOfAny(s_code)))))
        {
            return true;
        }

        return false;
    }

    protected override bool IsComponent(ReadOnlySpan<char> name) => false;

    protected override int Braces(int open) => open + 1;

    protected override int Braced(ReadOnlySpan<char> name, int open) => open + 1;

    protected override void Quoted(ReadOnlySpan<char> name, int open, int close)
    {
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            Block(open, close);
        }
    }

    /// <summary><c>&lt;script src="app.js"></c> is an import.</summary>
    protected override void Script(int at, int end)
    {
        const string Import = ";import";
        Match source = Source().Match(Text, at, end - at);
        if (source.Success)
        {
            for (int i = 0; i < Import.Length; i++)
            {
                Islands.Put(at + i, Import[i]);
            }

            Group path = source.Groups["path"];
            Islands.Keep(path.Index, path.Index + path.Length);
            Islands.Put(path.Index + path.Length, ';');
        }
    }

    [GeneratedRegex("""<script\b|\son[a-z]+\s*=\s*["']""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex("""\ssrc\s*=\s*(?<path>"[^"\r\n]+"|'[^'\r\n]+')""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
