using System.Security.Cryptography;

namespace StructIndex;

/// <summary>
/// Saves everything an index holds to one file and loads it again. The same contents give the same bytes: there is no clock, no machine
/// path and no hash order in them. Sections of raw little-endian arrays, each with a checksum; see <see cref="SnapshotSection"/>.
/// <para>What loading guarantees: a file that was damaged or changed anywhere is refused, unless the one who changed it also put a right
/// SHA-256 of the whole in its place. A file that was made so on purpose can say what its maker likes, as any index can, but never makes
/// loading or a search fail otherwise than by an <see cref="IndexFormatException"/>: lengths, ranges, orders and references between
/// sections are checked. Loading takes memory in proportion to the length of the file.</para>
/// </summary>
internal static class IndexSnapshot
{
    private const int FileBuffer = 1;
    private const int NumberCount = 8;

    /// <summary>
    /// Saves to a file. It appears complete or not at all: the bytes go to a temporary file beside it, which takes its place at the end.
    /// </summary>
    /// <param name="contents">What to save.</param>
    /// <param name="path">
    /// Path of the file; an existing one is replaced, behind a link the one it leads to. To a pipe or a device the bytes go as they come.
    /// </param>
    /// <param name="cancellationToken">Stops the work and removes the temporary file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task SaveAsync(IndexContents contents, string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await AtomicFile.WriteAsync(path, stream => SaveAsync(contents, stream, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves to a stream, which stays open.</summary>
    /// <param name="contents">What to save.</param>
    /// <param name="stream">Where to write.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task SaveAsync(IndexContents contents, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contents);
        ArgumentNullException.ThrowIfNull(stream);
        SnapshotStrings strings = new();
        List<uint> unitStrings = UnitColumns.Number(contents.Units, strings);
        int[] failures = [.. contents.Failures.SelectMany(failure => new[] { strings.Add(failure.Path), (int)failure.Kind, strings.Add(failure.Message) })];
        int[] languages = [.. contents.Languages.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => new[] { strings.Add(entry.Key), strings.Add(entry.Value.CommentOpen), strings.Add(entry.Value.CommentClose), (int)entry.Value.Traits })];
        int[] besides = [.. contents.ReadBesides.Select(strings.Add)];
        ModelIdentity model = contents.Model ?? new ModelIdentity("", 0, 0);
        long[] numbers =
        [
            contents.Units.Count, contents.SourceLength, contents.Model is null ? 0 : 1, strings.Add(model.Id), model.Dimensions, model.TemplateVersion,
            contents.Vectors is null ? 0 : 1 + (int)contents.Vectors.Precision, contents.MinimumRelevance is { } minimum ? 1 + BitConverter.DoubleToInt64Bits(minimum) : 0,
        ];

        using SnapshotWriter writer = new(stream, cancellationToken);
        await writer.WriteHeaderAsync().ConfigureAwait(false);
        await writer.WriteAsync<long>(SnapshotSection.Numbers, numbers).ConfigureAwait(false);
        await strings.WriteAsync(writer).ConfigureAwait(false);
        await UnitColumns.WriteAsync(writer, contents.Units, unitStrings).ConfigureAwait(false);
        await GraphColumns.WriteAsync(writer, contents.Graph).ConfigureAwait(false);
        await VectorColumns.WriteAsync(writer, contents).ConfigureAwait(false);
        await LexicalColumns.WriteAsync(writer, contents.Lexical).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.Failures, failures).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.Languages, languages).ConfigureAwait(false);
        await writer.WriteAsync<int>(SnapshotSection.ReadBesides, besides).ConfigureAwait(false);
        await writer.WriteAsync<byte>(SnapshotSection.End, writer.HashSoFar()).ConfigureAwait(false);
        await writer.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>Loads from a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="expected">The model that queries will be embedded with; null takes any.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IndexFormatException">The file is damaged, cut short, of another version, or made with another model.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<IndexContents> LoadAsync(string path, ModelIdentity? expected = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!HasContent(path))
        {
            throw new IndexFormatException(path, "a file saved by StructIndex", "no regular file, or an empty one");
        }

        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileBuffer, FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            return await Task.Run(() => LoadAsync(stream, path, expected, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a file begins as a saved index does. Nothing but a regular file is opened.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsSaved(string path)
    {
        if (!HasContent(path))
        {
            return false;
        }

        Span<byte> start = stackalloc byte[SnapshotFormat.Magic.Length];
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileBuffer);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(SnapshotFormat.Magic.Span);
    }

    /// <summary>The last bytes of a saved index, with the hash of all others: they tell any two indexes apart.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<byte[]> ReadEndAsync(string path, CancellationToken cancellationToken)
    {
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileBuffer, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            byte[] end = new byte[Math.Min(SHA256.HashSizeInBytes + sizeof(uint), stream.Length)];
            stream.Position = stream.Length - end.Length;
            await stream.ReadExactlyAsync(end, cancellationToken).ConfigureAwait(false);
            return end;
        }
    }

    /// <summary>
    /// False for pipes, sockets and devices, which to open may wait for ever, and for empty files; to open what is not there throws soon
    /// enough.
    /// </summary>
    private static bool HasContent(string path)
    {
        FileInfo file = new(path);
        file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return !file.Exists || (file.Length > 0 && !SpecialFile.IsSpecial(file.FullName));
    }

    /// <summary>Loads from a stream, which stays open and must end with the index.</summary>
    /// <param name="stream">Where to read.</param>
    /// <param name="path">What to call the stream in an exception; may be null.</param>
    /// <param name="expected">The model that queries will be embedded with; null takes any.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="IndexFormatException">
    /// The content is damaged, cut short, of another version, or made with another model.
    /// </exception>
    public static async Task<IndexContents> LoadAsync(Stream stream, string? path, ModelIdentity? expected = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using SnapshotReader reader = new(stream, path, cancellationToken);
        await reader.ReadHeaderAsync().ConfigureAwait(false);
        await reader.CheckLayoutAsync().ConfigureAwait(false);
        long[] numbers = await reader.ReadAsync<long>(SnapshotSection.Numbers, NumberCount).ConfigureAwait(false);
        reader.Check(Array.TrueForAll(numbers, number => number >= 0) && numbers[0] <= Array.MaxLength / UnitColumns.StringsPerUnit, SnapshotSection.Numbers);
        reader.Check(numbers[2] <= 1 && numbers[4] <= int.MaxValue && numbers[5] <= int.MaxValue && numbers[6] <= int.MaxValue, SnapshotSection.Numbers);
        int count = (int)numbers[0];

        // What was read and has its checksum is made into units, a graph and postings while the next sections are read.
        Task<string[]> madeStrings = await SnapshotStrings.ReadAsync(reader).ConfigureAwait(false);
        Task<CodeUnit[]> madeUnits = await UnitColumns.ReadAsync(reader, count, madeStrings).ConfigureAwait(false);
        Task<CodeGraph> graph = await GraphColumns.ReadAsync(reader, count, madeUnits).ConfigureAwait(false);
        (VectorStore? vectors, int[] rowUnits) = await VectorColumns.ReadAsync(reader, numbers[2] == 0 ? 0 : (int)numbers[4], (int)numbers[6], count).ConfigureAwait(false);
        Task<LexicalIndex> lexical = await LexicalColumns.ReadAsync(reader, count).ConfigureAwait(false);
        int[] readFailures = await reader.ReadAsync<int>(SnapshotSection.Failures).ConfigureAwait(false);
        int[] readLanguages = await reader.ReadAsync<int>(SnapshotSection.Languages).ConfigureAwait(false);
        int[] besides = await reader.ReadAsync<int>(SnapshotSection.ReadBesides).ConfigureAwait(false);
        byte[] hash = reader.HashSoFar();
        byte[] stored = await reader.ReadAsync<byte>(SnapshotSection.End, hash.Length).ConfigureAwait(false);
        if (!stored.AsSpan().SequenceEqual(hash))
        {
            throw reader.Fail("the SHA-256 of all sections", "another");
        }

        await reader.ExpectEndAsync().ConfigureAwait(false);
        string[] strings = await madeStrings.ConfigureAwait(false);
        reader.Check(numbers[3] < strings.Length, SnapshotSection.Numbers);
        reader.CheckIndices(besides, strings.Length, SnapshotSection.ReadBesides);
        CodeUnit[] units = await madeUnits.ConfigureAwait(false);
        reader.Check(IndexContents.StandTogether(units), SnapshotSection.UnitStrings);
        IndexContents contents = new()
        {
            Units = units,
            Graph = await graph.ConfigureAwait(false),
            Vectors = vectors,
            RowUnits = rowUnits,
            Lexical = await lexical.ConfigureAwait(false),
            Model = numbers[2] == 0 ? null : new ModelIdentity(strings[numbers[3]], (int)numbers[4], (int)numbers[5]),
            Failures = ReadFailures(reader, readFailures, strings),
            Languages = ReadLanguages(reader, readLanguages, strings),
            ReadBesides = Array.ConvertAll(besides, number => strings[number]),
            SourceLength = numbers[1],
            MinimumRelevance = ReadMinimum(reader, numbers[7]),
        };
        CheckModel(contents, expected, path);
        return contents;
    }

    /// <summary>Throws unless a loaded index has vectors of a model, or none.</summary>
    /// <param name="contents">What was loaded.</param>
    /// <param name="expected">The model that queries will be embedded with; null takes any.</param>
    /// <param name="path">What to call the file in an exception; may be null.</param>
    /// <exception cref="IndexFormatException">It was made with another model.</exception>
    public static void CheckModel(IndexContents contents, ModelIdentity? expected, string? path)
    {
        if (expected is not null && contents.Model is { } model && !model.Fits(expected))
        {
            throw new IndexFormatException(path, $"vectors of {expected}", $"vectors of {model}");
        }
    }

    // 0 for none, otherwise one more than the bits of the number.
    private static double? ReadMinimum(SnapshotReader reader, long mark)
    {
        double? minimum = mark == 0 ? null : BitConverter.Int64BitsToDouble(mark - 1);
        reader.Check(minimum is null or (>= 0 and <= 1), SnapshotSection.Numbers);
        return minimum;
    }

    private static Dictionary<string, LanguageFacts> ReadLanguages(SnapshotReader reader, int[] numbers, string[] strings)
    {
        reader.Check(numbers.Length % 4 == 0, SnapshotSection.Languages);
        Dictionary<string, LanguageFacts> languages = new(StringComparer.Ordinal);
        foreach (int[] entry in numbers.Chunk(4))
        {
            reader.CheckIndices(entry.AsSpan(0, 3).ToArray(), strings.Length, SnapshotSection.Languages);
            reader.Check(languages.TryAdd(strings[entry[0]], new LanguageFacts(strings[entry[1]], strings[entry[2]], (ScopeTraits)entry[3])), SnapshotSection.Languages);
        }

        return languages;
    }

    private static FileFailure[] ReadFailures(SnapshotReader reader, int[] numbers, string[] strings)
    {
        reader.Check(numbers.Length % 3 == 0, SnapshotSection.Failures);
        FileFailure[] failures = new FileFailure[numbers.Length / 3];
        for (int i = 0; i < failures.Length; i++)
        {
            (int path, FileFailureKind kind, int message) = (numbers[3 * i], (FileFailureKind)numbers[(3 * i) + 1], numbers[(3 * i) + 2]);
            reader.CheckIndices([path, message], strings.Length, SnapshotSection.Failures);
            reader.Check(Enum.IsDefined(kind), SnapshotSection.Failures);
            failures[i] = new FileFailure(strings[path], kind, strings[message]);
        }

        return failures;
    }
}
