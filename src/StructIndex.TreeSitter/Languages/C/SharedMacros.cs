using System.Buffers;

namespace StructIndex;

/// <summary>
/// Macros that some file of a code base in C or a relative defines as a qualifier of declarations, whatever they are called
/// (<c>#define shop_inline static inline</c>, <c>#define printflike(a, b) __attribute__((format(printf, a, b)))</c>): no file that uses them has
/// code there. Where definitions differ, all of them must qualify or be empty, and all or none take arguments.
/// </summary>
internal sealed class SharedMacros
{
    /// <summary>So many are known, the first of the alphabet.</summary>
    private const int MaxNames = 1000;

    private readonly SortedDictionary<string, bool> _takesArguments;
    private readonly SearchValues<string> _search;

    private SharedMacros(IEnumerable<(string Name, bool TakesArguments)> macros)
    {
        _takesArguments = new(macros.ToDictionary(macro => macro.Name, macro => macro.TakesArguments), StringComparer.Ordinal);
        _search = SearchValues.Create([.. _takesArguments.Keys], StringComparison.Ordinal);
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
            qualifying.UnionWith([.. values.Where(macro => macro.Value.TrueForAll(value => TakesArguments(value) == TakesArguments(macro.Value[0]) && IsQualifier(value)) && macro.Value.Exists(value => !CMacroValues.WithoutComment(Body(value)).IsEmpty)).Select(macro => macro.Key)]);
        }

        return new SharedMacros(qualifying.Order(StringComparer.Ordinal).Take(MaxNames).Select(name => (name, TakesArguments(values[name][0]))));

        bool IsQualifier(string value) => CMacroValues.IsQualifier(Body(value), known) && !Body(value).Contains('*');
    }

    private static bool TakesArguments(string value) => value is ['(', ..];

    /// <summary>What a macro stands for, without its parameters.</summary>
    private static ReadOnlySpan<char> Body(string value) => TakesArguments(value) ? value.AsSpan(value.IndexOf(')', StringComparison.Ordinal) + 1) : value;

    /// <summary>Whether a file is in a language that has such macros.</summary>
    public static bool Concerns(SourceFile file) => TreeSitterLanguages.Contains(file.Language) && TreeSitterLanguages.Of(file.Language).Family == "c";

    /// <summary>Whether a file is shown as with other macros.</summary>
    public bool ShowsAlike(SourceFile file, SharedMacros others) => _takesArguments.SequenceEqual(others._takesArguments) || !Concerns(file) || Hide(file).Text == others.Hide(file).Text;

    /// <summary>The file with blanks in place of the macros; the file itself where it uses none.</summary>
    public SourceFile Hide(SourceFile file)
    {
        if (_takesArguments.Count == 0 || !Concerns(file))
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

            if (!CMacroValues.IsWord(text, start, at) || !_takesArguments.TryGetValue(text[start..at], out bool takesArguments) || CMacroValues.IsDirective(text, start))
            {
                continue;
            }

            int end = takesArguments ? AfterArguments(text, at) : at;
            if (end >= 0 && Qualifies(text, start, end, takesArguments))
            {
                shown ??= text.ToCharArray();
                shown.AsSpan(start, end - start).Fill(' ');
                at = end;
            }
        }

        return shown is null ? file : new SourceFile(file.Path, new string(shown), file.Language) { FullPath = file.FullPath, RootDirectory = file.RootDirectory, IsGenerated = file.IsGenerated };
    }

    /// <summary>Whether a use stands where a qualifier may: before a word, or behind parameters. A variable may have the same name.</summary>
    private static bool Qualifies(ReadOnlySpan<char> text, int start, int end, bool takesArguments)
    {
        ReadOnlySpan<char> after = text[end..].TrimStart();
        return after is [var next, ..] && (char.IsAsciiLetter(next) || next is '_' or '~' or '*' or '[' or '{' || after.StartsWith("//", StringComparison.Ordinal) || after.StartsWith("/*", StringComparison.Ordinal)
            || (next is ';' or '=' or '-' or ':' && text[..start].TrimEnd() is [.., ')'] && (takesArguments || text[start..end].Contains('_'))));
    }

    /// <summary>Where the arguments end that begin here, on the same line; -1 where there are none.</summary>
    private static int AfterArguments(string text, int at)
    {
        int line = text.AsSpan(at).IndexOfAny('\r', '\n');
        ReadOnlySpan<char> rest = line < 0 ? text.AsSpan(at) : text.AsSpan(at, line);
        int open = rest.Length - rest.TrimStart(" \t").Length;
        int close = open < rest.Length && rest[open] == '(' ? Brackets.Close(rest, open) : -1;
        return close < 0 ? -1 : at + close + 1;
    }
}
