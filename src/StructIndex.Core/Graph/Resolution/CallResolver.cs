namespace StructIndex;

/// <summary>
/// Finds what calls mean by what the syntax of the file and its imports shows; without that, by a name that only one declaration has.
/// </summary>
internal sealed partial class CallResolver
{
    private readonly FileScope _scope;
    private readonly SymbolFinder _symbols;
    private readonly UnitNames _names;
    private readonly List<int> _found = [];
    private readonly int _depth;
    private readonly int _around;
    private int _part;
    private FunctionValues? _values;
    private NameScope _place;

    /// <summary>Makes a resolver of one file's calls. Used by one thread.</summary>
    /// <param name="scope">The file.</param>
    /// <param name="depth">How many calls deep this one is looked at for the sake of another.</param>
    /// <param name="part">The closure around calls that have no offset of their own; see <see cref="FileScope.PartAt"/>.</param>
    public CallResolver(FileScope scope, int depth = 0, int part = WrittenTypes.Whole)
    {
        _around = part;
        _depth = depth;
        _scope = scope;
        _symbols = scope.Symbols;
        _names = scope.Symbols.Names;
    }

    /// <summary>Whether the last reference is known to mean none of the code base's own.</summary>
    public bool IsExternal { get; private set; }

    /// <summary>Whether the last reference calls what was handed on as a value, so that its name says nothing of it.</summary>
    public bool IsValue { get; private set; }

    /// <summary>The units a reference may mean, and how that is known. The list is used again by the next call.</summary>
    public (List<int> Found, EdgeCertainty Certainty) Resolve(CodeReference reference)
    {
        _found.Clear();
        IsExternal = IsValue = false;
        _place = NameScope.Unknown;
        _part = reference.Offset == 0 ? _around : _scope.PartAt(reference.Offset);
        if (ConstructorCalls.Add(_scope, reference, _found))
        {
            return (_found, EdgeCertainty.Scoped);
        }

        if (reference is { Name: "super", Receiver: null, From: { } caller })
        {
            // In Ruby the method of the base by the name of the one that says so.
            reference = reference with { Name = caller.Name, Receiver = "super" };
        }

        int name = _names.Number(reference.Name);
        bool isDeclared = name >= 0 && !_names.ByFamily.Of(name, _names.Families[_scope.File]).IsEmpty;
        EdgeCertainty certainty = !isDeclared && reference.Receiver is null && _scope.Imports.Named(reference.Name).Count == 0 && !_scope.Aliases.Has(reference.Name) && !_scope.Rules.Has(ScopeTraits.BareCalls)
            ? EdgeCertainty.Scoped
            : reference.Receiver is { Length: > 0 } receiver
                ? reference.Name.Length == 0 ? EdgeCertainty.Scoped : WithReceiver(reference, receiver, name)
                : Bare(reference, name);
        if (_depth <= MaxAliases && _scope.Rules.Has(ScopeTraits.FunctionValues) && (_found.Count == 0 || certainty == EdgeCertainty.NameOnly) && Follow(reference, isDeclared))
        {
            (certainty, IsExternal, IsValue) = (EdgeCertainty.Scoped, false, true);
        }

        if (_found.Count > 0)
        {
            _found.RemoveAll(unit => !_scope.Rules.CanBeCalled(_symbols.Unit(unit).Kind, reference.Kind));
            if (reference is { Kind: CodeReferenceKind.Construct, Offset: > 0 } && _scope.Rules.FactoryMember is { } member)
            {
                ToFactories(reference, member);
            }
        }

        return (_found, certainty);
    }

