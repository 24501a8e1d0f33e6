namespace StructIndex;

/// <summary>The part of a path that says what a file is about.</summary>
internal static class UnitPath
{
    private const int Components = 4;

    /// <summary>The last 4 components, without the extension of the file.</summary>
    /// <param name="path">Path separated by <c>/</c>.</param>
    public static ReadOnlySpan<char> Tail(ReadOnlySpan<char> path)
    {
        int name = path.LastIndexOf('/') + 1;
        int dot = path[name..].LastIndexOf('.');

        // A leading dot begins the name of a hidden file, not an extension.
        if (dot > 0 && path[name..(name + dot)].ContainsAnyExcept('.'))
        {
            path = path[..(name + dot)];
        }

        int start = path.Length;
        int components = 0;
        do
        {
            start = path[..start].LastIndexOf('/');
            components++;
        }
        while (start > 0 && components < Components);

        return path[(start + 1)..];
    }
}
