namespace StructIndex;

/// <summary>Which folders of a folder may use which. Edges that leave the folder, and those that are guessed (name only, candidate), are not looked at.</summary>
public sealed record LayerRule
{
    /// <summary>The folder whose folders are ordered, relative to the root of the index; empty for the root.</summary>
    public string Folder { get; init; } = "";

    /// <summary>
    /// Its folders, lowest first, by their names; <c>.</c> is for the files that lie directly in it. Each may use itself and those before it; a folder that is
    /// not named is a violation of its own. Empty where <see cref="MayUse"/> says it.
    /// </summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>For each of its folders the others that it may use. A folder that is not named is a violation of its own. Empty where <see cref="Order"/> says it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> MayUse { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Which of the rule's folders a file is in, <c>.</c> for the outer folder itself; null for a file elsewhere.</summary>
    internal string? RoomOf(string path)
    {
        string prefix = Folder.Length == 0 ? "" : Folder + "/";
        if (!path.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        int slash = path.IndexOf('/', prefix.Length);
        return slash < 0 ? "." : path[prefix.Length..slash];
    }
}
