namespace StructIndex;

/// <summary>Reads the features of files under a query. All that is slow was done before (<see cref="FileTraits"/>); only a hundred files are looked at.</summary>
internal sealed class FeatureReader
{
    private readonly QueryContext _context;
    private readonly RetrieverFeatures _retrievers;
    private readonly Definitions _definitions;
    private readonly JointCoverage _joint;
    private readonly PhraseMatches _phrases;
    private readonly WholeFileFeatures _wholes;
    private readonly FileRoles _requested;
    private readonly int[] _versions;

    // Nothing but a name or a path, or stack frames: what is named is meant.
    private readonly bool _isPlace;

    public FeatureReader(QueryContext context)
    {
        _context = context;

        // Only the first asks for what the context makes when it is asked: the scores on one scale.
        (RetrieverFeatures? retrievers, Definitions? definitions, JointCoverage? joint, PhraseMatches? phrases, WholeFileFeatures? wholes) = (null, null, null, null, null);
        LargeWork.Both(
            context.Contents.Units.Count,
            () => retrievers = new RetrieverFeatures(context),
            () => (definitions, joint, phrases, wholes) = (new Definitions(context.Contents, context.Traits, context.Query), JointCoverage.Of(context), new PhraseMatches(context), new WholeFileFeatures(context)));
        (_retrievers, _definitions, _joint, _phrases, _wholes) = (retrievers!, definitions!, joint!, phrases!, wholes!);
        _requested = RequestedRoles.Of(context.Query);
        _versions = VersionFolders.NamedIn(context.Query.Text);
        _isPlace = context.Query.Kind is QueryKind.Symbol or QueryKind.Path || context.Query.Places.Any(place => place.Line > 0);
    }

    /// <summary>The features of the files that a ranker should look at: the best of both retrievers, those that hold most of the words somewhere, and those that declare what is named.</summary>
    public FeatureTable Read()
    {
        FeatureTable table = new(Candidates());
        for (int i = 0; i < table.Files.Length; i++)
        {
            int file = table.Files[i], defined = _definitions.Of(file).Unit, unit = defined >= 0 ? defined : PhraseIn(file);
            table.IsNamed[i] = unit >= 0 && _context.Scores.IsAllowed(unit);
            table.IsMeant[i] = table.IsNamed[i] && (defined < 0 || _definitions.Of(file).Named > 0 || _isPlace);
            table.Shown[i] = table.IsNamed[i] ? unit : _context.Fusion.BestUnit(_context.Contents.FileStarts[file], _context.Contents.FileStarts[file + 1]);
        }

        CoverageFeatures.Read(_context, table);
        DeclaredFeatures.Read(_context, table);
        for (int i = 0; i < table.Files.Length; i++)
        {
            (int file, int shown) = (table.Files[i], table.Shown[i]);
            Span<float> row = table.Row(i);
            _retrievers.Read(file, shown, row);
            NameFeatures.Read(_context, file, shown, row);
            _context.Traits.Fixed.Read(file, _requested, row);
            row[(int)RankFeature.OldVersion] *= row[(int)RankFeature.OldVersion] > 0 ? Outdated(file) : 1;
            ReadDefinitions(_definitions.Of(file), row);
            row[(int)RankFeature.Verbatim] = _phrases.OfFile(file).Share;

            // The features stay those of the unit that answers best by itself: a file must not lose by what its neighbours add.
            (int unit, table.Joint[i]) = _joint.OfFile(file);
            table.Shown[i] = table.Joint[i] > 0 ? unit : shown;
        }

        _wholes.Read(table);
        QueryFacts.Read(_context, table);
        return table;
    }

    // Tests say what they test in the words of a question.
    private int PhraseIn(int file)
    {
        (int unit, float share) = _phrases.OfFile(file);
        return share > 0 && (_context.Contents.Units[unit].Role != UnitRole.Test || _requested.HasFlag(FileRoles.Test)) ? unit : -1;
    }

    private int[] Candidates()
    {
        List<int> files = _context.Fusion.BestFiles(leaveOut: null, RankConstants.Candidates);
        files.AddRange(_wholes.Best(RankConstants.PlainCandidates).Where(file => _context.Fusion.Counts(file)).Except(files));
        int[] named = [.. _definitions.Files.Where(_context.Fusion.Counts).Order(), .. _joint.BestFiles(RankConstants.JointCandidates)];
        return named.Length == 0 ? [.. files] : [.. files.Union(named)];
    }

    // How far a file of an older version is not what is asked for.
    private int Outdated(int file)
    {
        string path = _context.Contents.PathOf(file);
        return VersionFolders.Of(path).Any(entry => _versions.Contains(entry.Version)) ? 0
            : _definitions.Of(file).Fit > 0 && _definitions.Files.Any(other => _definitions.Of(other).Fit > 0 && VersionFolders.IsNewer(_context.Contents.PathOf(other), path)) ? 2
            : 1;
    }

    private void ReadDefinitions(FileDefinitions defined, Span<float> row)
    {
        bool bare = _context.Query.Kind == QueryKind.Symbol;
        row[(int)RankFeature.DefinesType] = defined.Type ? 1 : 0;
        row[(int)RankFeature.DefinesFunction] = defined.Function ? 1 : 0;
        row[(int)RankFeature.DefinesTypeBare] = defined.Type && bare ? 1 : defined.Implements;
        row[(int)RankFeature.DefinesFunctionBare] = defined.Function && bare ? 1 : 0;
        row[(int)RankFeature.NamedPath] = defined.Named;
    }
}
