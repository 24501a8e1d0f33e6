using System.Globalization;

namespace StructIndex.Benchmarks;

/// <summary>Unpacks the tree of a revision: regular files that the library reads, up to 1 MiB each.</summary>
internal static class SourceTree
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Writes the files; what was in the folder before is gone.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="revision">The revision.</param>
    /// <param name="root">The folder of the repository to unpack, <c>.</c> for all; paths stay relative to the repository.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>Number of files.</returns>
    public static int Unpack(GitRepository git, string revision, string root, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        string inside = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        int count = 0;
        foreach (string entry in git.Run("ls-tree", "-r", "-l", "-z", revision, "--", root).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            int tab = entry.IndexOf('\t', StringComparison.Ordinal);
            string path = entry[(tab + 1)..], target = Path.GetFullPath(Path.Combine(folder, path));
            string[] facts = entry[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool reads = facts[0].StartsWith("100", StringComparison.Ordinal) && int.TryParse(facts[3], CultureInfo.InvariantCulture, out int size) && size <= MaxBytes
                && LanguageCatalog.MayBeKnown(path) && target.StartsWith(inside, StringComparison.Ordinal);
            if (reads && git.Read(facts[2]) is { } bytes)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, bytes);
                count++;
            }
        }

        return count;
    }
}
