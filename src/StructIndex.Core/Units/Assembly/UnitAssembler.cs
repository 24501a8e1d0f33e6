namespace StructIndex;

/// <summary>Makes the units of a code base from what the parsers found.</summary>
internal static class UnitAssembler
{
    /// <summary>Assembles all units; files are worked on in parallel, the result does not depend on it.</summary>
    /// <param name="files">The parsed files, in any order, each path once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static UnitSet Assemble(IReadOnlyList<ParsedFile> files, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ParsedFile[] ordered = [.. files.OrderBy(file => file.Source.Path, StringComparer.Ordinal)];
        List<UnitDraft>[] drafts = new List<UnitDraft>[ordered.Length];
        LargestFirst.Run(ordered.Length, file => ordered[file].Source.Text.Length, file => drafts[file] = FileUnits.Of(ordered[file], cancellationToken), cancellationToken);
        int count = drafts.Sum(ofFile => ofFile.Count);
        CodeUnit[] units = new CodeUnit[count];
        CodeDeclaration?[] declarations = new CodeDeclaration?[count];
        int[] firstUnits = new int[ordered.Length + 1];
        UnitIds ids = new();
        int next = 0;
        for (int file = 0; file < ordered.Length; file++)
        {
            foreach (UnitDraft draft in drafts[file])
            {
                declarations[next] = draft.Declaration;
                units[next++] = draft.ToUnit(ids.Next(draft));
            }

            firstUnits[file + 1] = next;
        }

        return new UnitSet(ordered, units, declarations, firstUnits);
    }
}
