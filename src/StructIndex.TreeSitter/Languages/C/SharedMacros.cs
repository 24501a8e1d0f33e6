using System.Buffers;

namespace StructIndex;

/// <summary>
/// Macros without arguments that some file of a code base in C or a relative defines as a qualifier of declarations, whatever they are called
/// (<c>#define shop_inline static inline</c>): no file that uses them has code there. Where definitions differ, all of them must qualify or
/// be empty.
/// </summary>
internal sealed class SharedMacros
{
    /// <summary>So many are known, the first of the alphabet.</summary>
    private const int MaxNames = 1000;

    private readonly SortedSet<string> _names;
    private readonly SearchValues<string> _search;

    private SharedMacros(IEnumerable<string> names)
    {
        _names = new(names, StringComparer.Ordinal);
        _search = SearchValues.Create([.. _names], StringComparison.Ordinal);
    }

    /// <summary>The macros of some files.</summary>
    public static SharedMacros Of(IEnumerable<SourceFile> files)
    {
        Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
        HashSet<string> qualifying = new(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = qualifying.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (SourceFile file in files.Where(Concerns))
        {
            foreach ((Stretch name, Stretch value) in CMacroValues.In(file.Text))
            {
                if (name.End - name.Start > 1 && !CUnknownWords.IsKeyword(name.In(file.Text)))
                {
                    string macro = name.In(file.Text).ToString();
                    (values.TryGetValue(macro, out List<string>? others) ? others : values[macro] = []).Add(value.In(file.Text).ToString());
                }
            }
        }

        // A macro may stand for another one.
        for (int before = -1; before < qualifying.Count;)
        {
            before = qualifying.Count;
            qualifying.UnionWith([.. values.Where(macro => macro.Value.TrueForAll(value => CMacroValues.IsQualifier(value, known) && !value.Contains('*', StringComparison.Ordinal)) && macro.Value.Exists(value => !CMacroValues.WithoutComment(value).IsEmpty)).Select(macro => macro.Key)]);
        }

        return new SharedMacros(qualifying.Order(StringComparer.Ordinal).Take(MaxNames));
    }

    /// <summary>Whether a file is in a language that has such macros.</summary>
    public static bool Concerns(SourceFile file) => TreeSitterLanguages.Contains(file.Language) && TreeSitterLanguages.Of(file.Language).Family == "c";

    /// <summary>Whether a file is shown as with other macros.</summary>
    public bool ShowsAlike(SourceFile file, SharedMacros others) => _names.SetEquals(others._names) || !Concerns(file) || Hide(file).Text == others.Hide(file).Text;

    /// <summary>The file with blanks in place of the macros; the file itself where it uses none.</summary>
    public SourceFile Hide(SourceFile file)
    {
        if (_names.Count == 0 || !Concerns(file))
        {
            return file;
        }

        char[]? shown = null;
        string text = file.Text;
        for (int at = 0; text.AsSpan(at).IndexOfAny(_search) is >= 0 and var found;)
        {
            int start = at + found;
            at = start + 1;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            if (CMacroValues.IsWord(text, start, at) && _names.Contains(text[start..at]) && Qualifies(text, start, at) && !CMacroValues.IsDirective(text, start))
            {
                shown ??= text.ToCharArray();
                shown.AsSpan(start, at - start).Fill(' ');
            }
        }

        return shown is null ? file : new SourceFile(file.Path, new string(shown), file.Language) { FullPath = file.FullPath, RootDirectory = file.RootDirectory, IsGenerated = file.IsGenerated };
    }

    /// <summary>Whether a use stands where a qualifier may: before a word, or behind parameters. A variable may have the same name.</summary>
    private static bool Qualifies(ReadOnlySpan<char> text, int start, int end)
    {
        ReadOnlySpan<char> after = text[end..].TrimStart();
        return after is [var next, ..] && (char.IsAsciiLetter(next) || next is '_' or '~' or '*' or '[' or '{' || after.StartsWith("//", StringComparison.Ordinal) || after.StartsWith("/*", StringComparison.Ordinal)
            || (next is ';' or '=' or '-' or ':' && text[..start].TrimEnd() is [.., ')'] && text[start..end].Contains('_')));
    }
}
