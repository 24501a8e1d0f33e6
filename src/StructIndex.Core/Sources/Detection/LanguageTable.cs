using System.Collections.Frozen;

namespace StructIndex;

/// <summary>The <see cref="LanguageFiles"/>, by what a file's name and text show.</summary>
internal static class LanguageTable
{
    /// <summary>Names of languages that programs are written in.</summary>
    public static FrozenSet<string> Code { get; } = Names(isCode: true);

    /// <summary>Names of languages of text, markup and configuration.</summary>
    public static FrozenSet<string> Prose { get; } = Names(isCode: false);

    /// <summary>Languages by extension, without its dot.</summary>
    public static FrozenDictionary<string, string> ByExtension { get; } = By(files => files.Extensions, StringComparer.OrdinalIgnoreCase);

    /// <summary>Languages by whole file name.</summary>
    public static FrozenDictionary<string, string> ByFileName { get; } = By(files => files.Names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Languages by the program that runs a script.</summary>
    public static FrozenDictionary<string, string> ByInterpreter { get; } = By(files => files.Interpreters, StringComparer.Ordinal);

    private static FrozenSet<string> Names(bool isCode) =>
        LanguageFiles.All.Where(files => files.IsCode == isCode).Select(files => files.Language).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> By(Func<LanguageFiles, IReadOnlyList<string>> keys, StringComparer comparer) =>
        LanguageFiles.All.SelectMany(files => keys(files).Select(key => (key, files.Language))).ToFrozenDictionary(pair => pair.key, pair => pair.Language, comparer);
}
