using System.Buffers.Binary;
using System.Text;

namespace StructIndex;

/// <summary>
/// The files that git tracks, as <c>.git/index</c> lists them: they belong to the repository whatever its ignore rules say. Versions 2 to 4
/// of the format with SHA-1 (<c>gitformat-index</c>); another index, or a damaged one, lists nothing.
/// </summary>
internal sealed class TrackedFiles
{
    /// <summary>A larger index (some half a million files) is not read.</summary>
    private const int MaxBytes = 64 << 20;

    /// <summary>No file system has longer paths; git refuses them too.</summary>
    private const int MaxPathLength = 4096;

    /// <summary>Paths that share what they begin with are longer together than the index, but not by this much.</summary>
    private const int MaxGrowth = 8;

    private const int HeaderLength = 12;

    /// <summary>Times, device, owner, size and hash of an entry; its flags follow.</summary>
    private const int FactsLength = 60;

    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    private TrackedFiles()
    {
    }

    /// <summary>Reads the index of a repository.</summary>
    /// <param name="repository">
    /// Absolute path of the folder with <c>.git</c>; where that is a file, as in a worktree, nothing is read.
    /// </param>
    public static TrackedFiles Of(string repository)
    {
        TrackedFiles tracked = new();
        string path = Path.Combine(repository, ".git", "index");
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: >= HeaderLength and <= MaxBytes })
            {
                tracked.Read(File.ReadAllBytes(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the index the ignore rules alone count, as in a folder without git.
            tracked._files.Clear();
        }

        foreach (string file in tracked._files)
        {
            for (int slash = file.LastIndexOf('/'); slash > 0 && tracked._folders.Add(file[..slash]); slash = file.LastIndexOf('/', slash - 1))
            {
            }
        }

        return tracked;
    }

    /// <summary>Whether a file is tracked, or a folder holds one that is.</summary>
    /// <param name="path">Path relative to the repository.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Contains(string path, bool isFolder) => isFolder ? _folders.Contains(path) : _files.Contains(path);

    private void Read(ReadOnlySpan<byte> index)
    {
        int version = BinaryPrimitives.ReadInt32BigEndian(index[4..]), count = BinaryPrimitives.ReadInt32BigEndian(index[8..]);
        if (!index.StartsWith("DIRC"u8) || version is < 2 or > 4)
        {
            return;
        }

        byte[] path = [];
        int at = HeaderLength;
        long read = 0;
        for (int entry = 0; entry < count; entry++)
        {
            int flagsEnd = at + FactsLength + 2;
            if (flagsEnd + 2 >= index.Length)
            {
                _files.Clear();
                return;
            }

            int name = flagsEnd + ((index[at + FactsLength] & 0x40) != 0 && version >= 3 ? 2 : 0);
            int kept = version == 4 ? path.Length - ReadOffset(index, ref name) : 0;
            int end = name >= index.Length ? -1 : index[name..].IndexOf((byte)0);
            if (end < 0 || kept < 0 || kept > path.Length || kept + end > MaxPathLength || (read += kept + end) > MaxGrowth * (long)index.Length)
            {
                _files.Clear();
                return;
            }

            path = [.. path.AsSpan(0, kept), .. index.Slice(name, end)];
            _files.Add(Encoding.UTF8.GetString(path));

            // Up to version 3 entries are filled up to a multiple of eight bytes, with one zero byte at least.
            int length = name + end - at;
            at = version == 4 ? name + end + 1 : at + ((length + 8) & ~7);
        }
    }

    /// <summary>How many bytes of the path before are dropped: seven bits a byte, the highest first, as in pack files.</summary>
    private static int ReadOffset(ReadOnlySpan<byte> index, ref int at)
    {
        int value = -1;
        byte next;
        do
        {
            next = at < index.Length ? index[at++] : (byte)0;
            value = ((value + 1) << 7) | (next & 0x7F);
        }
        while ((next & 0x80) != 0);
        return value;
    }
}
