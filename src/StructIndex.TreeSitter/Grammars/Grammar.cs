namespace StructIndex;

/// <summary>A language ready to run: grammar, compiled query, and what each capture and pattern means. Shared by all threads.</summary>
internal sealed class Grammar
{
    private static readonly Dictionary<string, CaptureRole> s_roles = new()
    {
        ["def.signature"] = CaptureRole.Signature,
        ["def.test"] = CaptureRole.Test,
        ["scope"] = CaptureRole.Scope,
        ["scope.type"] = CaptureRole.TypeScope,
        ["package"] = CaptureRole.Package,
        ["wrap"] = CaptureRole.Wrap,
        ["comment"] = CaptureRole.Comment,
        ["attribute"] = CaptureRole.Attribute,
        ["leading"] = CaptureRole.Leading,
        ["doc"] = CaptureRole.Doc,
        ["call"] = CaptureRole.Call,
        ["call.value"] = CaptureRole.CallValue,
        ["new"] = CaptureRole.New,
        ["nothing"] = CaptureRole.Nothing,
        ["pattern"] = CaptureRole.Pattern,
        ["inherit"] = CaptureRole.Inherit,
        ["implement"] = CaptureRole.Implement,
        ["import"] = CaptureRole.Import,
        ["import.all"] = CaptureRole.ImportAll,
        ["import.path"] = CaptureRole.ImportPath,
        ["import.name"] = CaptureRole.ImportName,
        ["import.alias"] = CaptureRole.ImportAlias,
        ["var"] = CaptureRole.Var,
        ["field"] = CaptureRole.Field,
        ["type"] = CaptureRole.Type,
        ["within"] = CaptureRole.Within,
        ["alias"] = CaptureRole.Alias,
        ["element"] = CaptureRole.Element,
        ["value"] = CaptureRole.Value,
        ["it"] = CaptureRole.It,
        ["own"] = CaptureRole.Own,
        ["taken"] = CaptureRole.Taken,
        ["each"] = CaptureRole.Each,
        ["members"] = CaptureRole.Members,
        ["field.alias"] = CaptureRole.FieldAlias,
        ["assigned"] = CaptureRole.Assigned,
        ["assigned.elements"] = CaptureRole.AssignedElements,
        ["assigned.entered"] = CaptureRole.Entered,
        ["global"] = CaptureRole.Global,
        ["merged"] = CaptureRole.Merged,
        ["returned"] = CaptureRole.Returned,
        ["yielded"] = CaptureRole.Yielded,
        ["anonymous"] = CaptureRole.Anonymous,
        ["export"] = CaptureRole.Export,
        ["bare"] = CaptureRole.Bare,
        ["local"] = CaptureRole.Local,
        ["parameter"] = CaptureRole.Parameter,
        ["name"] = CaptureRole.Name,
        ["body"] = CaptureRole.Body,
        ["header"] = CaptureRole.Header,
        ["receiver"] = CaptureRole.Receiver,
        ["visibility"] = CaptureRole.Visibility,
        ["hidden"] = CaptureRole.Hidden,
    };

    private static readonly Dictionary<string, UnitKind> s_kinds = new()
    {
        ["function"] = UnitKind.Function,
        ["method"] = UnitKind.Method,
        ["constructor"] = UnitKind.Constructor,
        ["class"] = UnitKind.Class,
        ["struct"] = UnitKind.Struct,
        ["interface"] = UnitKind.Interface,
        ["trait"] = UnitKind.Trait,
        ["enum"] = UnitKind.Enum,
        ["record"] = UnitKind.Record,
        ["union"] = UnitKind.Union,
        ["alias"] = UnitKind.TypeAlias,
        ["namespace"] = UnitKind.Namespace,
        ["property"] = UnitKind.Property,
        ["event"] = UnitKind.Event,
        ["operator"] = UnitKind.Operator,
        ["macro"] = UnitKind.Macro,
        ["delegate"] = UnitKind.Delegate,
    };

    private readonly CaptureRole[] _roles;
    private readonly UnitKind[] _kinds;
    private readonly QueryPredicate[]?[] _predicates;

    public Grammar(TreeSitterLanguage language, TsLanguage native, string query)
    {
        Language = language;
        Native = native;
        Query = new TsQuery(native, query, language.Name);
        BodyField = native.Field("body");
        _roles = new CaptureRole[Query.CaptureCount];
        _kinds = new UnitKind[_roles.Length];
        for (int i = 0; i < _roles.Length; i++)
        {
            (_roles[i], _kinds[i]) = RoleOf(Query.CaptureName(i), language.Name);
        }

        _predicates = [.. Enumerable.Range(0, Query.PatternCount).Select(pattern => QueryPredicate.Read(Query, pattern, language.Name))];
    }

    public TreeSitterLanguage Language { get; }

    public TsLanguage Native { get; }

    public TsQuery Query { get; }

    /// <summary>Id of the field <c>body</c>; 0 where the grammar has none.</summary>
    public ushort BodyField { get; }

    public CaptureRole RoleOf(uint capture) => _roles[capture];

    public UnitKind KindOf(uint capture) => _kinds[capture];

    /// <summary>Whether the match passes the predicates of its pattern.</summary>
    public bool Accepts(in TsMatch match, string text)
    {
        if (_predicates[match.Pattern] is { } predicates)
        {
            foreach (QueryPredicate predicate in predicates)
            {
                if (!predicate.Accepts(match, text))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static (CaptureRole Role, UnitKind Kind) RoleOf(string capture, string query)
    {
        if (capture[0] == '_')
        {
            return (CaptureRole.Helper, default);
        }

        if (s_roles.TryGetValue(capture, out CaptureRole role))
        {
            return (role, UnitKind.Function);
        }

        return capture.StartsWith("def.", StringComparison.Ordinal) && s_kinds.TryGetValue(capture[4..], out UnitKind kind)
            ? (CaptureRole.Definition, kind)
            : throw new TreeSitterException($"Query '{query}': unknown capture @{capture}.");
    }
}
