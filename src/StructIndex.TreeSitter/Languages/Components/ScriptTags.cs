using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>What the opening tag of a script says of its language.</summary>
internal static partial class ScriptTags
{
    /// <summary>Whether the script is JavaScript or TypeScript.</summary>
    public static bool IsScript(ReadOnlySpan<char> tag) => !Other().IsMatch(tag);

    [GeneratedRegex("""\s(lang|type)\s{0,99}=\s{0,99}(?>["']?)(?!(ts|js|tsx|jsx|typescript|javascript|module|text/javascript|application/javascript|text/typescript|text/babel|text/ecmascript)["'\s>])""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Other();
}
