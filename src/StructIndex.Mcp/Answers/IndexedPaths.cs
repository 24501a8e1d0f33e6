using ModelContextProtocol;

namespace StructIndex;

/// <summary>Files and folders as the index knows them. No disk is looked at, so nothing outside the index can be named.</summary>
internal static class IndexedPaths
{
    private const int MaxListed = 10;

    /// <summary>The file that a path or the end of one names.</summary>
    /// <exception cref="McpException">There is none, or more than one.</exception>
    public static string FileOf(CodeIndex index, string path) => Matches(index, path) switch
    {
        [string file] => file,
        [] => throw new McpException($"There is no file {Answer.Short(path)} in the index. The tool map lists what there is."),
        string[] files => throw new McpException($"{files.Length} files end with {Answer.Short(path)}: {string.Join(", ", files.Take(MaxListed))}{(files.Length > MaxListed ? ", and more" : "")}."),
    };

    /// <summary>The files that a path names: the one that is it, or else all that end with it.</summary>
    public static string[] Matches(CodeIndex index, string path)
    {
        string wanted = Normal(path);
        string[] files = [.. index.Units.Select(static unit => unit.Path).Where(file => file == wanted || file.EndsWith($"/{wanted}", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        return wanted.Length == 0 ? [] : files.Contains(wanted, StringComparer.Ordinal) ? [wanted] : files;
    }

    /// <summary>A folder as a prefix of paths: empty, or with a slash at its end.</summary>
    /// <exception cref="McpException">No file is in it.</exception>
    public static string FolderOf(CodeIndex index, string folder)
    {
        string prefix = Normal(folder).TrimEnd('/') is { Length: > 0 } named ? $"{named}/" : "";
        return index.Units.Any(unit => unit.Path.StartsWith(prefix, StringComparison.Ordinal)) ? prefix
            : throw new McpException($"There is no folder {Answer.Short(folder)} in the index. The tool map without a folder lists what there is.");
    }

    private static string Normal(string path)
    {
        string slashed = path.Trim().Replace('\\', '/');
        return slashed is "." ? "" : slashed.StartsWith("./", StringComparison.Ordinal) ? slashed[2..] : slashed;
    }
}
