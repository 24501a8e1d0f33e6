using System.Reflection;

namespace StructIndex;

/// <summary>
/// What is known of the files of a language: the tables <c>NAME.files.tsv</c> in the folders of languages, which the build embeds here, and
/// <c>languages.tsv</c> for languages of text and for those that nothing parses. A file is read whether or not something parses it.
/// </summary>
/// <param name="Language">Name of the language.</param>
/// <param name="IsCode">Whether programs are written in it, as opposed to text, markup and configuration.</param>
internal sealed record LanguageFiles(string Language, bool IsCode)
{
    private const string Ending = ".files.tsv";

    /// <summary>All languages, by name.</summary>
    public static IReadOnlyList<LanguageFiles> All { get; } = [.. Parsed().Concat(Listed()).OrderBy(files => files.Language, StringComparer.Ordinal)];

    /// <summary>Extensions without their dot.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Whole names of files.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Programs named on a <c>#!</c> line.</summary>
    public IReadOnlyList<string> Interpreters { get; init; } = [];

    /// <summary>Globs of the names of files that tools write.</summary>
    public IReadOnlyList<string> Generated { get; init; } = [];

    /// <summary>Globs of the names of files with tests.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Globs of the names of files with examples and benchmarks.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>
    /// Other languages that share an extension: the extension, the language, a regular expression over lines of code, and whether only the
    /// first line of code counts.
    /// </summary>
    public IReadOnlyList<(string Extension, string Language, string Pattern, bool FirstLine)> Sharing { get; init; } = [];

    /// <summary>Extensions of files that are in this language where they show both of two others, and these.</summary>
    public IReadOnlyList<(string Extension, string[] Languages)> Uniting { get; init; } = [];

    private static IEnumerable<LanguageFiles> Listed() => DataTable.Rows("languages.tsv").Select(row => new LanguageFiles(row[0], row[1] == "code")
    {
        Extensions = Split(row[2]),
        Names = Split(row[3]),
        Interpreters = Split(row[4]),
    });

    private static IEnumerable<LanguageFiles> Parsed()
    {
        Assembly assembly = typeof(LanguageFiles).Assembly;
        string start = nameof(StructIndex) + ".";
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => Read(name[start.Length..^Ending.Length], DataTable.Rows(name[start.Length..])));
    }

    private static LanguageFiles Read(string language, IEnumerable<string[]> rows)
    {
        ILookup<string, string[]> cells = rows.ToLookup(row => row[0], StringComparer.Ordinal);
        return new LanguageFiles(language, IsCode: true)
        {
            Extensions = Values("extensions"),
            Names = Values("names"),
            Interpreters = Values("interpreters"),
            Generated = Values("generated"),
            Tests = Values("tests"),
            Examples = Values("examples"),
            Sharing = [.. Shares("shows", firstLine: false), .. Shares("begins", firstLine: true)],
            Uniting = [.. cells["unites"].SelectMany(row => Split(row[1]).Select(extension => (extension, Split(row[2]))))],
        };

        string[] Values(string key) => [.. cells[key].SelectMany(row => Split(row[1]))];
        IEnumerable<(string, string, string, bool)> Shares(string key, bool firstLine) =>
            cells[key].SelectMany(row => Split(row[1]).Select(extension => (extension, row[2], row[3], firstLine)));
    }

    private static string[] Split(string cell) => cell == "-" ? [] : cell.Split(' ');
}
