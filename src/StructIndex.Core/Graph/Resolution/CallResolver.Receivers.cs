namespace StructIndex;

/// <content>Calls of members.</content>
internal sealed partial class CallResolver
{
    private EdgeCertainty WithReceiver(CodeReference reference, string receiver, int name)
    {
        NameScope place = _place = ReceiverResolver.Find(_scope, receiver, reference.Name, reference.From, _part, _depth);
        IsExternal = place.Kind == NameScopeKind.External;
        if (place.IsKnown)
        {
            NameScope inner = _symbols.In(_scope.File, place, reference.Name, _found);
            if (_found.Count == 0 && place.Kind == NameScopeKind.Unit)
            {
                Renamed(place.Index, reference.Name);
            }

            if (_found.Count == 0 && place.Kind == NameScopeKind.Unit && _scope.Rules.MakesValue(reference.Name, _symbols.Unit(place.Index).Kind))
            {
                _found.Add(place.Index);
            }

            return _found.Count > 0 || inner.IsKnown ? place.Certainty : Extension(reference, name);
        }

        if (_scope.Rules.Has(ScopeTraits.DefaultExports) && _scope.Aliases.Of($"{receiver}.{reference.Name}", reference.From) is not null)
        {
            return Aliased(reference with { Name = $"{receiver}.{reference.Name}", Receiver = null });
        }

        if (place.Kind == NameScopeKind.External || name < 0)
        {
            return Extension(reference, name);
        }

        // An object written out in the file itself: its functions say its name as their container.
        SymbolFinder.Add(
            _names.ByFile.Of(name, _scope.File),
            (Resolver: this, Receiver: receiver, reference.From),
            static (at, unit) => at.Resolver.IsObject(at.Resolver._symbols.Unit(unit).Container, at.Receiver, at.From),
            _found);
        if (_found.Count > 0)
        {
            return EdgeCertainty.Scoped;
        }

        if (_scope.Rules.Has(ScopeTraits.NoMethods) || _scope.Rules.IsWellKnown(reference.Name))
        {
            return EdgeCertainty.NameOnly;
        }

        ByName(reference, name);
        return EdgeCertainty.NameOnly;
    }

    private bool IsObject(string container, string receiver, CodeDeclaration? from)
    {
        for (CodeDeclaration? at = _scope.Rules.SelfReceivers.Contains(receiver) ? from : null; at is not null; at = at.Parent)
        {
            if (container.Length > 0 && at.Container == container)
            {
                return true;
            }
        }

        return container.Length > 0 && (container == receiver || container.EndsWith("." + receiver, StringComparison.Ordinal));
    }
}
