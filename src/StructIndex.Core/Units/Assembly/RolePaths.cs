using System.IO.Enumeration;

namespace StructIndex;

/// <summary>
/// What the path of a file says about the role of its code, by the patterns of <c>roles.tsv</c> and of the tables of languages. A test of
/// an example is a test.
/// </summary>
internal static class RolePaths
{
    private static readonly (UnitRole Role, bool IsFolder, string Pattern)[] s_rules = Read();

    /// <summary>The role the path speaks for; <see cref="UnitRole.Implementation"/> when it says nothing.</summary>
    /// <param name="path">Path relative to the root of the index.</param>
    public static UnitRole Of(string path)
    {
        UnitRole role = UnitRole.Implementation;
        ReadOnlySpan<char> rest = path;
        while (true)
        {
            int slash = rest.IndexOf('/');
            UnitRole said = OfSegment(slash < 0 ? rest : rest[..slash], slash >= 0);
            if (said == UnitRole.Test)
            {
                return said;
            }

            role = said == UnitRole.Implementation ? role : said;
            if (slash < 0)
            {
                return role;
            }

            rest = rest[(slash + 1)..];
        }
    }

    private static UnitRole OfSegment(ReadOnlySpan<char> segment, bool isFolder)
    {
        foreach ((UnitRole role, bool folder, string pattern) in s_rules)
        {
            if (folder == isFolder && FileSystemName.MatchesSimpleExpression(pattern, segment, ignoreCase: folder || pattern[0] != '*' || !char.IsAsciiLetterUpper(pattern[1])))
            {
                return role;
            }
        }

        return UnitRole.Implementation;
    }

    private static (UnitRole Role, bool IsFolder, string Pattern)[] Read()
    {
        List<(UnitRole, bool, string)> rules = [.. LanguageFiles.All.SelectMany(files => files.Tests).Select(pattern => (UnitRole.Test, false, pattern))];
        foreach (string[] cells in DataTable.Rows("roles.tsv"))
        {
            rules.Add((Enum.Parse<UnitRole>(cells[0], ignoreCase: true), cells[1] == "folder", cells[2]));
        }

        return [.. rules, .. LanguageFiles.All.SelectMany(files => files.Examples).Select(pattern => (UnitRole.Example, false, pattern))];
    }
}
