namespace StructIndex;

/// <summary>The units that declare what a query names, and the files that it names.</summary>
internal sealed class Definitions
{
    // Longer lists are of names that say nothing: get, run, init.
    private const int MaxUnits = 40;

    // A name that more files bear (models.py, __init__.py) names none of them, unless it is all that is asked for.
    private const int MaxNamesakes = 3;

    // A declaration of one line beside one of so many is an alias of it, announces it or passes it on.
    private const int MinLinesOfDefinition = 5;

    // What conventions set before a name: $ZodType is what ZodType is made of, _find what find calls.
    private static readonly string[] s_sigils = ["", "$", "_", "__"];

    /// <summary>The names of units that a query may name, whatever their case.</summary>
    public static IEnumerable<string> NamesIn(ParsedQuery query) => query.Symbols.SelectMany(symbol => s_sigils.SelectMany(sigil => SymbolIndex.NamesOf(sigil + symbol)));

    private readonly Dictionary<int, FileDefinitions> _files = [];

    /// <summary>Looks the symbols and places of a query up.</summary>
    public Definitions(IndexContents contents, FileTraits traits, ParsedQuery query)
    {
        foreach (string symbol in query.Symbols)
        {
            foreach (string sigil in s_sigils)
            {
                Add(contents, contents.Graph.Find(sigil + symbol), isExact: sigil.Length == 0);
            }

            if (contents.Graph.Find(symbol).Count == 0)
            {
                AddReExports(contents, traits.Modules, symbol);
            }
        }

        if (query.Kind == QueryKind.Symbol)
        {
            AddImplementations(contents);
        }

        AddPlaces(contents, traits.PathEnds, query);
    }

    /// <summary>The files that declare or are something named.</summary>
    public IEnumerable<int> Files => _files.Keys;

    /// <summary>What a file declares of it.</summary>
    public FileDefinitions Of(int file) => _files.GetValueOrDefault(file, FileDefinitions.None);

    private void Add(IndexContents contents, IReadOnlyList<CodeUnit> units, bool isExact)
    {
        int lines = units.Count is 0 or > MaxUnits ? 0 : units.Max(LinesOf);
        foreach (CodeUnit unit in lines > 0 ? units : [])
        {
            int number = contents.Graph.IndexOf(unit), file = contents.FileOf(number);
            FileDefinitions known = Of(file);
            bool isWhole = LinesOf(unit) > 1 || !units.Any(other => IsDefinitionFor(other, unit));

            // The name as it was written before one behind a sigil, a type before its constructor, the longest before a forward declaration.
            float fit = (isExact ? 4 : 0) + (unit.Kind.IsType() ? 2 : 0) + ((float)LinesOf(unit) / lines);
            _files[file] = known with
            {
                Type = known.Type || (isWhole && (unit.Kind.IsType() || unit.Kind == UnitKind.Namespace)),
                Function = known.Function || (isWhole && unit.Kind.IsCallable()),
                Fit = Math.Max(known.Fit, fit),
                Unit = fit > known.Fit ? number : known.Unit,
            };
        }
    }

    // What the code base passes on and does not declare is best answered by where it does so.
    private void AddReExports(IndexContents contents, ModuleHeads modules, string symbol)
    {
        foreach (int unit in ReExports.Of(contents, modules, LastName(symbol).ToString()).Take(MaxNamesakes))
        {
            FileDefinitions known = Of(contents.FileOf(unit));
            _files[contents.FileOf(unit)] = known with { Function = true, Type = true, Unit = known.Unit >= 0 ? known.Unit : unit };
        }
    }

