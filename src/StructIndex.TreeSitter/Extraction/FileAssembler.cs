namespace StructIndex;

/// <summary>Puts what a query found in one file together to a <see cref="ParsedFile"/>.</summary>
internal sealed class FileAssembler
{
    /// <summary>Declarations up to this many lines fit one vector and need no breaks.</summary>
    private const int LongLines = 60;

    /// <summary>The same in UTF-16 units.</summary>
    private const int LongUnits = 3000;

    /// <summary>A receiver longer than this is a whole expression; its beginning tells as much as can be resolved.</summary>
    private const int MaxReceiver = 60;

    private readonly SourceFile _file;
    private readonly string _text;
    private readonly FileFacts _facts;
    private readonly LanguageDefinition _language;
    private readonly NamePool _names = new();
    private readonly List<Entry> _entries;
    private readonly DeclarationBuilder _builder;
    private readonly Entry?[] _holders;
    private readonly List<int> _fileBreaks = [];
    private readonly List<Stretch> _fileDocs = [];

    private FileAssembler(SourceFile file, string parsed, Grammar grammar, FileFacts facts)
    {
        _file = file;
        _text = file.Text;
        _facts = facts;
        _language = grammar.Definition;
        _entries = EntryNesting.Arrange(facts, _language, _text);
        _facts.Packages.Sort((a, b) => a.Start.CompareTo(b.Start));
        _builder = new DeclarationBuilder(grammar, _text, parsed, facts, _names);
        DropReplacedUses(facts.Uses);
        DropDeclaringUses(facts);
        _holders = FindHolders();
    }

    /// <param name="file">The file.</param>
    /// <param name="parsed">What the parser was shown of it: signatures are read from there, without the macros that were hidden.</param>
    /// <param name="grammar">Its grammar.</param>
    /// <param name="facts">What the query found.</param>
    public static ParsedFile Assemble(SourceFile file, string parsed, Grammar grammar, FileFacts facts) => new FileAssembler(file, parsed, grammar, facts).Run();

    private ParsedFile Run()
    {
        GiveUsesAndBreaks();
        List<Declaration> declarations = [];
        foreach (Entry entry in _entries)
        {
            _builder.Name(entry);
            if (entry is { IsScope: false, NameText.Length: > 0 })
            {
                entry.Declaration = _builder.Build(entry, _builder.Container);
                declarations.Add(entry.Declaration);
            }
        }

        return new ParsedFile
        {
            Source = _file,
            Declarations = declarations,
            References = References(declarations),
            Imports = Imports(),
            Variables = Variables(),
            Documentation = FileDocumentation(),
            Breaks = _fileBreaks,
            Failures = _facts.IsCut
                ? [new FileFailure(_file.Path, FileFailureKind.Cut, "The syntax is too deep or too ambiguous to be searched in full; some declarations may be missing.")]
                : [],
        };
    }

    /// <summary>One node captured by two patterns counts once, as the later one says.</summary>
    private static void DropReplacedUses(List<Use> uses)
    {
        uses.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Pattern.CompareTo(b.Pattern));
        int kept = 0;
        for (int i = 0; i < uses.Count; i++)
        {
            bool replaced = i + 1 < uses.Count && uses[i + 1].Start == uses[i].Start && Group(uses[i + 1].Role) == Group(uses[i].Role);
            if (!replaced)
            {
                uses[kept++] = uses[i];
            }
        }

        uses.RemoveRange(kept, uses.Count - kept);

