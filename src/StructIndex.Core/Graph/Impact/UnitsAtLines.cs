namespace StructIndex;

/// <summary>Finds the innermost units at lines.</summary>
internal static class UnitsAtLines
{
    /// <summary>
    /// The units that hold changed lines, by path and line; for removed lines the unit that holds both lines around them.
    /// </summary>
    public static IReadOnlyList<CodeUnit> Of(IReadOnlyList<CodeUnit> units, IEnumerable<ChangedFile> files)
    {
        ILookup<string, CodeUnit> byPath = units.ToLookup(unit => unit.Path, StringComparer.Ordinal);
        HashSet<CodeUnit> changed = [];
        foreach (ChangedFile file in files)
        {
            CodeUnit[] inFile = [.. byPath[file.Path]];
            int last = inFile.Length == 0 ? 0 : inFile.Max(unit => unit.Lines.End);
            foreach (LineRange range in file.Lines)
            {
                if (range.Count <= 0)
                {
                    Add(inFile, range.End, range.Start);
                }

                for (int line = range.Start; line <= Math.Min(range.End, last); line++)
                {
                    Add(inFile, line, line);
                }
            }
        }

        return [.. units.Where(changed.Contains)];

        void Add(CodeUnit[] inFile, int from, int to)
        {
            CodeUnit? innermost = inFile.Where(unit => unit.Lines.Start <= from && unit.Lines.End >= to).MinBy(unit => unit.Lines.Count);
            if (innermost is not null)
            {
                changed.Add(innermost);
            }
        }
    }
}
