namespace StructIndex;

/// <content>Variables: their types, what they are other names for, and what their elements are.</content>
internal sealed partial class UseReader
{
    /// <summary>Longer expressions are no names.</summary>
    private const int MaxAlias = 60;

    /// <summary>Longer expressions give nothing that is known.</summary>
    private const int MaxValue = 200;

    /// <summary>Longer patterns are not taken apart.</summary>
    private const int MaxPattern = 2_000;

    public List<VariableType> Variables(List<CodeDeclaration> declarations)
    {
        Dictionary<string, CodeDeclaration>? types = null;
        List<VariableType> variables = LocalImports();
        for (int i = 0; i < _containers.Length; i++)
        {
            Use use = facts.Uses[i];
            if (use.Detail.IsNone && use.Role is not (CaptureRole.It or CaptureRole.Members))
            {
                continue;
            }

            // A constant that holds a function is not in that function.
            CodeDeclaration? around = DeclarationBuilder.DeclarationAround(_containers[i] is { Kind: UnitKind.Function } container && container.Name.Start == use.Start ? container.Parent : _containers[i]);
            ReadOnlySpan<char> written = use.Detail.In(text);
            switch (use.Role)
            {
                case CaptureRole.Var:
                    Add(variables, names.Get(NameOf(use)), written, around, PartOf(use));
                    break;
                case CaptureRole.Field:
                    Entry? ofType = TypeAround(_containers[i]);
                    CodeDeclaration? scope = ofType is null ? null : TypeOf(ofType, declarations, ref types);
                    if (scope is not null || ofType is null)
                    {
                        // What extends a type of another file is no variable of this one.
                        Add(variables, names.Get(NameOf(use)), written, scope, PartOf(use));
                    }

                    break;
                case CaptureRole.Alias when IsPath(written) && IsMember(use):
                    if (_containers[i] is { IsScope: true, NameText.Length: > 0 } ofObject)
                    {
                        // A function calls its own object by the name alone, other files one at the top by all that holds it.
                        variables.Add(new VariableType(names.Get($"{(around is null ? ofObject.Path : ofObject.NameText)}.{NameOf(use)}"), names.Get($"={written}"), around));
                    }

                    break;
                case CaptureRole.Alias or CaptureRole.Assigned when IsPath(written.TrimStart(':')) && !written.SequenceEqual(NameOf(use)) && (use.Role == CaptureRole.Alias || IsName(NameOf(use))):
                    variables.Add(new VariableType(names.Get(NameOf(use).TrimStart(':')), names.Get($"={written.TrimStart(':')}"), around));
                    break;
                case CaptureRole.Element or CaptureRole.AssignedElements when IsPath(written) && (use.Role == CaptureRole.Element || IsName(NameOf(use))):
                    variables.Add(new VariableType(names.Get(NameOf(use)), names.Get($"={written}[]"), around));
                    break;
                case CaptureRole.Value or CaptureRole.It or CaptureRole.Own:
                    string name = use.Role switch { CaptureRole.It => "it", CaptureRole.Own => language.SelfReceivers[0], _ => names.Get(NameOf(use)) };
                    variables.Add(ValueIn(use, name, written, around));
                    break;
                case CaptureRole.Taken or CaptureRole.Each when NameOf(use).Length <= MaxPattern:
                    variables.AddRange(language.Taken(NameOf(use).ToString(), written.ToString(), use.Role == CaptureRole.Each).Select(taken => ValueIn(use, names.Get(taken.Name), taken.Value, around)));
                    break;
                case CaptureRole.Members when TypeAround(_containers[i]) is { } declaring && TypeOf(declaring, declarations, ref types) is { } declared:
                    foreach ((string member, string type) in language.MembersIn(NameOf(use).ToString()))
                    {
                        Add(variables, names.Get(member), type, declared, part: null);
                    }

                    break;
                case CaptureRole.Anonymous when !Names.SimpleType(written, language).IsEmpty:
                    variables.Add(new VariableType("super", names.Get(Names.SimpleType(written, language)), around));
                    break;
                case CaptureRole.FieldAlias when TypeAround(_containers[i]) is { } assigned && TypeOf(assigned, declarations, ref types) is { } owner:
                    AddField(variables, names.Get(NameOf(use)), names.Get(written), around, owner);
                    break;
                default:
                    break;
            }
        }

        return variables;
    }