    private EdgeCertainty Bare(CodeReference reference, int name)
    {
        if (reference.Kind == CodeReferenceKind.Construct && !Nested(reference.From, name) && TypeResolver.Simple(_scope, reference.Name, reference.From, isQualified: false) is { Kind: NameScopeKind.Unit } made)
        {
            _found.Add(made.Index);
            return made.Certainty;
        }

        bool complete = true;
        if (_found.Count == 0 && !Nested(reference.From, name) && _scope.Rules.Has(ScopeTraits.Shadowing) && _scope.IsLocal(reference.Name, reference.From, _part))
        {
            return Aliased(reference);
        }

        if (_found.Count == 0 && _scope.Rules.Has(ScopeTraits.FunctionValues) && _scope.Values.IsVariable(reference.Name, reference.From))
        {
            return EdgeCertainty.Scoped;
        }

        if (_found.Count > 0 || OfClosures(reference, name) || Inherited(reference, name, ref complete) || Visible(reference, name))
        {
            return EdgeCertainty.Scoped;
        }

        if (_scope.Aliases.Of(reference.Name, reference.From) is not null)
        {
            return Aliased(reference);
        }

        if (_scope.Rules.Has(ScopeTraits.Strict))
        {
            return EdgeCertainty.Scoped;
        }

        if (TypeResolver.Simple(_scope, reference.Name, reference.From, isQualified: false) is { Kind: NameScopeKind.Unit } type)
        {
            _found.Add(type.Index);
            return type.Certainty;
        }

        if (_scope.Rules.IsWellKnown(reference.Name) || _scope.Imports.Named(reference.Name).Count > 0)
        {
            return EdgeCertainty.Scoped;
        }

        SymbolFinder.Add(
            _names.ByFamily.Of(name, _names.Families[_scope.File]),
            (Symbols: _symbols, Any: _scope.Rules.Has(ScopeTraits.ImplicitReceiver) && !complete),
            static (at, unit) => (at.Any || at.Symbols.IsTop(unit)) && at.Symbols.Unit(unit).Kind != UnitKind.Property,
            _found);
        if (_scope.Rules.Has(ScopeTraits.Includes))
        {
            _found.RemoveAll(unit => Prototypes.IsOfAnotherFile(_symbols, _scope, unit));
        }
        else if (_found.Count > 1 && _scope.Rules.Has(ScopeTraits.Packages) && !_scope.Rules.Has(ScopeTraits.Global))
        {
            // One of several modules that are not imported here: more likely a library's.
            _found.Clear();
        }

        return EdgeCertainty.NameOnly;
    }

    /// <summary>Functions declared in the functions around the call.</summary>
    private bool Nested(CodeDeclaration? from, int name)
    {
        for (CodeDeclaration? at = from; at is not null && _found.Count == 0; at = at.Parent)
        {
            if (!UnitBodies.IsContainer(at.Kind))
            {
                SymbolFinder.Add(
                    _names.ByFile.Of(name, _scope.File),
                    (Resolver: this, Around: at),
                    static (at, unit) => at.Resolver._names.Set.DeclarationOf(unit)!.Parent == at.Around && !ObjectMembers.Contains(at.Resolver._symbols, unit),
                    _found);
            }
        }

        return _found.Count > 0;
    }

    /// <summary>Members of the types around the call and of their bases, where the language sees them without a receiver.</summary>
    private bool Inherited(CodeReference reference, int name, ref bool complete)
    {
        bool isRenamed = _scope.Rules.Has(ScopeTraits.BareCalls);
        if (!_scope.Rules.Has(ScopeTraits.ImplicitReceiver) || (name < 0 && !isRenamed))
        {
            return false;
        }

        int last = -1;
        for (CodeDeclaration? at = reference.From; at is not null && _found.Count == 0; at = at.Parent)
        {
            if (_scope.AnonymousBase(at) is { } extended && TypeResolver.Find(_scope, extended, at.Parent) is { Kind: NameScopeKind.Unit, Index: var of })
            {
                complete &= _symbols.Members.Find(of, name, skipOwn: false, _found);
            }

            int type = _found.Count > 0 ? -1 : _scope.TypeAround(at);
            if (type >= 0 && type != last)
            {
                complete &= _symbols.Members.Find(type, name, skipOwn: false, _found);
                if (_found.Count == 0 && isRenamed)
                {
                    Renamed(type, reference.Name);
                }

                last = type;
            }
        }

        return _found.Count > 0;
    }

    /// <summary>What the file declares at its top, imports, or sees of its package, folder and headers.</summary>
    private bool Visible(CodeReference reference, int name)
    {
        // A function of another namespace in the file is not seen without its name, nor are methods that stand outside their type.
        SymbolFinder.Add(
            _names.ByFile.Of(name, _scope.File),
            (Scope: _scope, reference.From),
            static (at, unit) => at.Scope.Symbols.IsTop(unit) && at.Scope.IsAround(at.Scope.Symbols.Unit(unit).Container, at.From) && !ObjectMembers.Contains(at.Scope.Symbols, unit),
            _found);

        if (_found.Count > 0)
        {
            return true;
        }

        return Brought(reference, name);
    }

