using System.Text;

namespace StructIndex.Benchmarks;

/// <summary>Makes the questions of one tree, within the limits that keep any repository, file or style from deciding a fit.</summary>
internal sealed class QuestionMaker(StyleRepository repository, StyledTree tree)
{
    /// <summary>Most questions of a style in a repository.</summary>
    public const int MaxPerStyle = 40;

    private const int MaxPerFile = 4;

    public StyledTree Tree => tree;

    public StyleRepository Repository => repository;

    /// <summary>A question.</summary>
    public StyledQuestion Make(string style, string id, string query, IEnumerable<string> paths, IEnumerable<StyledTarget> functions)
    {
        string[] files = [.. paths.Distinct(StringComparer.Ordinal)];
        return new StyledQuestion(
            $"{repository.Name}-{style}-{id}", query, style, NamedTarget.Of(query, files), repository.Repository, tree.File(files[0])?.Language ?? repository.Language, repository.Name,
            [.. files.Select(path => new StyledTarget(path))], [.. functions]);
    }

    /// <summary>A question for units.</summary>
    public StyledQuestion Make(string style, int number, string query, IReadOnlyList<int> units) =>
        Make(style, $"{number}", query, units.Select(unit => tree.Units.Units[unit].Path), units.Select(unit => StyledTarget.Of(tree.Units.Units[unit])));

    /// <summary>The first of some items whose files none has been asked for four times.</summary>
    public static IReadOnlyList<T> Few<T>(IEnumerable<T> items, Func<T, IReadOnlyList<string>> paths)
    {
        Dictionary<string, int> asked = new(StringComparer.Ordinal);
        List<T> few = [];
        foreach (T item in items)
        {
            if (paths(item).All(path => asked.GetValueOrDefault(path) < MaxPerFile))
            {
                few.Add(item);
                foreach (string path in paths(item))
                {
                    asked[path] = asked.GetValueOrDefault(path) + 1;
                }
            }
        }

        return few;
    }

    /// <summary>Asked units in an order of chance, no file more than four times.</summary>
    public IReadOnlyList<int> Shuffled(string purpose, Func<CodeUnit, bool> takes)
    {
        int[] units = [.. tree.Asked.Where(unit => takes(tree.Units.Units[unit]))];
        repository.Random(purpose).Shuffle(units);
        return Few(units, unit => [tree.Units.Units[unit].Path]);
    }

    /// <summary>The source of a unit without its documentation.</summary>
    public string Source(int unit)
    {
        ParsedFile parsed = tree.Units.Files[tree.Units.FileOf(unit)];
        string text = parsed.Source.Text;
        CodeDeclaration declaration = tree.Units.DeclarationOf(unit)!;
        StringBuilder source = new();
        int at = declaration.Span.Start;
        foreach (SourceSpan documentation in DocumentationSpans.Of(parsed, declaration))
        {
            source.Append(text, at, Math.Max(0, documentation.Start - at));
            at = documentation.End;
        }

        return source.Append(text, at, Math.Max(0, declaration.Span.End - at)).ToString();
    }
}
