using System.Text;

namespace StructIndex;

/// <summary>Writes a corpus file. One thread at a time. The file is complete once <see cref="Complete"/> has returned.</summary>
internal sealed class CorpusWriter : IDisposable
{
    private readonly BinaryWriter _writer;
    private readonly FieldTokens _tokens = new();
    private readonly Dictionary<Token, int> _ids = [];
    private readonly List<(Token Token, uint InCode, uint InDocumentation)> _words = [];
    private readonly List<CorpusPackage> _packages = [];
    private readonly Dictionary<string, byte> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _counts = [];
    private int _files;
    private uint _pairs;

    public CorpusWriter(string path)
    {
        _writer = new BinaryWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20), Encoding.UTF8);
        _writer.Write(CorpusFormat.Magic);
        _writer.Write(CorpusFormat.Version);
        _writer.Write(CodeTokenizer.Version);
        _writer.Write(0UL);
        _writer.Write(0U);
    }

    public long Pairs => _pairs;

    /// <summary>Begins a package; the files and pairs that follow are its own.</summary>
    public void BeginPackage(CorpusPackage package) => _packages.Add(package);

    /// <summary>Begins a file.</summary>
    public void BeginFile() => _files++;

    /// <summary>Adds a pair of the current file.</summary>
    public void Add(DocumentedCode pair, CorpusSplit split)
    {
        if (!_languages.TryGetValue(pair.Language, out byte language))
        {
            language = checked((byte)_languages.Count);
            _languages.Add(pair.Language, language);
        }

        _writer.Write7BitEncodedInt(_packages.Count - 1);
        _writer.Write7BitEncodedInt(_files - 1);
        _writer.Write(language);
        _writer.Write((byte)pair.Kind);
        _writer.Write((byte)split);
        _writer.Write(BodyFingerprint.Of(pair.Documentation));
        _writer.Write(pair.BodyHash);
        bool counts = split == CorpusSplit.Train;
        foreach (UnitField field in (ReadOnlySpan<UnitField>)[UnitField.Name, UnitField.Container, UnitField.Path, UnitField.Signature, UnitField.Body])
        {
            _tokens.Take(field, pair.Fields, pair.Fields.Body);
            Write(documentation: false, counts);
        }

        (string first, string rest) = FirstSentence.Split(pair.Documentation);
        _tokens.TakeQuery(first);
        Write(documentation: true, counts);
        _tokens.TakeQuery(rest);
        Write(documentation: true, counts);
        _pairs++;
    }

    /// <summary>Writes the tables and closes the file.</summary>
    public void Complete()
    {
        _writer.Flush();
        ulong tables = (ulong)_writer.BaseStream.Position;
        Span<byte> word = stackalloc byte[Token.MaxLength];
        _writer.Write7BitEncodedInt(_words.Count);
        foreach ((Token token, uint inCode, uint inDocumentation) in _words)
        {
            int length = token.CopyTo(word);
            _writer.Write((byte)length);
            _writer.Write(word[..length]);
            _writer.Write7BitEncodedInt64(inCode);
            _writer.Write7BitEncodedInt64(inDocumentation);
        }

        _writer.Write7BitEncodedInt(_packages.Count);
        foreach (CorpusPackage package in _packages)
        {
            _writer.Write(package.Name);
            _writer.Write(package.License);
        }

        _writer.Write7BitEncodedInt(_languages.Count);
        foreach (string language in _languages.OrderBy(l => l.Value).Select(l => l.Key))
        {
            _writer.Write(language);
        }

        _writer.Flush();
        _writer.BaseStream.Position = CorpusFormat.Magic.Length + (2 * sizeof(uint));
        _writer.Write(tables);
        _writer.Write(_pairs);
        Dispose();
    }

    public void Dispose() => _writer.Dispose();

    private void Write(bool documentation, bool counts)
    {
        _counts.Clear();
        foreach (Token token in _tokens.Words)
        {
            if (!_ids.TryGetValue(token, out int id))
            {
                id = _words.Count;
                _ids.Add(token, id);
                _words.Add((token, 0, 0));
            }

            _counts[id] = _counts.GetValueOrDefault(id) + 1;
            if (counts)
            {
                (_, uint inCode, uint inDocumentation) = _words[id];
                _words[id] = documentation ? (token, inCode, inDocumentation + 1) : (token, inCode + 1, inDocumentation);
            }
        }

        _tokens.Clear();
        _writer.Write7BitEncodedInt(_counts.Count);
        foreach ((int id, int count) in _counts)
        {
            _writer.Write7BitEncodedInt((2 * id) + (count > 1 ? 1 : 0));
            if (count > 1)
            {
                _writer.Write7BitEncodedInt(count);
            }
        }
    }
}
