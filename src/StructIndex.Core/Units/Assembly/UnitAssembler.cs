namespace StructIndex;

/// <summary>Makes the units of a code base from what the parsers found.</summary>
internal static class UnitAssembler
{
    /// <summary>Assembles all units; files are worked on in parallel, the result does not depend on it.</summary>
    /// <param name="files">The parsed files, in any order, each path once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static UnitSet Assemble(IReadOnlyList<ParsedFile> files, CancellationToken cancellationToken = default) => Assemble(files, null, cancellationToken);

    /// <summary>The same, with units assembled before: those of a file that is the same object are taken again.</summary>
    public static UnitSet Assemble(IReadOnlyList<ParsedFile> files, UnitSet? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        ParsedFile[] ordered = [.. files.OrderBy(file => file.Source.Path, StringComparer.Ordinal)];
        FileUnitList[] perFile = new FileUnitList[ordered.Length];
        List<int> changed = [];
        for (int file = 0; file < ordered.Length; file++)
        {
            if (previous?.UnitsOf(ordered[file]) is { } known)
            {
                perFile[file] = known;
            }
            else
            {
                changed.Add(file);
            }
        }

        LargestFirst.Run(changed.Count, i => ordered[changed[i]].Source.Text.Length, i => perFile[changed[i]] = FileUnitList.Of(ordered[changed[i]], cancellationToken), cancellationToken);
        Dictionary<CodeDeclaration, string> documentation = SharedDocumentation.Of(ordered);
        UnitIds ids = new();
        foreach (ref FileUnitList file in perFile.AsSpan())
        {
            file = file.WithDocumentation(documentation).WithIds(ids);
        }

        return new UnitSet(ordered, perFile);
    }
}
