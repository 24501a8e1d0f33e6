namespace StructIndex;

/// <summary>Finds <c>InternalsVisibleTo("...")</c> in source, in one pass.</summary>
internal static class FriendAttributes
{
    private const string Name = "InternalsVisibleTo";

    /// <summary>The names of the assemblies, without their keys, in the order of the text.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (int at = text.IndexOf(Name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Name, at, StringComparison.Ordinal))
        {
            at += Name.Length;
            if (NameAt(text.AsSpan(at)) is { } name)
            {
                yield return name;
            }
        }
    }

    private static string? NameAt(ReadOnlySpan<char> rest)
    {
        rest = rest.StartsWith("Attribute") ? rest["Attribute".Length..] : rest;
        rest = rest.TrimStart();
        rest = rest.StartsWith('(') ? rest[1..].TrimStart() : [];
        if (!rest.StartsWith('"'))
        {
            return null;
        }

        int end = rest[1..].IndexOfAny('"', ',');
        return end <= 0 ? null : rest.Slice(1, end).ToString();
    }
}
