namespace StructIndex;

/// <summary>
/// Links are never followed: what one inside the root leads to is read under its own path, so that nothing is read twice and no
/// loop can arise; what is outside the root is not part of the code base.
/// </summary>
internal static class SymbolicLink
{
    /// <summary>
    /// Whether the entry is a link to be passed over (true), or some other reparse point, such as a file kept in a cloud (false).
    /// </summary>
    /// <param name="root">Absolute path of the root.</param>
    /// <param name="path">Path of the entry, relative to the root.</param>
    /// <param name="isDirectory">Whether it leads to a folder.</param>
    /// <param name="failure">Why content may be missing; null when the target is read under its own path.</param>
    public static bool Check(string root, string path, bool isDirectory, out FileFailure? failure)
    {
        failure = null;
        string full = Path.Combine(root, path);
        FileSystemInfo link = isDirectory ? new DirectoryInfo(full) : new FileInfo(full);
        try
        {
            if (link.LinkTarget is null)
            {
                return false;
            }

            string? target = link.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            if (target is null || !Path.Exists(target))
            {
                failure = new FileFailure(path, FileFailureKind.Unreadable, "The link leads nowhere.");
            }
            else if (Path.GetDirectoryName(full) is { } folder && IsInside(folder, target))
            {
                failure = new FileFailure(path, FileFailureKind.LinkLoop, "The link leads back to a folder that holds it.");
            }
            else if (!IsInside(target, Resolve(root)) && !IsInside(target, root))
            {
                failure = new FileFailure(path, FileFailureKind.Unreadable, "The link leads out of the root and is not followed.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Among others: links that lead to each other in a circle.
            failure = new FileFailure(path, FileFailureKind.LinkLoop, "The link cannot be resolved.");
        }

        return true;
    }

    private static string Resolve(string folder) => new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder;

    private static bool IsInside(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) &&
        (path.Length == folder.Length || folder.EndsWith(Path.DirectorySeparatorChar) || path[folder.Length] == Path.DirectorySeparatorChar);
}
