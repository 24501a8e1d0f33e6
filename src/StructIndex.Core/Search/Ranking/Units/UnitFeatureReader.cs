namespace StructIndex;

/// <summary>Reads the features of units under a query.</summary>
internal sealed class UnitFeatureReader
{
    private static readonly float[] s_logarithms = [.. Enumerable.Range(0, 256).Select(count => MathF.Log(1 + count))];

    private readonly QueryContext _context;
    private readonly HashSet<int> _chosen;
    private readonly bool _hasFrames;
    private readonly float _change;

    /// <summary>Reads what is the same for all units.</summary>
    /// <param name="context">The query.</param>
    /// <param name="chosen">The units that the query names, or whose words stand in it as they do in the unit.</param>
    public UnitFeatureReader(QueryContext context, IEnumerable<int> chosen)
    {
        (_context, _chosen) = (context, [.. chosen]);
        _hasFrames = context.Query.Places.Any(place => place.Line > 0);
        bool isReport = context.Query.Kind is QueryKind.Report or QueryKind.Trace, asks = context.Query.Identifiers.Count > 0 && RequestWords.Contains(context.Query.Identifiers[0]);
        _change = isReport || asks ? 1 : 0;
    }

    /// <summary>Number of features of a unit.</summary>
    public static int Width { get; } = Enum.GetValues<UnitFeature>().Length;

    /// <summary>Reads the features of a unit that can be a hit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="row">Takes the features, <see cref="Width"/> of them.</param>
    public void Read(int unit, Span<float> row)
    {
        CodeUnit declared = _context.Contents.Units[unit];
        ReadOnlySpan<int> name = _context.Traits.UnitNameTerms[unit];

        // What is called by its file's name was not given one.
        bool isModule = _context.Traits.Modules.IsModule(unit);
        float cover = isModule ? 0 : _context.Terms.Cover(name), share = cover > 0 ? _context.Terms.Share(name) : 0;
        row[(int)UnitFeature.Fused] = _context.Fusion.Units[unit];
        row[(int)UnitFeature.Dense] = _context.Scores.HasDense ? Math.Max(_context.Fusion.DenseOfUnit(unit), -1) : 0;
        row[(int)UnitFeature.Lexical] = _context.Fusion.LexicalOfUnit(unit);
        row[(int)UnitFeature.NameMatch] = share > 0 ? 2 * cover * share / (cover + share) : 0;
        row[(int)UnitFeature.NameCover] = cover;
        row[(int)UnitFeature.NameLength] = LogarithmOf(name.Length);
        row[(int)UnitFeature.Chosen] = _chosen.Contains(unit) ? 1 : 0;
        row[(int)UnitFeature.Lines] = LogarithmOf(declared.Lines.End - declared.Lines.Start + 1);
        row[(int)UnitFeature.Type] = declared.Kind.IsType() ? 1 : 0;
        row[(int)UnitFeature.Module] = isModule ? 1 : 0;
        row[(int)UnitFeature.ChangeLines] = _change * row[(int)UnitFeature.Lines];
        row[(int)UnitFeature.ChangeType] = _change * row[(int)UnitFeature.Type];
        row[(int)UnitFeature.ChangeModule] = _change * row[(int)UnitFeature.Module];
        row[(int)UnitFeature.ChangeChosen] = _hasFrames ? 0 : _change * row[(int)UnitFeature.Chosen];
    }

    private static float LogarithmOf(int count) => count < s_logarithms.Length ? s_logarithms[count] : MathF.Log(1 + count);
}
