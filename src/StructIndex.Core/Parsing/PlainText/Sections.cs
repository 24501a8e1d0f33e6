namespace StructIndex;

/// <summary>Makes declarations of the sections of a text: each from its heading to the next.</summary>
internal static class Sections
{
    /// <summary>
    /// The sections with content of their own, in order. Sections do not hold one another: what a deeper one says counts for it alone;
    /// the sections above it are its container.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="headings">The headings, by offset.</param>
    public static List<CodeDeclaration> Declare(SourceFile file, List<Heading> headings)
    {
        List<CodeDeclaration> declarations = new(headings.Count);
        List<Heading> above = [];
        for (int i = 0; i < headings.Count; i++)
        {
            Heading heading = headings[i];
            int last = above.FindLastIndex(outer => outer.Level < heading.Level);
            above.RemoveRange(last + 1, above.Count - last - 1);
            int next = Math.Min(heading.Stop, i + 1 < headings.Count ? headings[i + 1].Start : file.Text.Length);
            int end = heading.End + file.Text.AsSpan(heading.End, next - heading.End).TrimEnd().Length;
            if (end > heading.End)
            {
                declarations.Add(new CodeDeclaration
                {
                    Kind = UnitKind.Module,
                    Name = heading.Name,
                    Container = string.Join('.', above.Select(outer => outer.Name)),
                    Span = new SourceSpan(heading.Start, end),
                    NameSpan = new SourceSpan(heading.Start, heading.End),
                    Body = new SourceSpan(heading.End, end),
                    Signature = heading.Name,
                });
            }

            above.Add(heading);
        }

        return declarations;
    }
}
