namespace StructIndex;

/// <summary>
/// How much the rest of the code uses each file. The questions that people ask are about the files that others use. Bound edges tell it
/// best; where a language leaves them thin, the words do: in how many other files the names stand that a file declares.
/// </summary>
internal sealed class Centrality
{
    /// <summary>Reads the uses of each file from an index.</summary>
    public Centrality(IndexContents contents)
    {
        int[] fileOf = contents.FilesOfUnits();
        UsedUnits = new float[contents.FileCount];
        Implementers = new float[contents.FileCount];
        ReadEdges(contents, fileOf);
        Mentions = new float[contents.FileCount];
        ReadMentions(contents, fileOf);
    }

    /// <summary>For each file ln(1 + the sum over its units of ln(1 + other files that use the unit)).</summary>
    public float[] UsedUnits { get; }

    /// <summary>For each file ln(1 + units elsewhere that extend or implement something of it).</summary>
    public float[] Implementers { get; }

    /// <summary>For each file ln(1 + the sum over the names it declares of ln(1 + other files that mention the name)).</summary>
    public float[] Mentions { get; }

    private void ReadEdges(IndexContents contents, int[] fileOf)
    {
        EdgeTable edges = contents.Graph.Table;
        HashSet<(int User, int Used)> unitPairs = [];
        float[] ofUnits = new float[contents.Units.Count];
        for (int edge = 0; edge < edges.Count; edge++)
        {
            (int from, int to) = (fileOf[edges.From[edge]], fileOf[edges.To[edge]]);
            if (from == to || edges.Certainties[edge] == EdgeCertainty.Candidate)
            {
                continue;
            }

            // A type of Go implements an interface without a word of it, so that is no use of it.
            bool isSilent = edges.Kinds[edge] == EdgeKind.Implements && contents.Units[edges.From[edge]].Language == "go";
            ofUnits[edges.To[edge]] += !isSilent && unitPairs.Add((from, edges.To[edge])) ? 1 : 0;
            Implementers[to] += edges.Kinds[edge] is EdgeKind.Inherits or EdgeKind.Implements or EdgeKind.Overrides ? 1 : 0;
        }

        for (int unit = 0; unit < ofUnits.Length; unit++)
        {
            UsedUnits[fileOf[unit]] += MathF.Log(1 + ofUnits[unit]);
        }

        for (int file = 0; file < UsedUnits.Length; file++)
        {
            (UsedUnits[file], Implementers[file]) = (MathF.Log(1 + UsedUnits[file]), MathF.Log(1 + Implementers[file]));
        }
    }

    private void ReadMentions(IndexContents contents, int[] fileOf)
    {
        Dictionary<string, List<int>> declaring = new(StringComparer.OrdinalIgnoreCase);
        for (int unit = 0; unit < fileOf.Length; unit++)
        {
            if (contents.Units[unit].Kind is UnitKind.Module or UnitKind.Constructor)
            {
                continue;
            }

            string name = contents.Units[unit].Name;
            List<int> files = declaring.TryGetValue(name, out List<int>? known) ? known : declaring[name] = [];
            if (files.Count == 0 || files[^1] != fileOf[unit])
            {
                files.Add(fileOf[unit]);
            }
        }

        Span<char> lower = stackalloc char[256];
        foreach ((string name, List<int> files) in declaring.OrderBy(entry => entry.Value[0]).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (files.Count > RankConstants.OwnNameFiles || name.Length > lower.Length)
            {
                continue;
            }

            ReadOnlySpan<char> term = lower[..name.AsSpan().Trim('_').ToLowerInvariant(lower)];
            int mentions = FilesWith(contents.Lexical, contents.Lexical.Terms.IndexOf(term), fileOf) - files.Count;
            float value = MathF.Log(1 + Math.Max(mentions, 0));
            foreach (int file in files)
            {
                Mentions[file] += value;
            }
        }

        for (int file = 0; file < Mentions.Length; file++)
        {
            Mentions[file] = MathF.Log(1 + Mentions[file]);
        }
    }

    private static int FilesWith(LexicalIndex index, int term, int[] fileOf)
    {
        int count = 0, last = -1;
        for (int i = term < 0 ? 0 : index.Starts[term]; term >= 0 && i < index.Starts[term + 1]; i++)
        {
            count += fileOf[index.Units[i]] != last ? 1 : 0;
            last = fileOf[index.Units[i]];
        }

        return count;
    }
}
