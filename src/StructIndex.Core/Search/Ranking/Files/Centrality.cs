namespace StructIndex;

/// <summary>
/// How much the rest of the code uses each file. The questions that people ask are about the files that others use. Bound edges say it
/// best; where a language has few of them, the words do: how many other files hold the names that a file declares.
/// </summary>
internal sealed class Centrality
{
    /// <summary>Reads the uses of each file from an index.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="wholeFiles">The terms of its files as wholes (<see cref="WholeFiles.Index"/>).</param>
    public Centrality(IndexContents contents, LexicalIndex wholeFiles)
    {
        int[] fileOf = contents.FilesOfUnits();
        UsedUnits = new float[contents.FileCount];
        ReadEdges(contents, fileOf);
        Mentions = new float[contents.FileCount];
        ReadMentions(contents, wholeFiles);
    }

    /// <summary>For each file ln(1 + the sum over its units of ln(1 + other files that use the unit)).</summary>
    public float[] UsedUnits { get; }

    /// <summary>For each file ln(1 + the sum over the names it declares of ln(1 + other files that mention the name)).</summary>
    public float[] Mentions { get; }

    private void ReadEdges(IndexContents contents, int[] fileOf)
    {
        EdgeTable edges = contents.Graph.Table;
        HashSet<(int User, int Used)> unitPairs = [];
        float[] ofUnits = new float[contents.Units.Count];
        for (int edge = 0; edge < edges.Count; edge++)
        {
            int from = fileOf[edges.From[edge]];
            if (from == fileOf[edges.To[edge]] || edges.Certainties[edge] == EdgeCertainty.Candidate)
            {
                continue;
            }

            // A type that implements an interface without a word of it does not use it.
            bool isSilent = edges.Kinds[edge] == EdgeKind.Implements && contents.FactsOf(contents.Units[edges.From[edge]].Language).Traits.HasFlag(ScopeTraits.ImplicitInterfaces);
            ofUnits[edges.To[edge]] += !isSilent && unitPairs.Add((from, edges.To[edge])) ? 1 : 0;
        }

        for (int unit = 0; unit < ofUnits.Length; unit++)
        {
            UsedUnits[fileOf[unit]] += MathF.Log(1 + ofUnits[unit]);
        }

        for (int file = 0; file < UsedUnits.Length; file++)
        {
            UsedUnits[file] = MathF.Log(1 + UsedUnits[file]);
        }
    }

    private void ReadMentions(IndexContents contents, LexicalIndex wholeFiles)
    {
        (List<string> names, TermLists declaring) = DeclaredNames(contents);
        List<int> own = [];
        Span<char> lower = stackalloc char[256];
        for (int first = 0, end; first < names.Count; first = end)
        {
            // Names come by their first file; those of one by their letters, so that sums are always the same.
            own.Clear();
            for (end = first; end < names.Count && declaring[end][0] == declaring[first][0]; end++)
            {
                if (declaring[end].Length <= RankConstants.OwnNameFiles && names[end].Length <= lower.Length)
                {
                    own.Add(end);
                }
            }

            own.Sort((a, b) => string.CompareOrdinal(names[a], names[b]));
            foreach (int name in own)
            {
                int term = wholeFiles.Terms.IndexOf(lower[..names[name].AsSpan().Trim('_').ToLowerInvariant(lower)]);
                int mentions = (term < 0 ? 0 : wholeFiles.UnitsOf(term).Length) - declaring[name].Length;
                float value = MathF.Log(1 + Math.Max(mentions, 0));
                foreach (int file in declaring[name])
                {
                    Mentions[file] += value;
                }
            }
        }

        for (int file = 0; file < Mentions.Length; file++)
        {
            Mentions[file] = MathF.Log(1 + Mentions[file]);
        }
    }

    // The names that units bear, whatever their case, in the order of their first units, and the files that declare each.
    private static (List<string> Names, TermLists Files) DeclaredNames(IndexContents contents)
    {
        Dictionary<string, int> known = new(contents.Units.Count, StringComparer.OrdinalIgnoreCase);
        List<string> names = [];
        List<int> lastFiles = [], all = [];
        int[] starts = new int[contents.FileCount + 1];
        for (int file = 0; file < contents.FileCount; file++)
        {
            for (int unit = contents.FileStarts[file]; unit < contents.FileStarts[file + 1]; unit++)
            {
                CodeUnit declared = contents.Units[unit];
                if (declared.Kind is UnitKind.Module or UnitKind.Constructor)
                {
                    continue;
                }

                if (!known.TryGetValue(declared.Name, out int name))
                {
                    known.Add(declared.Name, name = names.Count);
                    names.Add(declared.Name);
                    lastFiles.Add(-1);
                }

                if (lastFiles[name] != file)
                {
                    lastFiles[name] = file;
                    all.Add(name);
                }
            }

            starts[file + 1] = all.Count;
        }

        return (names, new TermLists(starts, [.. all]).Inverted(names.Count));
    }
}
