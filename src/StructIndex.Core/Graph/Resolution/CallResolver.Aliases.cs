namespace StructIndex;

/// <content>Names that stand for others.</content>
internal sealed partial class CallResolver
{
    /// <summary>Names that stand for one another are followed so far.</summary>
    public const int MaxAliases = 8;

    /// <summary>What a variable is another name for.</summary>
    private EdgeCertainty Aliased(CodeReference reference)
    {
        if (_depth > MaxAliases || _scope.Aliases.Of(reference.Name, reference.From) is not var (target, scope) || target.EndsWith(']'))
        {
            return EdgeCertainty.Scoped;
        }

        if (target == FileAliases.Import)
        {
            Brought(reference, _names.Number(reference.Name));
            return EdgeCertainty.Scoped;
        }

        int dot = target.LastIndexOf('.');
        CodeReference meant = new(reference.Kind, target[(dot + 1)..], dot < 0 ? null : target[..dot], scope, reference.Offset);
        (List<int> found, EdgeCertainty certainty) = new CallResolver(_scope, _depth + 1, _part).Resolve(meant);
        _found.AddRange(certainty == EdgeCertainty.Scoped ? found : []);
        return EdgeCertainty.Scoped;
    }

    /// <summary>
    /// Whether the values that names take say what is called, in the place of what was guessed by name. Of the functions of other files, for the
    /// sake of which a call is looked at, no variables count.
    /// </summary>
    private bool Follow(CodeReference reference, bool isDeclared)
    {
        bool mayBeValue = reference.Receiver is null ? _scope.Values.IsVariable(reference.Name, reference.From) || _scope.Values.Of(null, reference.Name).Count > 0 || _scope.Imports.Named(reference.Name).Count > 0 || _scope.Rules.SelfReceivers.Contains(reference.Name)
            : _place.Kind != NameScopeKind.External && (isDeclared || reference.Name.Length == 0 || reference.Name == "__class__" || _symbols.ValueNames.Contains(reference.Name));
        if (!mayBeValue)
        {
            return false;
        }

        List<int> called = [];
        int offset = reference.Offset == 0 ? -1 : reference.Offset;
        _values ??= new FunctionValues(_scope, isWhole: _depth == 0);
        if (reference.Receiver is { } receiver && reference.Name.Length > 0)
        {
            _values.AddCalled(receiver, reference.Name, _place, reference.From, offset, called);
        }
        else
        {
            _values.AddCalled(reference.Receiver ?? reference.Name, reference.From, offset, called);
        }

        if (called.Count > 0)
        {
            _found.Clear();
            _found.AddRange(called);
        }

        return called.Count > 0;
    }

    /// <summary>
    /// A member that a type or a base of it has under another name (<c>use Greets { hello as loud; }</c>), or that hands the work on
    /// (<c>delegate :start, to: :engine</c>).
    /// </summary>
    private void Renamed(int type, string name)
    {
        List<int> types = [type];
        for (int at = 0; at < types.Count && types.Count <= MaxAliases && _found.Count == 0 && _depth <= MaxAliases; at++)
        {
            int file = _names.Set.FileOf(types[at]);
            if (_names.Set.DeclarationOf(types[at]) is { } declaration && _symbols.ScopeOf(file) is var scope && scope.Aliases.Has(declaration, name) && scope.Aliases.Of(name, declaration) is var (target, _))
            {
                int dot = target.LastIndexOf('.');
                if (dot < 0)
                {
                    _symbols.In(_scope.File, NameScope.Unit(types[at]), target, _found);
                    continue;
                }

                (List<int> found, EdgeCertainty certainty) = new CallResolver(scope, _depth + 1).Resolve(new CodeReference(CodeReferenceKind.Call, target[(dot + 1)..], target[..dot], declaration, 0));
                _found.AddRange(certainty == EdgeCertainty.Scoped ? found : []);
            }

            types.AddRange(_symbols.Members.BasesOf(types[at]).Where(next => !types.Contains(next)));
        }
    }
}