    // Who asks for an interface reads on in what implements it: the fewer do, the more each of them is what the name stands for.
    private void AddImplementations(IndexContents contents)
    {
        CodeUnit[] interfaces = [.. _files.Values.Where(known => known.Unit >= 0).Select(known => contents.Units[known.Unit]).Where(unit => unit.Kind is UnitKind.Interface or UnitKind.Trait)];
        foreach (CodeUnit named in interfaces)
        {
            int[] units = [.. contents.Graph.ImplementationsOf(named).Select(edge => contents.Graph.IndexOf(edge.From)).Where(unit => contents.Units[unit].Role == UnitRole.Implementation).DistinctBy(contents.FileOf)];
            foreach (int unit in units.Length > MaxUnits ? [] : units)
            {
                FileDefinitions known = Of(contents.FileOf(unit));
                _files[contents.FileOf(unit)] = known with { Implements = Math.Max(known.Implements, 1f / units.Length), Unit = known.Unit >= 0 ? known.Unit : unit };
            }
        }
    }

    // Of a stack trace the innermost frame in this code is where it broke, and those around it led there.
    private void AddPlaces(IndexContents contents, PathEnds ends, ParsedQuery query)
    {
        int frames = 0;
        foreach (QueryPlace place in query.Places)
        {
            int[] files = [.. ends.Like(place.Path).Where(file => IsNamed(contents.PathOf(file), place.Path))];
            if (files.Length == 0 || (query.Kind != QueryKind.Path && (files.Length > MaxNamesakes || IsUsual(place))))
            {
                continue;
            }

            float named = place.Line > 0 ? 1f / ++frames : 1;
            foreach (int file in files.Where(file => Of(file).Named < named))
            {
                FileDefinitions known = Of(file);
                int? shown = query.Kind is QueryKind.Trace or QueryKind.Report ? FunctionOf(contents, file, place.Line, query.Symbols) : null;
                _files[file] = known with { Named = named, Unit = shown ?? UnitAt(contents, file, place.Line) ?? known.Unit };
            }
        }
    }

    // Every project has such a file, and who writes of his own means that one: index.js, __init__.py.
    private static bool IsUsual(QueryPlace place) => place.Line == 0 && !place.Path.Contains('/', StringComparison.Ordinal) && FileNames.IsEntry(place.Path);

    private static bool IsDefinitionFor(CodeUnit unit, CodeUnit announced) =>
        unit.Role == UnitRole.Implementation && unit.Kind.IsType() == announced.Kind.IsType() && LinesOf(unit) >= MinLinesOfDefinition;

    private static int LinesOf(CodeUnit unit) => unit.Lines.End - unit.Lines.Start + 1;

    // A path from another machine ends with ours; a fragment is the end of ours.
    private static bool IsNamed(string path, string named) => EndsWith(path, named) || EndsWith(named, path);

    private static bool EndsWith(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (path.Length == end.Length || path[^(end.Length + 1)] == '/');

    // A frame says its function and its line, and of another build the line has moved: of the functions of that name the nearest.
    private static int? FunctionOf(IndexContents contents, int file, int line, IReadOnlyList<string> symbols)
    {
        int? found = null;
        int distance = int.MaxValue;
        for (int unit = contents.FileStarts[file]; unit < contents.FileStarts[file + 1]; unit++)
        {
            CodeUnit function = contents.Units[unit];
            int away = function.Lines.Contains(line) ? 0 : Math.Min(Math.Abs(function.Lines.Start - line), Math.Abs(function.Lines.End - line));
            if (function.Kind.IsCallable() && away < distance && symbols.Any(symbol => LastName(symbol).SequenceEqual(function.Name)))
            {
                (found, distance) = (unit, away);
            }
        }

        return found;
    }

    private static ReadOnlySpan<char> LastName(string symbol) => symbol.AsSpan(symbol.LastIndexOfAny(['.', ':', '#', '>', '/']) + 1);

    private static int? UnitAt(IndexContents contents, int file, int line)
    {
        int? found = null;
        for (int unit = contents.FileStarts[file]; line > 0 && unit < contents.FileStarts[file + 1]; unit++)
        {
            LineRange lines = contents.Units[unit].Lines;
            found = lines.Start <= line && line <= lines.End && (found is null || LinesOf(contents.Units[unit]) <= LinesOf(contents.Units[found.Value])) ? unit : found;
        }

        return found;
    }
}