        static int Group(CaptureRole role) => role switch
        {
            CaptureRole.Call or CaptureRole.New or CaptureRole.Nothing => 0,
            CaptureRole.Inherit or CaptureRole.Implement => 1,
            _ => (int)role,
        };
    }

    /// <summary>Where a declaration is written as a call (<c>def add(x)</c>, a type signature that leads it), that is no use of anything.</summary>
    private static void DropDeclaringUses(FileFacts facts)
    {
        List<Trivia> leading = facts.Trivia.FindAll(item => item.Role == CaptureRole.Leading);
        int next = 0;
        facts.Uses.RemoveAll(use =>
        {
            while (next < leading.Count && leading[next].End <= use.Start)
            {
                next++;
            }

            bool leads = next < leading.Count && leading[next].Start <= use.Start;
            return use.Role is CaptureRole.Call or CaptureRole.New && (leads || facts.Entries.ContainsKey(use.Start));
        });
    }

    /// <summary>For each use the innermost entry that holds it.</summary>
    private Entry?[] FindHolders()
    {
        Entry?[] holders = new Entry?[_facts.Uses.Count];
        Sweep sweep = new(_entries);
        for (int i = 0; i < holders.Length; i++)
        {
            holders[i] = sweep.Innermost(_facts.Uses[i].Start);
        }

        return holders;
    }

    private void GiveUsesAndBreaks()
    {
        for (int i = 0; i < _holders.Length; i++)
        {
            Use use = _facts.Uses[i];
            if (use.Role == CaptureRole.Doc)
            {
                Entry? holder = _holders[i];
                if (holder is null or { IsScope: true })
                {
                    _fileDocs.Add(new Stretch(use.Start, use.End));
                }
                else
                {
                    (holder.InnerDocs ??= []).Add(new Stretch(use.Start, use.End));
                }
            }
            else if (use.Role is CaptureRole.Inherit or CaptureRole.Implement && TypeAround(_holders[i]) is { } type)
            {
                type.Implements |= use.Role == CaptureRole.Implement && type.IsScope;
                ReadOnlySpan<char> name = BaseName(use);
                if (!name.IsEmpty && !type.IsScope)
                {
                    (type.Bases ??= []).Add(_names.Get(name));
                }
            }
        }

        Sweep sweep = new(_entries);
        foreach (int offset in _facts.Breaks)
        {
            Entry? holder = sweep.Innermost(offset);
            if (holder is not null && offset == holder.Start)
            {
                Give(holder.Parent, offset);
            }
            else
            {
                Give(holder, offset);
            }
        }
    }

    private void Give(Entry? holder, int offset)
    {
        while (holder is { IsScope: true })
        {
            holder = holder.Parent;
        }

        if (holder is null)
        {
            _fileBreaks.Add(offset);
        }
        else if (offset > holder.Name.End && IsLong(holder))
        {
            (holder.Breaks ??= []).Add(offset);
        }
    }

    private bool IsLong(Entry entry)
        => entry.End - entry.Start > LongUnits || _file.LineAt(entry.End) - _file.LineAt(entry.Start) > LongLines;

    private static Entry? TypeAround(Entry? entry)
    {
        while (entry is not null && !entry.HoldsMethods && entry.Kind != UnitKind.Namespace)
        {
            entry = entry.Parent;
        }

        return entry;
    }

    private ReadOnlySpan<char> BaseName(in Use use)
    {
        ReadOnlySpan<char> written = _text.AsSpan(use.Start, use.End - use.Start);
        int cut = written.IndexOfAny('<', '(', '[');
        return (cut > 0 ? written[..cut] : written).Trim();
    }

    private List<Reference> References(List<Declaration> declarations)
    {
        List<Reference> references = [];
        for (int i = 0; i < _holders.Length; i++)
        {
            Use use = _facts.Uses[i];
            Entry? holder = _holders[i];
            switch (use.Role)
            {
                case CaptureRole.Call or CaptureRole.New:
                    string name = _names.Get(Names.Unquoted(_text.AsSpan(use.Start, use.End - use.Start)));
                    references.Add(new Reference(
                        use.Role == CaptureRole.Call ? ReferenceKind.Call : ReferenceKind.Construct,
                        name,
                        ReceiverText(use.Detail),
                        DeclarationBuilder.DeclarationAround(holder),
                        use.Start));
                    break;
                case CaptureRole.Inherit or CaptureRole.Implement:
                    Entry? type = TypeAround(holder);
                    Declaration? from = type is { IsScope: true } ? TypeNamed(declarations, type.NameText) : type?.Declaration;
                    ReadOnlySpan<char> written = BaseName(use);
                    int last = Names.LastPart(written, _language.Separator);
                    references.Add(new Reference(
                        use.Role == CaptureRole.Inherit ? ReferenceKind.Inherit : ReferenceKind.Implement,
                        _names.Get(written[last..]),
                        last > _language.Separator.Length ? _names.Get(written[..(last - _language.Separator.Length)]) : null,
                        from,
                        use.Start));
                    break;
                default:
                    break;
            }
        }

        return references;
    }

    private string? ReceiverText(Stretch receiver)
    {
        ReadOnlySpan<char> written = receiver.In(_text).Trim().TrimEnd('.');
        return receiver.IsNone || written.IsEmpty ? null : _names.Get(written[..Math.Min(written.Length, MaxReceiver)]);
    }

    private static Declaration? TypeNamed(List<Declaration> declarations, string name)
    {
        string simple = name[(name.LastIndexOf('.') + 1)..];
        return declarations.Find(declaration => (declaration.Kind.IsType() || declaration.Kind == UnitKind.Namespace) && declaration.Name == simple);
    }

    private List<VariableType> Variables()
    {
        List<VariableType> variables = [];
        for (int i = 0; i < _holders.Length; i++)
        {
            Use use = _facts.Uses[i];
            if (use.Role is CaptureRole.Var or CaptureRole.Field && !use.Detail.IsNone)
            {
                ReadOnlySpan<char> type = Names.SimpleType(use.Detail.In(_text), _language);
                if (!type.IsEmpty)
                {
                    Entry? scope = use.Role == CaptureRole.Field ? TypeAround(_holders[i]) : _holders[i];
                    variables.Add(new VariableType(
                        _names.Get(_text.AsSpan(use.Start, use.End - use.Start)),
                        _names.Get(type),
                        DeclarationBuilder.DeclarationAround(scope)));
                }
            }
        }

        return variables;
    }

    private List<ImportedName> Imports()
    {
        List<ImportedName> imports = [];
        foreach (Import import in _facts.Imports)
        {
            if (import.Role == CaptureRole.ImportPath)
            {
                imports.AddRange(ImportPath.Split(import.Module.In(_text), _names));
                continue;
            }

            string module = _names.Get(Names.Module(import.Module.In(_text)));
            string? name = import.Role == CaptureRole.ImportAll ? "*" : import.Name.IsNone ? null : _names.Get(import.Name.In(_text));
            imports.Add(new ImportedName(module, name, import.Alias.IsNone ? null : _names.Get(import.Alias.In(_text))));
        }

        return imports;
    }

    /// <summary>Documentation of the file: a docstring, else the first comments that belong to no declaration and are no licence.</summary>
    private string FileDocumentation()
    {
        if (_fileDocs.Count > 0)
        {
            return DocumentationText.Clean(_text, _fileDocs, _language.DocMarkup);
        }

        List<Stretch> run = [];
        int end = 0;
        for (int i = 0; i < _facts.Trivia.Count && _facts.Trivia[i].Role == CaptureRole.Comment && !_builder.IsTaken(i); i++)
        {
            Trivia item = _facts.Trivia[i];
            ReadOnlySpan<char> gap = _text.AsSpan(end, Math.Max(0, item.Start - end));
            bool headOnly = end == 0 && IsHead(gap);
            if (!gap.IsWhiteSpace() && !headOnly)
            {
                break;
            }

            if (gap.Count('\n') > 1 && run.Count > 0)
            {
                string documentation = DocumentationText.Clean(_text, run, _language.DocMarkup);
                if (documentation.Length > 0 && !DocumentationText.IsLicence(documentation))
                {
                    return documentation;
                }

                run.Clear();
            }

            run.Add(new Stretch(item.Start, item.End));
            end = item.End;
        }

        string last = DocumentationText.Clean(_text, run, _language.DocMarkup);
        return DocumentationText.IsLicence(last) ? "" : last;
    }

    /// <summary>Whether the lines are only what may stand before a file's own comment: an interpreter, a mode, the opening of PHP.</summary>
    private static bool IsHead(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            if (!line.IsWhiteSpace() && line.TrimStart() is not (['#' or '\'' or '"', ..] or ['<', '?', ..]))
            {
                return false;
            }
        }

        return true;
    }
}
