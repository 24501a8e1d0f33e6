using System.Security.Cryptography;
using System.Text;

namespace StructIndex;

/// <summary>Hashes of the stamps of files.</summary>
internal static class FolderFingerprint
{
    /// <summary>A hash of the paths and stamps of files, and of what NuGet restored for the projects among them.</summary>
    /// <param name="root">Absolute path of the folder.</param>
    /// <param name="paths">Paths of the files, relative to it.</param>
    /// <returns>The hash in hexadecimal digits; null where a file is too new to tell.</returns>
    public static string? Of(string root, IEnumerable<string> paths)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in paths)
        {
            string full = Path.Combine(root, path);
            if (FileStamp.Of(full) is not { } stamp)
            {
                return null;
            }

            Append(hash, path, stamp);
            if (path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            {
                Append(hash, "restored", FileStamp.Of(Path.Combine(Path.GetDirectoryName(full)!, "obj", "project.assets.json")) ?? default);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string path, FileStamp stamp) =>
        hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{path}\n{stamp.Length} {stamp.Written} {stamp.Created}\n")));
}
