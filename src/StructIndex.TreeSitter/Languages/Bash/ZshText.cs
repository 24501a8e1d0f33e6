using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>Hides what Zsh has in expansions and Bash has not: <c>$+name</c>, which tells whether there is one, and flags, <c>${(ps:x:)name}</c>.</summary>
internal static partial class ZshText
{
    /// <summary>Whether a file is of Zsh.</summary>
    public static bool Applies(SourceFile file) => file.Path.EndsWith(".zsh", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text to parse: of the same length.</summary>
    public static string Mask(string text) => Expansions().Replace(text, static found => found.ValueSpan[1] == '+' ? " +" : "${" + new string('_', found.Length - 2));

    [GeneratedRegex(@"\$\+(?=\w)|\$\{\([^()\n]{0,200}\)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Expansions();
}
