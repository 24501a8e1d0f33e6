namespace StructIndex.Tests;

public sealed class SnapshotFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => _folder.At("code.index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_killed_save_left_behind_is_gone_after_the_next()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("a.py", "parse", "x")]);
        string[] kept = ["code.index.tmp", "code.index.0123.tmp", $"other.index.{Guid.NewGuid():N}.tmp", $"code.index.{Guid.NewGuid()}.tmp"];
        Array.ForEach(kept, name => _folder.Write(name, "kept"));
        _folder.Write($"code.index.{Guid.NewGuid():N}.tmp", "left");
        _folder.Write($"code.index.{Guid.NewGuid():N}.tmp", "");
        await IndexSnapshot.SaveAsync(contents, Path, Token);
        Assert.Equal([.. kept.Append("code.index").Order(StringComparer.Ordinal)], Directory.GetFiles(_folder.FullPath).Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_save_that_is_under_way_is_left_alone_by_another()
    {
        IndexContents contents = TinyIndex.Of([TinyIndex.Unit("a.py", "parse", "x")]);
        await AtomicFile.WriteAsync(
            Path,
            async stream =>
            {
                await stream.WriteAsync("first"u8.ToArray(), Token);
                await IndexSnapshot.SaveAsync(contents, Path, Token);
                Assert.Equal(2, Directory.GetFiles(_folder.FullPath).Length);
            },
            Token);
        Assert.Equal("first", await File.ReadAllTextAsync(Path, Token));
        Assert.Equal([Path], Directory.GetFiles(_folder.FullPath));
    }

    [Fact]
    public async Task A_sparse_file_is_refused_for_its_layout_and_hardly_read()
    {
        await IndexSnapshot.SaveAsync(TinyIndex.Of([TinyIndex.Unit("a.py", "parse", "x")]), Path, Token);
        byte[] whole = await File.ReadAllBytesAsync(Path, Token);
        foreach (byte[] start in new[] { [], whole[..12], whole[..40], whole })
        {
            using CountingStream stream = new(start, 8L << 30);
            await Assert.ThrowsAsync<IndexFormatException>(() => IndexSnapshot.LoadAsync(stream, Path, null, Token));
            Assert.InRange(stream.BytesRead, 1, 1000);
        }
    }

    [Fact]
    public void Only_a_regular_file_with_the_mark_of_an_index_is_one()
    {
        _folder.Write("no.py", "STRUCT");
        _folder.Write("empty", "");
        _folder.Write("yes", "STRUCTIX and whatever");
        Assert.False(CodeIndex.IsSavedIndex(_folder.At("no.py")));
        Assert.False(CodeIndex.IsSavedIndex(_folder.At("empty")));
        Assert.True(CodeIndex.IsSavedIndex(_folder.At("yes")));
        Assert.Throws<FileNotFoundException>(() => CodeIndex.IsSavedIndex(_folder.At("absent")));
    }

    /// <summary>A long stream of zeros behind a start; counts what is read.</summary>
    private sealed class CountingStream(byte[] start, long length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++)
            {
                buffer[offset + i] = Position < start.Length ? start[Position] : (byte)0;
                Position++;
            }

            BytesRead += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
