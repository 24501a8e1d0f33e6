namespace StructIndex;

/// <summary>Reads uses of names (calls, bases, typed variables, imports) and gives each to the innermost entry that holds it.</summary>
internal sealed partial class UseReader(string text, FileFacts facts, TreeSitterLanguage language, List<Entry> entries, NamePool names)
{
    /// <summary>Of a longer receiver (UTF-16 units) the beginning is kept, which is not resolved.</summary>
    private const int MaxReceiver = 1_000;

    private readonly Entry?[] _containers = FindHolders(facts, text, entries);
    private HashSet<(Entry? Container, string Name)>? _locals;

    /// <summary>
    /// Gives entries their inner documentation, bases and visibilities; documentation that is in none goes to <paramref name="fileDocs"/>.
    /// </summary>
    public void GiveToEntries(List<Stretch> fileDocs)
    {
        for (int i = 0; i < _containers.Length; i++)
        {
            Use use = facts.Uses[i];
            if (use.Role == CaptureRole.Doc)
            {
                Entry? container = _containers[i];
                List<Stretch> docs = container is null or { IsScope: true } ? fileDocs : container.InnerDocs ??= [];
                docs.Add(new Stretch(use.Start, use.End));
            }
            else if (use.Role == CaptureRole.Visibility && _containers[i] is { } section)
            {
                (section.Sections ??= []).Add(new Stretch(use.Start, use.End));
            }
            else if (use.Role == CaptureRole.Hidden && _containers[i] is { } hiding)
            {
                (hiding.Hidden ??= new HashSet<string>(StringComparer.Ordinal)).Add(Names.Unquoted(text.AsSpan(use.Start, use.End - use.Start)).ToString());
            }
            else if (use.Role is CaptureRole.Inherit or CaptureRole.Implement && TypeAround(_containers[i]) is { } type)
            {
                type.Implements |= use.Role == CaptureRole.Implement && type.IsScope;
                ReadOnlySpan<char> name = BaseName(use);
                if (!name.IsEmpty && !type.IsScope)
                {
                    (type.Bases ??= []).Add(names.Get(name));
                }
            }
        }
    }

    public List<CodeReference> References(List<CodeDeclaration> declarations)
    {
        Dictionary<string, CodeDeclaration>? types = null;
        List<CodeReference> references = [];
        for (int i = 0; i < _containers.Length; i++)
        {
            Use use = facts.Uses[i];
            Entry? container = _containers[i];
            switch (use.Role)
            {
                case CaptureRole.Call or CaptureRole.New:
                    references.Add(Called(use, container));
                    break;
                case CaptureRole.CallValue:
                    // What is called has no name of its own: handlers["open"](), make()().
                    references.Add(new CodeReference(CodeReferenceKind.Call, "", ReceiverText(new Stretch(use.Start, use.End)), DeclarationBuilder.DeclarationAround(container), use.End));
                    break;
                case CaptureRole.Bare when TypeAround(container) is not null && !IsLocal(use, container):
                    references.Add(new CodeReference(CodeReferenceKind.Call, names.Get(NameOf(use)), "self", DeclarationBuilder.DeclarationAround(container), use.Start));
                    break;
                case CaptureRole.Inherit or CaptureRole.Implement:
                    Entry? type = TypeAround(container);
                    CodeDeclaration? from = type is null ? null : TypeOf(type, declarations, ref types);
                    ReadOnlySpan<char> written = BaseName(use);
                    int last = Names.LastPart(written, language.Separator);
                    references.Add(new CodeReference(
                        use.Role == CaptureRole.Inherit ? CodeReferenceKind.Inherit : CodeReferenceKind.Implement,
                        names.Get(written[last..]),
                        last > language.Separator.Length ? names.Get(written[..(last - language.Separator.Length)]) : null,
                        from,
                        use.Start));
                    break;
                default:
                    break;
            }
        }

        return references;
    }

    /// <summary>Whether a name is a parameter or variable of a function around it.</summary>
    private bool IsLocal(in Use use, Entry? container)
    {
        _locals ??= [.. Enumerable.Range(0, _containers.Length).Where(i => facts.Uses[i].Role == CaptureRole.Local).Select(i => (_containers[i], NameOf(facts.Uses[i]).ToString()))];
        string name = names.Get(NameOf(use));
        for (Entry? at = container; at is { HoldsMethods: false }; at = at.Parent)
        {
            if (_locals.Contains((at, name)))
            {
                return true;
            }
        }

        return false;
    }

    private CodeReference Called(in Use use, Entry? container)
    {
        CodeReferenceKind kind = use.Role == CaptureRole.Call ? CodeReferenceKind.Call : CodeReferenceKind.Construct;
        ReadOnlySpan<char> written = text.AsSpan(use.Start, use.End - use.Start);
        CodeDeclaration? from = DeclarationBuilder.DeclarationAround(container);
        if (kind == CodeReferenceKind.Construct && use.Detail.IsNone && Names.LastPart(written, language.Separator) is > 0 and var last)
        {
            // %Shop.Box{}: one node for the whole name.
            return new CodeReference(kind, names.Get(written[last..]), ReceiverText(new Stretch(use.Start, use.Start + last - language.Separator.Length)), from, use.Start + last);
        }

        return new CodeReference(kind, language.UsedName(names.Get(Names.Unquoted(written))), ReceiverText(use.Detail), from, use.Start);
    }

