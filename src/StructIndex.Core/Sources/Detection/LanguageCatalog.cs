using System.Collections.Frozen;

namespace StructIndex;

/// <summary>
/// The languages StructIndex knows, and how that of a file is found: by its whole name, then its extension, then the interpreter on a
/// <c>#!</c> line where it has no extension.
/// </summary>
public static class LanguageCatalog
{
    /// <summary>The language of text that is nothing else.</summary>
    public const string PlainText = "text";

    /// <summary>Names of all languages, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. LanguageFiles.All.Select(files => files.Language)];

    /// <summary>Whether the language is one that programs are written in, as opposed to text, markup and configuration.</summary>
    /// <param name="language">Language name, for example <c>python</c>; an unknown name is not code.</param>
    public static bool IsCode(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return LanguageTable.Code.Contains(language);
    }

    /// <summary>Whether the language is one of text, markup or configuration; an unknown name is not.</summary>
    internal static bool IsProse(string language) => LanguageTable.Prose.Contains(language);

    /// <summary>
    /// The language of a file; null when it is none that the catalog knows. A <c>.h</c> file is C unless its text shows C++ or Objective-C,
    /// and a <c>.m</c> file of MATLAB, Octave or Mathematica is text.
    /// </summary>
    /// <param name="path">Path or file name; case does not matter.</param>
    /// <param name="text">The text, which decides where the name leaves a choice; may be empty.</param>
    public static string? Detect(string path, ReadOnlySpan<char> text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ReadOnlySpan<char> name = FileName(path);
        string? language = ByName(name);
        if (language is null)
        {
            return MayHaveInterpreter(name) ? ByInterpreter(text) : null;
        }

        return SharedExtensions.Refine(language, name, text);
    }

    /// <summary>Whether a file of this path can have a language at all, which a walk asks before it opens the file.</summary>
    /// <param name="path">Path or file name.</param>
    internal static bool MayBeKnown(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> name = FileName(path);
        return ByName(name) is not null || MayHaveInterpreter(name);
    }

    /// <summary>Whether only the text can tell the language: the name has no extension and is not in the table.</summary>
    /// <param name="path">Path or file name.</param>
    internal static bool NeedsInterpreter(ReadOnlySpan<char> path)
    {
        ReadOnlySpan<char> name = FileName(path);
        return ByName(name) is null && MayHaveInterpreter(name);
    }

    private static string? ByName(ReadOnlySpan<char> name)
    {
        if (LanguageTable.ByFileName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out string? language))
        {
            return language;
        }

        int dot = name.LastIndexOf('.');
        return dot >= 0 && LanguageTable.ByExtension.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name[(dot + 1)..], out language)
            ? language
            : null;
    }

    private static bool MayHaveInterpreter(ReadOnlySpan<char> name) => !name.IsEmpty && !name.Contains('.');

    private static string? ByInterpreter(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("#!"))
        {
            return null;
        }

        int end = text.IndexOfAny('\n', '\r');
        ReadOnlySpan<char> line = end < 0 ? text[2..] : text[2..end];
        FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> interpreters = LanguageTable.ByInterpreter.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in line.SplitAny(" \t"))
        {
            // `#!/usr/bin/env -S deno run` names env, its options and assignments first.
            ReadOnlySpan<char> word = FileName(line[range]);
            if (word.IsEmpty || word.SequenceEqual("env") || word[0] == '-' || word.Contains('='))
            {
                continue;
            }

            return interpreters.TryGetValue(word, out string? language) || interpreters.TryGetValue(word.TrimEnd("0123456789."), out language)
                ? language
                : null;
        }

        return null;
    }

    private static ReadOnlySpan<char> FileName(ReadOnlySpan<char> path) => path[(path.LastIndexOfAny('/', '\\') + 1)..];
}
