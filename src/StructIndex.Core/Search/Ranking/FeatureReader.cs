namespace StructIndex;

/// <summary>Reads the features of files under a query. All that is slow was done before (<see cref="FileTraits"/>); only a hundred files are looked at.</summary>
internal sealed class FeatureReader
{
    private readonly RankInput _input;
    private readonly FusedRanking _fused;
    private readonly QueryTerms _terms;
    private readonly LegFeatures _legs;
    private readonly Definitions _definitions;
    private readonly JointCoverage _joint;
    private readonly Verbatim _verbatim;

    public FeatureReader(RankInput input, FusedRanking fused, QueryTerms terms)
    {
        (_input, _fused, _terms) = (input, fused, terms);
        _definitions = new Definitions(input.Contents, input.Intent);
        _legs = new LegFeatures(input, fused);
        _joint = JointCoverage.Of(input);
        _verbatim = new Verbatim(input);
    }

    /// <summary>The features of the files that a ranker should look at: the best of the fused legs, and those that declare what is named.</summary>
    public FeatureTable Read()
    {
        FeatureTable table = new(Candidates());
        for (int i = 0; i < table.Files.Length; i++)
        {
            int file = table.Files[i], defined = _definitions.Of(file).Unit, unit = defined >= 0 || _verbatim.OfFile(file).Share == 0 ? defined : _verbatim.OfFile(file).Unit;
            table.IsNamed[i] = unit >= 0 && _input.Evidence.IsAllowed(unit);
            table.Shown[i] = table.IsNamed[i] ? unit : _fused.BestUnit(_input.Contents.FileStarts[file], _input.Contents.FileStarts[file + 1]);
        }

        CoverageFeatures.Read(_input, table);
        NameFeatures names = new(_input, _terms);
        DeclaredFeatures.Read(_input, _terms, table);
        for (int i = 0; i < table.Files.Length; i++)
        {
            (int file, int shown) = (table.Files[i], table.Shown[i]);
            Span<float> row = table.Row(i);
            _legs.Read(file, shown, row);
            names.Read(file, shown, row);
            _input.Traits.Fixed.Read(file, _input.Intent.Asks, row);
            row[(int)RankFeature.OldVersion] *= row[(int)RankFeature.OldVersion] > 0 ? Outdated(file) : 1;
            ReadDefinitions(_definitions.Of(file), row);
            row[(int)RankFeature.Verbatim] = _verbatim.OfFile(file).Share;

            // The features stay those of the unit that answers best by itself: a file must not lose by what its neighbours add.
            (int unit, table.Joint[i]) = _joint.OfFile(file);
            table.Shown[i] = table.Joint[i] > 0 ? unit : shown;
        }

        return table;
    }

    private int[] Candidates()
    {
        List<int> files = _fused.BestFiles(leaveOut: null, RankConstants.Candidates);
        int[] named = [.. _definitions.Files.Where(_fused.Counts).Order(), .. _joint.BestFiles(RankConstants.JointCandidates)];
        return named.Length == 0 ? [.. files] : [.. files.Union(named)];
    }

    // How far a file of an older version is not what is asked for.
    private int Outdated(int file)
    {
        string path = _input.Contents.PathOf(file);
        int[] named = VersionFolders.NamedIn(_input.Text);
        return VersionFolders.Of(path).Any(entry => named.Contains(entry.Version)) ? 0
            : _definitions.Of(file).Fit > 0 && _definitions.Files.Any(other => _definitions.Of(other).Fit > 0 && VersionFolders.IsNewer(_input.Contents.PathOf(other), path)) ? 2
            : 1;
    }

    private void ReadDefinitions(FileDefinitions defined, Span<float> row)
    {
        bool bare = _input.Intent.Kind == QueryKind.Symbol;
        row[(int)RankFeature.DefinesType] = defined.Type ? 1 : 0;
        row[(int)RankFeature.DefinesFunction] = defined.Function ? 1 : 0;
        row[(int)RankFeature.DefinesTypeBare] = defined.Type && bare ? 1 : defined.Implements;
        row[(int)RankFeature.DefinesFunctionBare] = defined.Function && bare ? 1 : 0;
        row[(int)RankFeature.NamedPath] = defined.IsNamed ? 1 : 0;
    }
}
