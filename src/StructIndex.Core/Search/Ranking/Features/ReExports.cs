namespace StructIndex;

/// <summary>Finds where a code base passes on a name that others declare: <c>pub use other::Name</c>, <c>export { name } from</c>, the imports of a package's entry file.</summary>
internal static class ReExports
{
    private static readonly string[] s_marks = ["pub use ", "pub(crate) use ", "export "];

    // In the entry file of a package, imports are what the package offers.
    private static readonly string[] s_importMarks = ["from ", "import "];

    /// <summary>The units whose code outside of declarations passes a name on.</summary>
    /// <param name="contents">The index.</param>
    /// <param name="modules">Which units are such code.</param>
    /// <param name="name">The name, without what holds it.</param>
    public static IEnumerable<int> Of(IndexContents contents, ModuleHeads modules, string name)
    {
        int term = TermOf(contents, name);
        foreach (int unit in term < 0 ? [] : contents.Lexical.UnitsOf(term).ToArray())
        {
            if (modules.IsModule(unit) && contents.Units[unit].Code.Span.Contains(name, StringComparison.Ordinal) && PassesOn(contents.Units[unit], name))
            {
                yield return unit;
            }
        }
    }

    private static int TermOf(IndexContents contents, string name)
    {
        List<string> tokens = [];
        for (int at = 0; LexicalTokens.NextIdentifier(name, ref at, out ReadOnlySpan<char> identifier);)
        {
            LexicalTokens.Read(identifier, tokens, static (tokens, token, _) => tokens.Add(token.ToString()));
        }

        return tokens.Count == 0 ? -1 : contents.Lexical.Terms.IndexOf(tokens[^1]);
    }

    // A list of names may go over lines, up to what ends the statement.
    private static bool PassesOn(CodeUnit unit, string name)
    {
        bool isEntry = FileNames.IsEntry(unit.Path), isOpen = false;
        foreach (ReadOnlySpan<char> line in unit.Code.Span.EnumerateLines())
        {
            ReadOnlySpan<char> text = line.Trim();
            isOpen = isOpen || StartsWithAny(text, s_marks) || (isEntry && StartsWithAny(text, s_importMarks));
            if (isOpen && Holds(text, name))
            {
                return true;
            }

            isOpen = isOpen && (text.EndsWith(',') || text.EndsWith('{') || text.EndsWith('(') || text.EndsWith('\\'));
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] marks)
    {
        foreach (string mark in marks)
        {
            if (text.StartsWith(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        for (int at = 0; LexicalTokens.NextIdentifier(text, ref at, out ReadOnlySpan<char> identifier);)
        {
            if (identifier.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