    private bool Brought(CodeReference reference, int name)
    {
        IReadOnlyList<ImportedName> imports = _scope.Imports.Named(reference.Name);
        foreach (ImportedName import in imports)
        {
            NameScope place = _symbols.Imported(_scope.File, import, _found);
            if (_found.Count == 0 && place is { Kind: NameScopeKind.File, Index: >= 0 } && _scope.Rules.Has(ScopeTraits.DefaultExports))
            {
                // A module itself is not called: what it exports as default is, here or where it was imported and handed on.
                _symbols.Default(place, _found);
                if (_found.Count == 0)
                {
                    _symbols.In(_scope.File, place, import.Name ?? reference.Name, _found);
                }
            }
        }

        if (_found.Count > 0 || (imports.Count > 0 && _scope.Rules.Has(ScopeTraits.Strict)))
        {
            IsExternal = _found.Count == 0;
            return true;
        }

        if (name >= 0)
        {
            AddFrom(_scope.Everything, reference.Name);
            AddOpened(reference.Name);
        }

        return _found.Count > 0 || InPackage(reference.From, name) || InFolder(name) || InHeaders(name) || Injected(reference.Name, name);
    }

    private void AddFrom(NameScope[] modules, string name)
    {
        foreach (NameScope module in modules)
        {
            _symbols.In(_scope.File, module, name, _found);
        }
    }

    private void AddOpened(string name)
    {
        foreach ((string module, string type) in _scope.Imports.Opened)
        {
            if (_found.Count > 0)
            {
                return;
            }

            _symbols.In(_scope.File, _symbols.Modules.Find(_scope.File, module), name, _found);
            _found.RemoveAll(unit => _symbols.ContainingTypeName(unit) != type);
        }
    }

    private bool InPackage(CodeDeclaration? from, int name)
    {
        if (!_scope.Rules.Has(ScopeTraits.Packages))
        {
            return false;
        }

        foreach (ReadOnlySpan<char> container in _scope.ContainersAround(from))
        {
            _symbols.AddTops(_names.ByContainer.Of(name, _names.Number(container)), _scope.File, _found);
            if (_found.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool InFolder(int name)
    {
        if (_scope.Rules.Has(ScopeTraits.FolderPackages))
        {
            _symbols.AddTops(_names.ByDirectory.Of(name, _names.DirectoryOf(_scope.File)), _scope.File, _found);
        }

        return _found.Count > 0;
    }

    /// <summary>A function whose file has the name of an included header, or is in the same folder.</summary>
    private bool InHeaders(int name)
    {
        if (!_scope.Rules.Has(ScopeTraits.Includes))
        {
            return false;
        }

        ReadOnlySpan<int> named = _names.ByFamily.Of(name, _names.Families[_scope.File]);
        SymbolFinder.Add(named, _scope, static (at, unit) => at.Symbols.IsTop(unit) && at.Headers.Contains(CodeFiles.Stem(at.Symbols.Unit(unit).Path)) && !Prototypes.IsOfAnotherFile(at.Symbols, at, unit), _found);
        if (_found.Count == 0)
        {
            SymbolFinder.Add(named, _scope, static (at, unit) => at.Symbols.IsTop(unit) && at.Symbols.Names.DirectoryOf(at.Symbols.Names.Set.FileOf(unit)) == at.Symbols.Names.DirectoryOf(at.File) && !Prototypes.IsOfAnotherFile(at.Symbols, at, unit), _found);
        }

        return _found.Count > 0;
    }

    /// <summary>
    /// What a macro of this file writes into the modules that use it, and what the modules used here import for their users.
    /// </summary>
    private bool Injected(string name, int number)
    {
        if (!_scope.Rules.Has(ScopeTraits.AbsoluteModules) || number < 0)
        {
            return false;
        }

        SymbolFinder.Add(_names.ByFile.Of(number, _scope.File), _symbols, static (symbols, unit) => symbols.IsInMacro(unit), _found);
        int hook = _names.Number("__using__");
        List<int> used = [];
        foreach (ImportedName import in _found.Count == 0 && hook >= 0 ? _scope.Parsed.Imports : [])
        {
            used.Clear();
            _symbols.Imported(_scope.File, import, used);
            foreach (int file in used.Select(_names.Set.FileOf).Where(file => !_names.ByFile.Of(hook, file).IsEmpty))
            {
                AddFrom(_symbols.ScopeOf(file).Everything, name);
                SymbolFinder.Add(_names.ByFile.Of(number, file), _symbols, static (symbols, unit) => symbols.IsInMacro(unit), _found);
            }
        }

        return _found.Count > 0;
    }
}