    private string? ReceiverText(Stretch receiver)
    {
        ReadOnlySpan<char> written = receiver.In(text).Trim().TrimEnd('.');
        return receiver.IsNone || written.IsEmpty ? null : names.Get(written[..Math.Min(written.Length, MaxReceiver)]);
    }

    public List<ImportedName> Imports() => [.. facts.Imports.SelectMany(NamesOf)];

    private List<ImportedName> NamesOf(Import import)
    {
        if (import.Role == CaptureRole.ImportPath)
        {
            return language.SplitImport(import.Module.In(text), names);
        }

        string module = import.Role == CaptureRole.Export ? "" : names.Get(Names.Module(import.Module.In(text)));
        string? name = import.Role == CaptureRole.ImportAll ? "*" : import.Name.IsNone ? null : names.Get(import.Name.In(text));
        return [new ImportedName(module, name, import.Alias.IsNone ? null : names.Get(import.Alias.In(text)))];
    }

    /// <summary>
    /// The declaration of a type, or of the type that a scope (an <c>impl</c>, an <c>extension</c>) adds to where it is in the file.
    /// </summary>
    private static CodeDeclaration? TypeOf(Entry type, List<CodeDeclaration> declarations, ref Dictionary<string, CodeDeclaration>? types)
        => type is { IsScope: true, NameText.Length: > 0 }
            ? (types ??= TypesByName(declarations)).GetValueOrDefault(type.NameText[(type.NameText.LastIndexOf('.') + 1)..])
            : DeclarationBuilder.DeclarationAround(type);

    private static Dictionary<string, CodeDeclaration> TypesByName(List<CodeDeclaration> declarations)
    {
        Dictionary<string, CodeDeclaration> types = new(StringComparer.Ordinal);
        foreach (CodeDeclaration declaration in declarations)
        {
            if (declaration.Kind.IsType() || declaration.Kind == UnitKind.Namespace)
            {
                types.TryAdd(declaration.Name, declaration);
            }
        }

        return types;
    }

    /// <summary>One node captured by two patterns counts once, as the later one says.</summary>
    private static void DropReplaced(List<Use> uses)
    {
        uses.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Pattern.CompareTo(b.Pattern));
        int kept = 0;
        for (int i = 0; i < uses.Count; i++)
        {
            // What a call gives may be called again at once.
            bool replaced = i + 1 < uses.Count && uses[i + 1].Start == uses[i].Start && Group(uses[i + 1].Role) == Group(uses[i].Role) && uses[i].Role != CaptureRole.CallValue;
            if (!replaced)
            {
                uses[kept++] = uses[i];
            }
        }

        uses.RemoveRange(kept, uses.Count - kept);

        static int Group(CaptureRole role) => role switch
        {
            CaptureRole.Call or CaptureRole.New or CaptureRole.Nothing or CaptureRole.Bare => 0,
            CaptureRole.Inherit or CaptureRole.Implement => 1,
            CaptureRole.It or CaptureRole.Own => 2,
            _ => (int)role,
        };
    }

    /// <summary>
    /// Where a declaration is written as a call (<c>def add(x)</c>, a type signature that leads it), that is no use of anything.
    /// </summary>
    private static void DropDeclaring(FileFacts facts)
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

    /// <summary>What a pattern names is taken apart there, not made.</summary>
    private static void DropTakenApart(FileFacts facts)
    {
        facts.Patterns.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        int next = 0, end = 0;
        facts.Uses.RemoveAll(use =>
        {
            for (; next < facts.Patterns.Count && facts.Patterns[next].Start <= use.Start; next++)
            {
                end = Math.Max(end, facts.Patterns[next].End);
            }

            return use.Role == CaptureRole.New && use.Start < end;
        });
    }

    /// <summary>In a function, the name of a parameter calls what the function is given. Uses come in order of their start.</summary>
    private static void DropGiven(FileFacts facts, string text)
    {
        Dictionary<string, int> ends = new(StringComparer.Ordinal);
        var ending = ends.GetAlternateLookup<ReadOnlySpan<char>>();
        facts.Uses.RemoveAll(use =>
        {
            ReadOnlySpan<char> name = use.Role is CaptureRole.Parameter or CaptureRole.Call ? text.AsSpan(use.Start, use.End - use.Start) : [];
            if (use.Role == CaptureRole.Parameter)
            {
                // Functions hold each other or stand apart, so the one that ends last tells for all that began before.
                ending[name] = Math.Max(ending.TryGetValue(name, out int known) ? known : 0, use.Detail.End);
            }

            return use.Role == CaptureRole.Parameter || (use.Role == CaptureRole.Call && use.Detail.IsNone && ends.Count > 0 && ending.TryGetValue(name, out int end) && use.End <= end);
        });
    }

    /// <summary>For each use the innermost entry that holds it.</summary>
    private static Entry?[] FindHolders(FileFacts facts, string text, List<Entry> entries)
    {
        DropReplaced(facts.Uses);
        DropDeclaring(facts);
        DropTakenApart(facts);
        DropGiven(facts, text);
        Entry?[] containers = new Entry?[facts.Uses.Count];
        Sweep sweep = new(entries);
        for (int i = 0; i < containers.Length; i++)
        {
            containers[i] = sweep.Innermost(facts.Uses[i].Start);
        }

        return containers;
    }

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
        ReadOnlySpan<char> written = text.AsSpan(use.Start, use.End - use.Start);
        int cut = written.IndexOfAny('<', '(', '[');
        return (cut > 0 ? written[..cut] : written).Trim();
    }
}
