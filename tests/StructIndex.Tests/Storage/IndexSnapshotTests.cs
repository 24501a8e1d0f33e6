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
    public async Task A_text_larger_than_what_is_written_at_once_comes_back()
    {
        IndexContents saved = TinyIndex.Of([TinyIndex.Unit("a.py", "parse", string.Concat(Enumerable.Range(0, 100_000).Select(line => $"line {line}\n")))]);
        Assert.Equal(saved.Units[0].Body, (await LoadAsync(await BytesAsync(saved))).Units[0].Body);
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
                    if (forged.AsSpan().SequenceEqual(bytes))
                    {
                        continue;
                    }

                    WriteChecksum(forged, start, length);
                    await Assert.ThrowsAsync<IndexFormatException>(() => LoadAsync(forged));
                    WriteHash(forged);
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
    public async Task A_number_just_past_its_table_is_refused_too()
    {
        byte[] bytes = await BytesAsync(Sample());
        (int start, int length) = Sections(bytes).First();
        for (int at = start; at < start + length; at += sizeof(long))
        {
            for (int value = 0; value < 100; value++)
            {
                byte[] forged = [.. bytes];
                BinaryPrimitives.WriteInt64LittleEndian(forged.AsSpan(at), value);
                WriteChecksum(forged, start, length);
                WriteHash(forged);
                Exception? thrown = await Record.ExceptionAsync(() => LoadAsync(forged));
                Assert.True(thrown is null or IndexFormatException, $"{value} at {at}: {thrown}");
            }
        }
    }

    [Fact]
    public async Task A_change_with_a_right_checksum_of_its_section_is_refused_and_one_with_a_right_hash_too_stays_whole()
    {
        byte[] bytes = await BytesAsync(Sample());
        Random random = new(20);
        int loaded = 0;
        for (int i = 0; i < 3000; i++)
        {
            (int start, int length) = Sections(bytes).Where(section => section.Length > 0).SkipLast(1).ElementAt(random.Next(Sections(bytes).Count(section => section.Length > 0) - 1));
            byte[] forged = [.. bytes];
            int at = start + random.Next(length);
            forged[at] = (byte)(forged[at] + 1 + random.Next(255));
            WriteChecksum(forged, start, length);
            await Assert.ThrowsAsync<IndexFormatException>(() => LoadAsync(forged));
            WriteHash(forged);
            try
            {
                IndexContents contents = await LoadAsync(forged);
                loaded++;
                Answers(contents);
                Assert.All(contents.Graph.Units, unit => Assert.NotNull(contents.Graph.MembersOf(unit)));
            }
            catch (IndexFormatException)
            {
                // Refused for its structure.
            }
        }

        Assert.InRange(loaded, 1, 2999);
    }

    [Fact]
    public async Task Terms_out_of_order_postings_out_of_order_unknown_kinds_and_parts_of_themselves_are_refused()
    {
        byte[] bytes = await BytesAsync(Sample());
        foreach ((SnapshotSection section, Action<byte[], int, int> forge) in new (SnapshotSection, Action<byte[], int, int>)[]
        {
            (SnapshotSection.TermText, (forged, start, _) => forged[start] = 0x7f),
            (SnapshotSection.PostingCounts, (forged, start, _) => forged[start]++),
            (SnapshotSection.PostingUnits, (forged, start, _) => forged[start] = 0x7f),
            (SnapshotSection.PostingImpacts, (forged, start, _) => forged.AsSpan(start, 2).Clear()),
            (SnapshotSection.EdgeSources, (forged, start, _) => forged[start] = 0x7f),
            (SnapshotSection.EdgeLines, (forged, start, length) => forged.AsSpan(start, length).Clear()),
            (SnapshotSection.EdgeKinds, (forged, start, _) => forged[start] = 200),
            (SnapshotSection.EdgeCertainties, (forged, start, _) => forged[start] = 200),
            (SnapshotSection.UnitStrings, (forged, start, _) => forged[start] = 1),
            (SnapshotSection.UnitLines, (forged, start, _) => forged[start] = 0),
            (SnapshotSection.Pieces, (forged, start, _) => forged[start] = 0x7f),
            (SnapshotSection.ContainingTypes, (forged, start, _) => forged[start] = 1),
            (SnapshotSection.PrimaryParts, (forged, start, _) => forged[start] = forged[start + 1] = 2),
            (SnapshotSection.StringText, (forged, start, _) => forged[start] = 0xff),
        })
        {
            byte[] forged = [.. bytes];
            (int start, int length) = Sections(bytes).ElementAt((int)section - 1);
            forge(forged, start, length);
            WriteChecksum(forged, start, length);
            WriteHash(forged);
            await Assert.ThrowsAsync<IndexFormatException>(() => LoadAsync(forged));
        }
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

    private static void WriteChecksum(byte[] bytes, int start, int length)
        => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(start + length), Checksum.Append(Checksum.Start, bytes.AsSpan(start - 12, length + 12)));

    private static void WriteHash(byte[] bytes)
    {
        (int start, int length) = Sections(bytes).Last();
        System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, start - 12), bytes.AsSpan(start, length));
        WriteChecksum(bytes, start, length);
    }

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
