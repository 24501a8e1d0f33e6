using System.Buffers.Binary;

namespace StructIndex.Tests;

public sealed class IndexSnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("structindex-snapshot-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(VectorPrecision.Float32)]
    [InlineData(VectorPrecision.Int8)]
    internal async Task What_is_loaded_is_what_was_saved(VectorPrecision precision)
    {
        IndexContents saved = Sample(precision);
        string path = Path.Combine(_folder, "index.bin");
        await IndexSnapshot.SaveAsync(saved, path, Token);
        IndexContents loaded = await IndexSnapshot.LoadAsync(path, saved.Model, Token);

        Assert.Equivalent(saved.Units, loaded.Units, strict: true);
        Assert.Equal(saved.Graph.Edges.Select(Describe), loaded.Graph.Edges.Select(Describe));
        Assert.Equal(2, loaded.Graph.Edges.Count);
        Assert.Equal(saved.Failures, loaded.Failures);
        Assert.Equal(saved.Model, loaded.Model);
        Assert.Equal(saved.SourceLength, loaded.SourceLength);
        Assert.Equal(saved.RowUnits, loaded.RowUnits);
        Assert.Equal(Answers(saved), Answers(loaded));
        Assert.Equal([path], Directory.GetFiles(_folder));

        static string Describe(CodeEdge edge) => $"{edge.From.Id} {edge.To.Id} {edge.Kind} {edge.Certainty} {edge.Line}";
    }

    [Fact]
    public async Task An_empty_index_and_one_without_vectors_come_back()
    {
        foreach (IndexContents saved in new[] { TinyIndex.Of([]), TinyIndex.Of([TinyIndex.Unit("a.py", "parse", "größe 😀")]) })
        {
            IndexContents loaded = await LoadAsync(await BytesAsync(saved));
            Assert.Equivalent(saved.Units, loaded.Units, strict: true);
            Assert.Null(loaded.Vectors);
            Assert.Null(loaded.Model);
        }
    }

    [Fact]
    public async Task Saving_twice_and_saving_what_was_loaded_give_the_same_bytes()
    {
        byte[] first = await BytesAsync(Sample());
        Assert.Equal(first, await BytesAsync(Sample()));
        Assert.Equal(first, await BytesAsync(await LoadAsync(first)));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_loaded()
    {
        byte[] bytes = await BytesAsync(Sample());
        IndexContents loaded = await IndexSnapshot.LoadAsync(new ForwardStream(bytes), null, null, Token);
        Assert.Equal(Answers(Sample()), Answers(loaded));
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_refused()
    {
        byte[] bytes = await BytesAsync(Sample());
        for (int length = 0; length < bytes.Length; length += 1 + (length / 300))
        {
            await Assert.ThrowsAsync<IndexFormatException>(() => LoadAsync(bytes[..length]));
            await Assert.ThrowsAsync<IndexFormatException>(() => IndexSnapshot.LoadAsync(new ForwardStream(bytes[..length]), null, null, Token));
        }
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_is_found()
    {
        byte[] bytes = await BytesAsync(Sample());
        for (int at = 0; at < bytes.Length; at += 1 + (at / 300))
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= (byte)(1 << (at % 8));
            await Assert.ThrowsAsync<IndexFormatException>(() => LoadAsync(damaged));
            await Assert.ThrowsAsync<IndexFormatException>(() => IndexSnapshot.LoadAsync(new ForwardStream(damaged), null, null, Token));
        }
    }

    [Fact]
    public async Task Numbers_that_point_nowhere_are_refused_even_with_a_right_checksum()
    {
        byte[] bytes = await BytesAsync(Sample());
        int refused = 0;
        foreach (int value in new[] { -1, int.MaxValue, int.MinValue, 1_000_000 })
        {
            foreach ((int start, int length) in Sections(bytes))
            {
                for (int at = start; at + 4 <= start + length; at += 4)
                {
                    byte[] forged = [.. bytes];
                    BinaryPrimitives.WriteInt32LittleEndian(forged.AsSpan(at), value);
                    uint checksum = Checksum.Append(Checksum.Start, forged.AsSpan(start - 12, length + 12));
                    BinaryPrimitives.WriteUInt32LittleEndian(forged.AsSpan(start + length), checksum);
                    try
                    {
                        // Text and weights may be anything; then the index must still answer.
                        Answers(await LoadAsync(forged));
                    }
                    catch (IndexFormatException)
                    {
                        refused++;
                    }
                }
            }
        }

        Assert.True(refused > 500);
    }

    [Fact]
    public async Task A_length_beyond_reason_allocates_nothing()
    {
        byte[] bytes = await BytesAsync(Sample());
        (int start, _) = Sections(bytes).ElementAt(1);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(start - 8), 4_000_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        IndexFormatException thrown = Assert.Throws<IndexFormatException>(() => LoadAsync(bytes).GetAwaiter().GetResult());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Contains("4000000000", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<IndexFormatException>(() => IndexSnapshot.LoadAsync(new ForwardStream(bytes), null, null, Token).GetAwaiter().GetResult());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task Another_version_another_file_and_further_bytes_are_named()
    {
        string path = Path.Combine(_folder, "x.bin");
        byte[] bytes = await BytesAsync(Sample());
        byte[] newer = [.. bytes];
        newer[8]++;
        IndexFormatException thrown = await Refused(newer);
        Assert.Equal(path, thrown.Path);
        Assert.Equal($"format version {SnapshotFormat.Version}", thrown.Expected);
        Assert.Equal($"format version {SnapshotFormat.Version + 1}", thrown.Found);
        Assert.Contains("saved by StructIndex", (await Refused("something else entirely"u8.ToArray())).Expected, StringComparison.Ordinal);
        Assert.Contains("further", (await Refused([.. bytes, 0])).Found, StringComparison.Ordinal);

        async Task<IndexFormatException> Refused(byte[] content)
        {
            await File.WriteAllBytesAsync(path, content, Token);
            return await Assert.ThrowsAsync<IndexFormatException>(() => IndexSnapshot.LoadAsync(path, null, Token));
        }
    }

    [Fact]
    public async Task Another_model_dimension_or_template_is_refused()
    {
        byte[] bytes = await BytesAsync(Sample());
        ModelIdentity right = Sample().Model!;
        foreach (ModelIdentity other in new[] { right with { Id = "other" }, right with { Dimensions = 3 }, right with { TemplateVersion = 9 } })
        {
            IndexFormatException thrown = await Assert.ThrowsAsync<IndexFormatException>(() => IndexSnapshot.LoadAsync(new MemoryStream(bytes), "p", other, Token));
            Assert.Contains(other.ToString(), thrown.Expected, StringComparison.Ordinal);
            Assert.Contains(right.ToString(), thrown.Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_model_that_does_not_tell_its_dimensions_is_taken_by_its_name()
    {
        IndexContents saved = Sample();
        byte[] bytes = await BytesAsync(saved);
        Assert.NotNull(await IndexSnapshot.LoadAsync(new MemoryStream(bytes), null, saved.Model! with { Dimensions = 0 }, Token));
    }

    [Fact]
    public async Task A_cancelled_save_leaves_the_old_file_and_no_temporary_one()
    {
        string path = Path.Combine(_folder, "index.bin");
        await File.WriteAllTextAsync(path, "old", Token);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IndexSnapshot.SaveAsync(Sample(), path, cancelled.Token));
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal("old", await File.ReadAllTextAsync(path, Token));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_gives_an_IO_exception()
    {
        await Assert.ThrowsAnyAsync<IOException>(() => IndexSnapshot.SaveAsync(Sample(), Path.Combine(_folder, "no", "x.bin"), Token));
        await Assert.ThrowsAnyAsync<IOException>(() => IndexSnapshot.LoadAsync(Path.Combine(_folder, "no.bin"), null, Token));
    }

    private static IndexContents Sample(VectorPrecision precision = VectorPrecision.Float32)
    {
        CodeUnit[] units =
        [
            new()
            {
                Id = "T:N.Parser", Kind = UnitKind.Class, Name = "Parser", Container = "N", Signature = "class Parser", Documentation = "Parses headers.",
                Attributes = ["Obsolete", "Serializable"], Path = "src/Parser.cs", Lines = new LineRange(3, 40), Language = "csharp", IsPublic = true,
                Role = UnitRole.Example, Body = new string('x', 100), Pieces = [new SourceSpan(0, 60), new SourceSpan(60, 100)],
            },
            TinyIndex.Unit("src/Parser.cs", "parseHeader", "return größe 😀"),
            TinyIndex.Unit("src/z.py", "deleteToken", "", UnitKind.Method),
        ];
        VectorStoreBuilder rows = new(4, 2, precision);
        for (int row = 0; row < 4; row++)
        {
            rows.Set(row, TinyIndex.At(.2 * row));
        }

        return new IndexContents
        {
            Units = units,
            Graph = TinyIndex.Graph(units, new RawEdge(1, 2, EdgeKind.Calls, EdgeCertainty.Scoped, 7), new RawEdge(0, 0, EdgeKind.References, EdgeCertainty.Exact, 9)),
            Vectors = rows.Build(),
            RowUnits = [0, 0, 1, 2],
            Lexical = LexicalIndex.Build(units),
            Model = new ModelIdentity("test-model", 2, 4),
            Failures = [new FileFailure("bad.py", FileFailureKind.TooLarge, "3 MB"), new FileFailure("src/z.py", FileFailureKind.Cut, "deep")],
            SourceLength = 12345,
        };
    }

    private static string Answers(IndexContents contents) => string.Join('|', new Searcher(contents)
        .Search("parse the header of a token", contents.Vectors is null ? [] : [1, 0], new SearchOptions { Explain = true })
        .Hits.Select(hit => $"{hit.Unit.Id} {hit.Score:R} {string.Join(',', hit.Parts)}"));

    private static async Task<byte[]> BytesAsync(IndexContents contents)
    {
        using MemoryStream stream = new();
        await IndexSnapshot.SaveAsync(contents, stream, Token);
        return stream.ToArray();
    }

    private static Task<IndexContents> LoadAsync(byte[] bytes) => IndexSnapshot.LoadAsync(new MemoryStream(bytes), null, null, Token);

    private static IEnumerable<(int Start, int Length)> Sections(byte[] bytes)
    {
        for (int at = 12; at < bytes.Length;)
        {
            int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 4));
            yield return (at + 12, length);
            at += 12 + length + 4;
        }
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
