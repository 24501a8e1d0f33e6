using System.Text;

namespace StructIndex;

/// <summary>Reads a corpus file: the tables at once, the pairs one after another, as often as wanted.</summary>
internal sealed class CorpusReader
{
    private readonly string _path;

    /// <param name="path">The file.</param>
    /// <exception cref="StructIndexException">It is no corpus, of another version or tokenizer, or was not completed.</exception>
    public CorpusReader(string path)
    {
        _path = path;
        using FileStream file = File.OpenRead(path);
        using BinaryReader reader = new(file, Encoding.UTF8);
        try
        {
            ReadTables(reader);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw new StructIndexException($"The corpus '{path}' is cut short or damaged.", path, e);
        }
    }

    public int Count { get; private set; }

    public IReadOnlyList<CorpusWord> Words { get; private set; } = [];

    public IReadOnlyList<CorpusPackage> Packages { get; private set; } = [];

    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The pairs in order; the record that is given is overwritten by the next.</summary>
    public IEnumerable<CorpusRecord> Read()
    {
        using FileStream file = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        using BinaryReader reader = new(file);
        file.Position = CorpusFormat.HeaderBytes;
        CorpusRecord record = new();
        for (int pair = 0; pair < Count; pair++)
        {
            int package = reader.Read7BitEncodedInt(), fileNumber = reader.Read7BitEncodedInt();
            byte language = reader.ReadByte();
            PairKind kind = (PairKind)reader.ReadByte();
            CorpusSplit split = (CorpusSplit)reader.ReadByte();
            record.Head = new PairHead(package, fileNumber, language, kind, split, reader.ReadUInt64(), reader.ReadUInt64());
            int at = 0;
            for (int field = 0; field < CorpusFormat.Fields; field++)
            {
                for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
                {
                    int word = reader.Read7BitEncodedInt();
                    record.Set(at++, word >> 1, (word & 1) == 0 ? 1 : reader.Read7BitEncodedInt());
                }

                record.Starts[field + 1] = at;
            }

            yield return record;
        }
    }

    private void ReadTables(BinaryReader reader)
    {
        if (!reader.ReadBytes(CorpusFormat.Magic.Length).AsSpan().SequenceEqual(CorpusFormat.Magic))
        {
            throw new StructIndexException($"'{_path}' is not a corpus of documentation/code pairs.", _path);
        }

        uint version = reader.ReadUInt32(), tokenizer = reader.ReadUInt32();
        if (version != CorpusFormat.Version || tokenizer != CodeTokenizer.Version)
        {
            throw new StructIndexException(
                $"The corpus '{_path}' has version {version} with tokenizer {tokenizer}; this library reads {CorpusFormat.Version} with {CodeTokenizer.Version}. Mine it again.", _path);
        }

        ulong tables = reader.ReadUInt64();
        Count = checked((int)reader.ReadUInt32());
        if (tables == 0)
        {
            throw new StructIndexException($"The corpus '{_path}' was not completed.", _path);
        }

        reader.BaseStream.Position = checked((long)tables);
        CorpusWord[] words = new CorpusWord[reader.Read7BitEncodedInt()];
        for (int i = 0; i < words.Length; i++)
        {
            Token token = Token.From(reader.ReadBytes(reader.ReadByte()));
            words[i] = new CorpusWord(token, checked((uint)reader.Read7BitEncodedInt64()), checked((uint)reader.Read7BitEncodedInt64()));
        }

        CorpusPackage[] packages = new CorpusPackage[reader.Read7BitEncodedInt()];
        for (int i = 0; i < packages.Length; i++)
        {
            packages[i] = new CorpusPackage(reader.ReadString(), reader.ReadString());
        }

        string[] languages = new string[reader.Read7BitEncodedInt()];
        for (int i = 0; i < languages.Length; i++)
        {
            languages[i] = reader.ReadString();
        }

        (Words, Packages, Languages) = (words, packages, languages);
    }
}
