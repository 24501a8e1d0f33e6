using System.Collections.Frozen;
using System.Security.Cryptography;

namespace StructIndex;

/// <summary>The hashes of the native libraries that this assembly was built with.</summary>
internal static class NativeHashes
{
    private static readonly FrozenDictionary<string, string> s_byPath = Read();

    /// <summary>Paths of all libraries of this build, as in its package: <c>runtimes/linux-x64/native/libtree-sitter.so</c>.</summary>
    public static IReadOnlyCollection<string> Paths => s_byPath.Keys;

    /// <summary>Refuses a library that is there and is another than the one this assembly was built with.</summary>
    /// <param name="folder">The folder of the application.</param>
    /// <param name="path">The path of the library as in the package.</param>
    /// <exception cref="TreeSitterException">The library has another hash, or the build staged none of this name.</exception>
    public static void Check(string folder, string path)
    {
        string file = Path.Combine(folder, path);
        if (File.Exists(file))
        {
            using FileStream content = File.OpenRead(file);
            string found = Convert.ToHexString(SHA256.HashData(content));
            if (!s_byPath.TryGetValue(path, out string? expected) || !string.Equals(found, expected, StringComparison.OrdinalIgnoreCase))
            {
                throw new TreeSitterException($"The native library '{file}' is not the one that StructIndex.TreeSitter was built with: its SHA-256 is {found}, expected {expected ?? "none"}.");
            }
        }
    }

    private static FrozenDictionary<string, string> Read()
    {
        using StreamReader reader = new(typeof(NativeHashes).Assembly.GetManifestResourceStream("native.sha256")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' ', 2))
            .ToFrozenDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
    }
}
