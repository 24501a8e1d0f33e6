namespace StructIndex;

/// <summary>Puts what a query found in one file together to a <see cref="ParsedFile"/>.</summary>
internal sealed class FileAssembler
{
    /// <summary>Declarations up to this many lines fit one vector and need no breaks.</summary>
    public const int LongLines = 60;

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
    private readonly string? _component;

    private FileAssembler(SourceFile file, string parsed, TreeSitterLanguage language, FileFacts facts, CancellationToken cancellationToken)
    {
        _file = file;
        _cancellationToken = cancellationToken;
        _text = file.Text;
        _facts = facts;
        _language = language;
        _component = _language.ComponentName(file);
        AddComponent();
        _entries = EntryNesting.Arrange(facts, _language, _text, parsed);
        _facts.Packages.Sort((a, b) => a.Start.CompareTo(b.Start));
        _builder = new DeclarationBuilder(language, _text, parsed, facts, _names);
        _uses = new UseReader(_text, facts, _language, _entries, _names);
    }

    /// <param name="file">The file.</param>
    /// <param name="parsed">What the parser was shown of it: signatures are read from there, without the macros that were hidden.</param>
    /// <param name="language">Its language.</param>
    /// <param name="facts">What the query found.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ParsedFile Assemble(SourceFile file, string parsed, TreeSitterLanguage language, FileFacts facts, CancellationToken cancellationToken)
        => new FileAssembler(file, parsed, language, facts, cancellationToken).Run();

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
            Imports = _component is null ? _uses.Imports() : [.. _uses.Imports(), new ImportedName("", _component, "default")],
            Variables = _uses.Variables(declarations),
            Values = _uses.Values(),
            Documentation = FileDocumentation.Of(_text, _fileDocs, _facts.Trivia, _builder, _language),
            Breaks = _fileBreaks,
            Failures = PartialReading.Failures(_file, _facts),
        };
    }

    /// <summary>Adds the type that holds all of the file, with the comment at its head as documentation.</summary>
    private void AddComponent()
    {
        if (_component is null)
        {
            return;
        }

        _facts.Entries.Add(-1, new Entry
        {
            Role = CaptureRole.Definition,
            Kind = UnitKind.Class,
            Pattern = 0,
            Start = 0,
            HeaderStart = 0,
            End = _text.Length,
            Name = new Stretch(0, 0),
            GivenName = _component,
            Body = Stretch.None,
            Receiver = Stretch.None,
            InnerDocs = HeadComment() is { IsNone: false } comment ? [comment] : null,
        });
    }

    /// <summary>The comment that a file begins with, where it is no licence.</summary>
    private Stretch HeadComment()
    {
        ReadOnlySpan<char> head = _text.AsSpan().TrimStart();
        foreach ((string open, string close) in _language.Comments.Blocks)
        {
            int length = head.StartsWith(open, StringComparison.Ordinal) ? head.IndexOf(close, StringComparison.Ordinal) + close.Length : 0;
            if (length > open.Length && !DocumentationText.IsLicence(head[..length].ToString()))
            {
                return new Stretch(_text.Length - head.Length, _text.Length - head.Length + length);
            }
        }

        return Stretch.None;
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
