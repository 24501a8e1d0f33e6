namespace StructIndex;

/// <content>Names that stand for others.</content>
internal sealed partial class CallResolver
{
    /// <summary>Names that stand for one another are followed so far.</summary>
    private const int MaxAliases = 8;

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

    /// <summary>A member that a type has under another name: <c>use Greets { hello as loud; }</c>.</summary>
    private void Renamed(NameScope type, string name)
    {
        int file = _names.Set.FileOf(type.Index);
        if (_names.Set.DeclarationOf(type.Index) is { } declaration && _symbols.ScopeOf(file).Aliases is { } aliases && aliases.Has(declaration, name) && aliases.Of(name, declaration) is var (target, _))
        {
            _symbols.In(_scope.File, type, target, _found);
        }
    }
}
