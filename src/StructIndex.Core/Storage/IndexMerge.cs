namespace StructIndex;

/// <summary>Joins the contents of several indexes into those of one, without parsing, binding or embedding anything again.</summary>
internal static class IndexMerge
{
    /// <summary>The contents as one.</summary>
    /// <param name="parts">The indexes with their names, which the paths of their files begin with; all different.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The vectors are of different models.</exception>
    public static IndexContents Of(IEnumerable<(string Name, IndexContents Contents)> parts, CancellationToken cancellationToken)
    {
        // In the order of the paths that come of it, as everywhere.
        (string Prefix, IndexContents Contents)[] ordered = [.. parts.Select(part => (part.Name + "/", part.Contents)).OrderBy(part => part.Item1, StringComparer.Ordinal)];
        CodeUnit[] units = JoinUnits(ordered, cancellationToken);
        VectorStore? vectors = JoinVectors(ordered, cancellationToken);
        return new IndexContents
        {
            Units = units,
            Graph = JoinGraphs(ordered, units),
            Vectors = vectors,
            RowUnits = vectors is null ? [] : Shifted(ordered, contents => contents.RowUnits),
            Model = ordered[0].Contents.Model,
            Lexical = LexicalIndex.Build(units, cancellationToken),
            Failures = [.. ordered.SelectMany(part => part.Contents.Failures.Select(failure => failure with { Path = part.Prefix + failure.Path }))],
            Languages = ordered.SelectMany(part => part.Contents.Languages).DistinctBy(language => language.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            ReadBesides = [.. ordered.SelectMany(part => part.Contents.ReadBesides).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            SourceLength = ordered.Sum(part => part.Contents.SourceLength),
        };
    }

    private static CodeUnit[] JoinUnits((string Prefix, IndexContents Contents)[] parts, CancellationToken cancellationToken)
    {
        List<CodeUnit> units = new(parts.Sum(part => part.Contents.Units.Count));
        UnitIds ids = new();
        foreach ((string prefix, IndexContents contents) in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int file = 0; file < contents.FileCount; file++)
            {
                string then = contents.PathOf(file), path = prefix + then;
                for (int unit = contents.FileStarts[file]; unit < contents.FileStarts[file + 1]; unit++)
                {
                    string id = contents.Units[unit].Id;
                    bool isUnder = id.StartsWith(then, StringComparison.Ordinal);
                    string wanted = isUnder ? prefix + id : id, given = ids.Next(wanted);
                    units.Add(isUnder && given == wanted ? contents.Units[unit].Under(path, prefix.Length) : contents.Units[unit].With(path, given));
                }
            }
        }

        return [.. units];
    }

    private static CodeGraph JoinGraphs((string Prefix, IndexContents Contents)[] parts, CodeUnit[] units)
    {
        EdgeTable table = new(
            Shifted(parts, contents => contents.Graph.Table.From),
            Shifted(parts, contents => contents.Graph.Table.To),
            [.. parts.SelectMany(part => part.Contents.Graph.Table.Kinds)],
            [.. parts.SelectMany(part => part.Contents.Graph.Table.Certainties)],
            [.. parts.SelectMany(part => part.Contents.Graph.Table.Lines)]);
        UnitStructure structure = new(Shifted(parts, contents => contents.Graph.Structure.ContainingTypes), Shifted(parts, contents => contents.Graph.Structure.PrimaryParts));
        return new CodeGraph(units, table, structure);
    }

    private static VectorStore? JoinVectors((string Prefix, IndexContents Contents)[] parts, CancellationToken cancellationToken)
    {
        IndexContents first = parts[0].Contents;
        foreach ((string prefix, IndexContents contents) in parts)
        {
            if (contents.Model != first.Model || contents.Vectors?.Precision != first.Vectors?.Precision)
            {
                throw new ArgumentException($"The indexes have vectors of different models, which cannot be compared: {prefix[..^1]} has {Describe(contents)}, {parts[0].Prefix[..^1]} has {Describe(first)}.", nameof(parts));
            }
        }

        if (first.Vectors is null)
        {
            return null;
        }

        VectorStoreBuilder builder = new(parts.Sum(part => part.Contents.Vectors!.Count), first.Vectors.Dimensions, first.Vectors.Precision);
        int row = 0;
        foreach ((_, IndexContents contents) in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int from = 0; from < contents.Vectors!.Count; from++)
            {
                builder.Copy(row++, contents.Vectors, from);
            }
        }

        return builder.Build();
    }

    private static string Describe(IndexContents contents) => contents.Model?.ToString() ?? "none";

    // Numbers of units, each moved behind the units of the parts before; -1 stays.
    private static int[] Shifted((string Prefix, IndexContents Contents)[] parts, Func<IndexContents, int[]> column)
    {
        List<int> joined = [];
        int before = 0;
        foreach ((_, IndexContents contents) in parts)
        {
            foreach (int unit in column(contents))
            {
                joined.Add(unit < 0 ? unit : unit + before);
            }

            before += contents.Units.Count;
        }

        return [.. joined];
    }
}
