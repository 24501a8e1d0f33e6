namespace StructIndex;

/// <summary>The roles of files that a query asks for by a word, so that files of that role do not step back.</summary>
internal static class RequestedRoles
{
    private static readonly (FileRoles Roles, string Words)[] s_rows =
    [
        (FileRoles.Test, "test tests tested spec specs unittest"),
        (FileRoles.Example, "example examples sample samples demo benchmark benchmarks tutorial"),
        (FileRoles.Generated, "generated"),
        (FileRoles.Private, "internal internals private"),
        (FileRoles.Compatibility | FileRoles.OldVersion, "legacy deprecated"),
        (FileRoles.Compatibility, "compat compatibility polyfill shim"),
        (FileRoles.Platform, "windows win32 linux macos osx unix darwin android ios wasm browser jvm native platform"),
        (FileRoles.Header, "header headers declaration declarations"),
        (FileRoles.Prose, "readme documentation docs changelog configuration"),
    ];

    private static readonly Dictionary<string, FileRoles> s_roleOf = s_rows
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Roles)))
        .ToDictionary(pair => pair.word, pair => pair.Roles, StringComparer.OrdinalIgnoreCase);

    /// <summary>The roles that a query asks for.</summary>
    public static FileRoles Of(ParsedQuery query)
    {
        FileRoles roles = FileRoles.None;
        foreach (QueryPiece piece in query.Pieces)
        {
            // A long text mentions tests, examples and platforms that it does not ask for.
            if (query.Kind == QueryKind.Report && piece.Kind != QueryLineKind.Title)
            {
                continue;
            }

            roles |= s_roleOf.GetValueOrDefault(piece.Text.Trim('.', ',', '?', '!', ':', ';'));
        }

        return roles;
    }
}
