namespace StructIndex;

/// <summary>Which split a package belongs to: all packages of a project to the same.</summary>
internal sealed class ProjectSplits
{
    private const int Steps = 10_000;
    private readonly Dictionary<string, CorpusSplit> _named = new(StringComparer.Ordinal);
    private readonly double _share;

    public ProjectSplits(MiningOptions options)
    {
        _share = options.HeldOut.Count == 0 ? options.HeldOutShare : 0;
        foreach ((string project, CorpusSplit split) in options.HeldOut)
        {
            _named[ProjectNames.Of(project)] = split;
        }
    }

    /// <summary>The split of a package.</summary>
    public CorpusSplit Of(string package)
    {
        string project = ProjectNames.Of(package);
        if (_named.TryGetValue(project, out CorpusSplit split))
        {
            return split;
        }

        double place = (double)(BodyFingerprint.Of(project) % Steps) / Steps;
        return place < _share ? CorpusSplit.Development : place < 2 * _share ? CorpusSplit.Test : CorpusSplit.Train;
    }
}