    /// <summary>Whether another name is one in an object that is written out: <c>{ load: util.load }</c>.</summary>
    private bool IsMember(in Use use) => use.Detail.Start > use.End && text.AsSpan(use.End, use.Detail.Start - use.End).Trim() is ":" && language.Traits.HasFlag(ScopeTraits.DefaultExports);

    private ReadOnlySpan<char> NameOf(in Use use) => text.AsSpan(use.Start, use.End - use.Start);

    /// <summary>The part in which a variable is known: where that holds its type or value, it begins behind it.</summary>
    private static SourceSpan? PartOf(in Use use)
    {
        bool isInside = use.Within.Start <= use.Detail.Start && use.Detail.End <= use.Within.End && !use.Detail.IsNone;
        return use.Within.IsNone ? null : new SourceSpan(isInside ? use.Detail.End : use.Within.Start, use.Within.End);
    }

    private VariableType ValueIn(in Use use, string name, ReadOnlySpan<char> written, CodeDeclaration? around) =>
        new(name, names.Get(written.Length > MaxValue ? "=" : $"={written}"), around) { Part = PartOf(use) };

    private void Add(List<VariableType> variables, string name, ReadOnlySpan<char> written, CodeDeclaration? scope, SourceSpan? part)
    {
        // A list has the type of none of its elements.
        ReadOnlySpan<char> type = written is ['=', ..] ? written : Names.WithoutReference(written) is ['[', ..] ? "[]" : Names.SimpleType(written, language);
        if (!type.IsEmpty)
        {
            variables.Add(new VariableType(name, names.Get(type), scope) { Part = part });
        }

        ReadOnlySpan<char> element = Names.SimpleType(ElementTypes.Of(written, language), language);
        if (!element.IsEmpty)
        {
            variables.Add(new VariableType(names.Get($"{name}[]"), names.Get(element), scope) { Part = part });
        }
    }

    /// <summary>A field that takes a parameter has its type: <c>self.kind = kind</c>.</summary>
    private static void AddField(List<VariableType> variables, string field, string parameter, CodeDeclaration? around, CodeDeclaration owner)
    {
        foreach (string mark in (string[])["", "[]"])
        {
            if (variables.FindLast(known => known.Name == parameter + mark && ReferenceEquals(known.Scope, around) && known.TypeName[0] != '=') is { Name: not null } typed)
            {
                variables.Add(new VariableType(field + mark, typed.TypeName, owner));
            }
        }
    }

    /// <summary>What a function imports for itself: there the name means the import, whatever the file declares.</summary>
    private List<VariableType> LocalImports()
    {
        List<VariableType> local = [];
        Sweep sweep = new(entries);
        foreach (Import import in facts.Imports.Where(import => import.Role is CaptureRole.Import or CaptureRole.ImportPath).OrderBy(import => import.Module.Start))
        {
            if (DeclarationBuilder.DeclarationAround(sweep.Innermost(import.Module.Start)) is { Kind: UnitKind.Function or UnitKind.Method } around)
            {
                local.AddRange(NamesOf(import).Select(name => name.Alias ?? name.Name).Where(name => name is not (null or "*")).Select(name => new VariableType(name!, "=import", around)));
            }
        }

        return local;
    }

    /// <summary>Whether a text is a name.</summary>
    private static bool IsName(ReadOnlySpan<char> written) => IsPath(written) && !written.Contains('.');

    /// <summary>Whether a text is a name, or names with dots between.</summary>
    private static bool IsPath(ReadOnlySpan<char> written)
    {
        foreach (char c in written)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '$' or '.'))
            {
                return false;
            }
        }

        return written.Length is > 0 and <= MaxAlias && !char.IsAsciiDigit(written[0]);
    }
}
