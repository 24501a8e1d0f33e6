namespace StructIndex;

/// <summary>Puts the packages' pairs into a corpus, leaving out what came before and what the model will be judged on.</summary>
internal sealed class CorpusAssembler(CorpusWriter writer, int mostOfAPackage, HashSet<ulong> leaks)
{
    private readonly HashSet<ulong> _bodies = [];
    private readonly Dictionary<(string, PairKind, CorpusSplit), int> _pairs = [];
    private readonly List<(string, int, string)> _packages = [];
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private int _failures;

    public void Add(PackagePairs package, CorpusSplit split)
    {
        _failures += package.Failures;
        foreach ((PairRule rule, int count) in package.Dropped)
        {
            Drop(rule, count);
        }

        int taken = Write(package, split);
        if (taken > 0)
        {
            _packages.Add((package.Package.Name, taken, package.Package.License));
        }
    }

    public MiningReport Report() => new(_packages, _pairs, _dropped, _failures);

    private int Write(PackagePairs package, CorpusSplit split)
    {
        int taken = 0;
        foreach (List<DocumentedCode> file in package.Files)
        {
            bool begun = false;
            foreach (DocumentedCode pair in file)
            {
                if (taken == mostOfAPackage)
                {
                    return taken;
                }

                PairRule rule = leaks.Contains(pair.BodyHash) ? PairRule.Leak : _bodies.Add(pair.BodyHash) ? PairRule.None : PairRule.Duplicate;
                if (rule != PairRule.None)
                {
                    Drop(rule, 1);
                    continue;
                }

                if (taken == 0)
                {
                    writer.BeginPackage(package.Package);
                }

                if (!begun)
                {
                    writer.BeginFile();
                    begun = true;
                }

                writer.Add(pair, split);
                _pairs[(pair.Language, pair.Kind, split)] = _pairs.GetValueOrDefault((pair.Language, pair.Kind, split)) + 1;
                taken++;
            }
        }

        return taken;
    }

    private void Drop(PairRule rule, int count) => _dropped[rule.ToString()] = _dropped.GetValueOrDefault(rule.ToString()) + count;
}
