namespace StructIndex;

/// <summary>The units that declare what a query names, and the files that it names.</summary>
internal sealed class Definitions
{
    // Longer lists are of names that say nothing: get, run, init.
    private const int MostUnits = 40;

    private readonly Dictionary<int, FileDefinitions> _files = [];

    /// <summary>Looks the symbols and places of a query up.</summary>
    public Definitions(IndexContents contents, QueryIntent intent)
    {
        foreach (string symbol in intent.Symbols)
        {
            IReadOnlyList<CodeUnit> units = contents.Graph.Find(symbol);
            int lines = 0;
            foreach (CodeUnit unit in units.Count > MostUnits ? [] : units)
            {
                lines = Math.Max(lines, LinesOf(unit));
            }

            foreach (CodeUnit unit in units.Count > MostUnits ? [] : units)
            {
                Add(contents, unit, (float)LinesOf(unit) / lines);
            }
        }

        for (int file = 0; intent.Places.Count > 0 && file < contents.FileCount; file++)
        {
            foreach (QueryPlace place in intent.Places)
            {
                if (IsNamed(contents.PathOf(file), place.Path))
                {
                    FileDefinitions known = Of(file);
                    _files[file] = known with { IsNamed = true, Unit = UnitAt(contents, file, place.Line) ?? known.Unit };
                }
            }
        }
    }

    /// <summary>The files that declare or are something named.</summary>
    public IEnumerable<int> Files => _files.Keys;

    /// <summary>What a file declares of it.</summary>
    public FileDefinitions Of(int file) => _files.GetValueOrDefault(file, FileDefinitions.None);

    private void Add(IndexContents contents, CodeUnit unit, float size)
    {
        int number = contents.Graph.IndexOf(unit);
        int file = contents.FileOf(number);
        FileDefinitions known = Of(file);
        bool better = unit.Kind.IsType() ? !known.Type || size > known.Size : !known.Type && (!known.Function || size > known.Size);
        _files[file] = new FileDefinitions(
            known.Type || unit.Kind.IsType() || unit.Kind == UnitKind.Namespace, known.Function || unit.Kind.IsCallable(), Math.Max(known.Size, size), better ? number : known.Unit, known.IsNamed);
    }

    private static int LinesOf(CodeUnit unit) => unit.Lines.End - unit.Lines.Start + 1;

    // A path from another machine ends with ours; a fragment is the end of ours.
    private static bool IsNamed(string path, string named) => EndsWith(path, named) || EndsWith(named, path);

    private static bool EndsWith(string path, string end) => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && (path.Length == end.Length || path[^(end.Length + 1)] == '/');

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
