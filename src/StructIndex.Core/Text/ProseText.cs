using System.Text;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// Takes the prose out of documentation: what comes before parameters, returns, examples and separators, without inline markup.
/// </summary>
internal static partial class ProseText
{
    private const int MaxCharacters = 2000;

    // The texts are other people's: no pattern may take more than linear time on them.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>The prose, its lines joined and its paragraphs apart by a blank line; empty when there is none.</summary>
    public static string Of(string documentation)
    {
        StringBuilder prose = new();
        bool paragraph = false;
        foreach (ReadOnlySpan<char> raw in documentation.AsSpan(0, Math.Min(documentation.Length, MaxCharacters)).EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim().TrimStart("*/#!").Trim();
            if (line.IsEmpty)
            {
                paragraph = prose.Length > 0;
                continue;
            }

            if (Ends().IsMatch(line))
            {
                if (prose.Length > 0)
                {
                    break;
                }

                continue;
            }

            // In the documentation of a unit the tags are gone; what they said follows the prose, a line each.
            if (prose.Length > 0 && EndsPlain().IsMatch(line))
            {
                break;
            }

            prose.Append(prose.Length == 0 ? "" : paragraph ? "\n\n" : " ").Append(line);
            paragraph = false;
        }

        return Spaces().Replace(Marks().Replace(Links().Replace(prose.ToString(), "${label}"), ""), " ").Trim();
    }

    /// <summary>The first paragraph that does not speak of licences; for the comment at the head of a file.</summary>
    public static string WithoutLicence(string documentation)
    {
        foreach (string paragraph in Paragraphs().Split(documentation.Length > 4 * MaxCharacters ? documentation[..(4 * MaxCharacters)] : documentation))
        {
            string prose = Of(paragraph);
            if (prose.Length > 0 && !IsLicence(prose))
            {
                return prose;
            }
        }

        return "";
    }

    /// <summary>Whether a text is about who may use the code, or about tools that read its comments.</summary>
    public static bool IsLicence(string prose) => Licence().IsMatch(prose);

    [GeneratedRegex(@"^([@\\:][A-Za-z]|(args|arguments|parameters?|params?|returns?|return value|raises?|throws?|yields?|examples?|usage|notes?|see also|since|deprecated|todo|attributes|references|warnings?|panics|errors|safety|complexity)\s*:?\s*$|(args|arguments|parameters|returns|raises|throws|yields|example|usage)\s*:|-{3,}|={3,}|~{3,}|\^{3,}|```|>>>|\.\. |\+--|\|)", RegexOptions.IgnoreCase | Linear)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^([A-Za-z_$][\w.$-]*\??:\s|(Returns|Throws|See) )", Linear)]
    private static partial Regex EndsPlain();

    [GeneratedRegex(@"\{@\w+\s+(?<label>[^}]*)\}|\[(?<label>[^\]]+)\]\([^)]*\)", Linear)]
    private static partial Regex Links();

    [GeneratedRegex(@"</?[a-zA-Z][^>\n]{0,80}>|`|\*\*|https?://\S+|&[a-z]+;", Linear)]
    private static partial Regex Marks();

    [GeneratedRegex("[ \t]{2,}", Linear)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\r?\n\s*\r?\n", Linear)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"copyright|licen[sc]ed?\b|\(c\) \d{4}|warranty|all rights reserved|spdx|permission is hereby|redistribut|free software|eslint-|jshint |coding[:=]|this file is part of|@flow|auto-?generated|do not edit|^author:|^\$id", RegexOptions.IgnoreCase | Linear)]
    private static partial Regex Licence();
}
