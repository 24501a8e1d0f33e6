using System.Buffers.Binary;
using System.Security.Cryptography;

namespace StructIndex.Tests;

/// <summary>Saved indexes.</summary>
internal static class SnapshotTargets
{
    private const int Start = 12; // Before and in each section: its number and length.

    private static readonly string[] s_words = ["\0\0\0\0", "\u007f", "STRUCTIX"];

    /// <summary>Damaged ones: each change is found.</summary>
    public static FuzzTarget Changed
    {
        get
        {
            byte[] saved = Saved();
            return new FuzzTarget([saved], s_words, bytes =>
            {
                try
                {
                    // A corpus may hold one that an earlier version saved: what is taken is as it was saved.
                    IndexContents contents = Load(bytes);
                    FuzzTargets.Holds(bytes.AsSpan().SequenceEqual(saved) || bytes.AsSpan().SequenceEqual(Saved(contents)), "a changed file was taken");
                }
                catch (IndexFormatException)
                {
                    FuzzTargets.Holds(!bytes.AsSpan().SequenceEqual(saved), "the file as it was saved is refused");
                }
            });
        }
    }

    /// <summary>Forged ones, with the checksums and the hash of what they hold: refused for their structure, or whole.</summary>
    public static FuzzTarget Forged => new([Saved()], s_words, bytes =>
    {
        try
        {
            IndexContents contents = Load(Sealed(bytes));
            Searcher searcher = new(contents, CodeModel.Default.Model);
            searcher.Search(searcher.Read("what calls save?"), [], new SearchOptions { MinimumRelevance = 0, Explain = true });
            FuzzTargets.Holds(contents.Graph.Units.All(unit => contents.Graph.MembersOf(unit) is not null), "a unit without a list of members");
            IndexSnapshot.SaveAsync(contents, Stream.Null).GetAwaiter().GetResult();
        }
        catch (IndexFormatException)
        {
            // Refused for its structure.
        }
    });

    private static IndexContents Load(byte[] bytes) => IndexSnapshot.LoadAsync(new MemoryStream(bytes), null).GetAwaiter().GetResult();

    private static byte[] Saved()
    {
        SourceFile source = new("a.py", "def save(item):\n    return write(item)\n\n\ndef write(item):\n    return item\n");
        return Saved(CodeIndexer.IndexAsync(new MemorySource([source])).GetAwaiter().GetResult().Contents);
    }

    private static byte[] Saved(IndexContents contents)
    {
        using MemoryStream stream = new();
        IndexSnapshot.SaveAsync(contents, stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }

    // As far as the input has sections.
    private static byte[] Sealed(byte[] input)
    {
        byte[] bytes = [.. input];
        for (int at = Start; at <= bytes.Length - Start - sizeof(uint);)
        {
            long length = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + sizeof(int)));
            if (length < 0 || length > bytes.Length - at - Start - sizeof(uint))
            {
                break;
            }

            int end = at + Start + (int)length;
            if (end == bytes.Length - sizeof(uint) && length == SHA256.HashSizeInBytes)
            {
                SHA256.HashData(bytes.AsSpan(..at), bytes.AsSpan(at + Start));
            }

            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Checksum.Append(Checksum.Start, bytes.AsSpan(at..end)));
            at = end + sizeof(uint);
        }

        return bytes;
    }
}
