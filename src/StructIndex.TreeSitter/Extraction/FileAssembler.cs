namespace StructIndex;

/// <summary>Puts what a query found in one file together to a <see cref="ParsedFile"/>.</summary>
internal sealed class FileAssembler
{
    /// <summary>Declarations up to this many lines fit one vector and need no breaks.</summary>
    private const int LongLines = 60;

    /// <summary>The same in UTF-16 units.</summary>
    private const int LongUnits = 3000;

    private readonly SourceFile _file;
    private readonly CancellationToken _cancellationToken;
    private readonly string _text;
    private readonly FileFacts _facts;
    private readonly TreeSitterLanguage _language;
    private readonly NamePool _names = new();
    private readonly List<Entry> _entries;
    private readonly DeclarationBuilder _builder;
    private readonly UseReader _uses;
    private readonly List<int> _fileBreaks = [];
    private readonly List<Stretch> _fileDocs = [];

    private FileAssembler(SourceFile file, string parsed, Grammar grammar, FileFacts facts, CancellationToken cancellationToken)
    {
        _file = file;
        _cancellationToken = cancellationToken;
        _text = file.Text;
        _facts = facts;
        _language = grammar.Language;
        _entries = EntryNesting.Arrange(facts, _language, _text, parsed);
        _facts.Packages.Sort((a, b) => a.Start.CompareTo(b.Start));
        _builder = new DeclarationBuilder(grammar, _text, parsed, facts, _names);
        _uses = new UseReader(_text, facts, _language, _entries, _names);
    }

    /// <param name="file">The file.</param>
    /// <param name="parsed">What the parser was shown of it: signatures are read from there, without the macros that were hidden.</param>
    /// <param name="grammar">Its grammar.</param>
    /// <param name="facts">What the query found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ParsedFile Assemble(SourceFile file, string parsed, Grammar grammar, FileFacts facts, CancellationToken cancellationToken)
        => new FileAssembler(file, parsed, grammar, facts, cancellationToken).Run();

    private ParsedFile Run()
    {
        GiveUsesAndBreaks();
        List<CodeDeclaration> declarations = [];
        foreach (Entry entry in _entries)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _builder.Name(entry);
            if (entry is { IsScope: false, NameText.Length: > 0 })
            {
                entry.Declaration = _builder.Build(entry, _builder.Container);
                declarations.Add(entry.Declaration);
            }
        }

        List<CodeReference> references = _uses.References(declarations);
        _cancellationToken.ThrowIfCancellationRequested();
        return new ParsedFile
        {
            Source = _file,
            Rules = _language,
            Declarations = declarations,
            References = references,
            Imports = _uses.Imports(),
            Variables = _uses.Variables(declarations),
            Documentation = FileDocumentation.Of(_text, _fileDocs, _facts.Trivia, _builder, _language),
            Breaks = _fileBreaks,
            Failures = PartialReading.Failures(_file, _facts),
        };
    }

    private void GiveUsesAndBreaks()
    {
        _uses.GiveToEntries(_fileDocs);
        Sweep sweep = new(_entries);
        foreach (int offset in _facts.Breaks)
        {
            Entry? container = sweep.Innermost(offset);
            if (container is not null && offset == container.Start)
            {
                Give(container.Parent, offset);
            }
            else
            {
                Give(container, offset);
            }
        }
    }

    private void Give(Entry? container, int offset)
    {
        while (container is { IsScope: true })
        {
            container = container.Parent;
        }

        if (container is null)
        {
            _fileBreaks.Add(offset);
        }
        else if (offset > container.Name.End && IsLong(container))
        {
            (container.Breaks ??= []).Add(offset);
        }
    }

    private bool IsLong(Entry entry)
        => entry.End - entry.Start > LongUnits || _file.LineAt(entry.End) - _file.LineAt(entry.Start) > LongLines;
}
