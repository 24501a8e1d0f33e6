using System.Globalization;
using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>The result of a <see cref="WitnessRun"/> as Markdown.</summary>
internal static class WitnessReport
{
    private const int Examples = 5;

    /// <summary>What the misses of a language known to us come from.</summary>
    private static readonly Dictionary<string, string> s_causes = new(StringComparer.Ordinal)
    {
        ["haskell"] = "The grammar loses its way (a primed name after a character literal, `#if` in the middle of an expression) and finds back some functions later.",
        ["kotlin"] = "The grammar takes a property's `get() = x` and the annotated extension function after it for one expression.",
        ["lua"] = "Of several names assigned at once the first one counts.",
        ["typescript"] = "A construct signature has no name of its own.",
    };

    public static string Table(WitnessRun run)
    {
        StringBuilder table = new();
        table.AppendLine("| language | files | lines | in no unit | listed | no symbols | units | share |");
        table.AppendLine("|-|-:|-:|-:|-:|-:|-:|-:|");
        LanguageCount all = new() { Files = run.Files };
        foreach ((string language, LanguageCount count) in run.Languages)
        {
            Row(table, language, count);
            all.Lines += count.Lines;
            all.LooseLines += count.LooseLines;
            all.Listed += count.Listed;
            all.Misread += count.Misread;
            all.Found += count.Found;
        }

        Row(table, "all", all);
        return table.ToString();
    }

    /// <summary>The misses: those of units one by one, those of ctags by what they are, with some examples.</summary>
    public static string Misses(WitnessRun run)
    {
        StringBuilder text = new();
        text.AppendLine("## Symbols that are no units").AppendLine();
        foreach (IGrouping<string, Miss> language in run.Misses.Where(miss => miss.Misread is null).GroupBy(miss => miss.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"{language.Key}: {s_causes.GetValueOrDefault(language.Key, "")}".TrimEnd()).AppendLine();
            foreach (Miss miss in language)
            {
                Line(text, miss);
            }

            text.AppendLine();
        }

        text.AppendLine("## Tags that are no symbols");
        foreach (var what in run.Misses.Where(miss => miss.Misread is not null).GroupBy(miss => (miss.Language, miss.Misread)).OrderBy(group => group.Key.Language, StringComparer.Ordinal).ThenByDescending(group => group.Count()))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{what.Key.Language}: {what.Count()} x {what.Key.Misread}").AppendLine();
            foreach (Miss miss in what.Take(Examples))
            {
                Line(text, miss);
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder table, string language, LanguageCount count)
        => table.AppendLine(CultureInfo.InvariantCulture, $"| {language} | {count.Files} | {count.Lines} | {count.LooseLines} | {count.Listed} | {count.Misread} | {count.Found} | {count.Share:P2} |");

    private static void Line(StringBuilder text, Miss miss)
    {
        string line = miss.Text.Length > 110 ? miss.Text[..110] + " ..." : miss.Text;
        text.AppendLine(CultureInfo.InvariantCulture, $"- {miss.Language} {miss.Tag.Kind} `{miss.Tag.Name}`, {miss.Path}:{miss.Tag.Line}: ``{line}``");
    }

    public static string Document(WitnessRun run, IEnumerable<string> folders) => $"""
        # Units against an independent witness

        Of the functions, methods, classes, interfaces, structs, enums and traits that universal-ctags lists, those that are units of the
        same name with a span that contains the line. Languages that ctags does not read (Scala, Swift, Zig, Dart) are not in the table.
        {run.Anonymous} symbols without a name, which ctags lists under made-up names, are left out.

        Made by `dotnet run -c Release --project benchmarks/StructIndex.Benchmarks -- witness FOLDER... --out FILE` over
        {string.Join(", ", folders.Select(folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))))}.

        {Table(run)}
        "In no unit" counts lines that no unit contains; "no symbols" counts what ctags took for one although the line shows otherwise; the share is that of the rest. A language without symbols listed is there for its lines.

        {Misses(run)}
        """.ReplaceLineEndings("\n");
}
