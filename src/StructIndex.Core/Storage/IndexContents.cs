using System.Numerics.Tensors;

namespace StructIndex;

/// <summary>Everything an index holds, built or loaded. Immutable once made.</summary>
internal sealed class IndexContents
{
    private readonly int[] _rowUnits = [];
    private readonly Lazy<IndexLists> _rowsOfUnits;
    private IReadOnlyList<CodeUnit>? _units;

    public IndexContents() => _rowsOfUnits = new Lazy<IndexLists>(() => new IndexLists(_units!.Count, _rowUnits));

    /// <summary>The units; those of a file stand together. A unit's place here is its number everywhere in the index.</summary>
    public required IReadOnlyList<CodeUnit> Units
    {
        get => _units!;
        init
        {
            _units = value;
            FileStarts = FindFiles(value);
        }
    }

    /// <summary>How the units depend on each other.</summary>
    public required CodeGraph Graph { get; init; }

    /// <summary>Vectors, one row for each piece of a unit; null for an index that is searched by words alone.</summary>
    public VectorStore? Vectors { get; init; }

    /// <summary>For each row of <see cref="Vectors"/> the unit it belongs to; empty without vectors.</summary>
    public int[] RowUnits
    {
        get => _rowUnits;
        init
        {
            _rowUnits = value;
            RowRuns = new RowRuns(value);
        }
    }

    /// <summary>The same as <see cref="RowUnits"/>, for the scores of all rows at once.</summary>
    public RowRuns RowRuns { get; private init; } = new([]);

    /// <summary>Postings over the fields of the units.</summary>
    public required LexicalIndex Lexical { get; init; }

    /// <summary>What made the vectors; null without vectors.</summary>
    public ModelIdentity? Model { get; init; }

    /// <summary>Files that are missing or there only in part, by path.</summary>
    public IReadOnlyList<FileFailure> Failures { get; init; } = [];

    /// <summary>What is known of the languages of the units, by name.</summary>
    public IReadOnlyDictionary<string, LanguageFacts> Languages { get; init; } = new Dictionary<string, LanguageFacts>();

    /// <summary>What was read besides the sources, by name.</summary>
    public IReadOnlyList<string> ReadBesides { get; init; } = [];

    /// <summary>UTF-16 units of source that were read.</summary>
    public long SourceLength { get; init; }

    /// <summary>Where searches abstain unless they say otherwise, 0 to 1; null where no calibration was made.</summary>
    public double? MinimumRelevance { get; init; }

    /// <summary>For each file its first unit, and after the last the number of units.</summary>
    public int[] FileStarts { get; private init; } = [0];

    /// <summary>Number of files that have units.</summary>
    public int FileCount => FileStarts.Length - 1;

    /// <summary>The file, counted in the order of the units, that a unit is in.</summary>
    /// <param name="unit">Number of the unit.</param>
    public int FileOf(int unit)
    {
        int found = Array.BinarySearch(FileStarts, unit);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>For each unit the file it is in.</summary>
    public int[] FilesOfUnits()
    {
        int[] files = new int[Units.Count];
        for (int file = 0; file < FileCount; file++)
        {
            Array.Fill(files, file, FileStarts[file], FileStarts[file + 1] - FileStarts[file]);
        }

        return files;
    }

    /// <summary>What is known of a language.</summary>
    public LanguageFacts FactsOf(string language) => Languages.GetValueOrDefault(language, LanguageFacts.Default);

    /// <summary>The vector of a unit, the average of its pieces, of length 1 or all zeros; empty without vectors.</summary>
    public float[] VectorOf(int unit)
    {
        if (Vectors is null)
        {
            return [];
        }

        float[] sum = new float[Vectors.Dimensions], row = new float[Vectors.Dimensions];
        ReadOnlySpan<int> rows = _rowsOfUnits.Value.Of(unit);
        foreach (int at in rows)
        {
            Vectors.CopyRow(at, row);
            TensorPrimitives.Add(sum, row, sum);
        }

        float length = rows.Length > 1 ? TensorPrimitives.Norm<float>(sum) : 0;
        if (length > 0)
        {
            TensorPrimitives.Divide(sum, length, sum);
        }

        return sum;
    }

    /// <summary>The path of a file.</summary>
    public string PathOf(int file) => Units[FileStarts[file]].Path;

    /// <summary>The same with another graph over the same units, and the files whose edges it lacks.</summary>
    public IndexContents With(CodeGraph graph, IEnumerable<FileFailure> failures) => Copy(graph, FileFailure.InOrder(Failures.Concat(failures)), MinimumRelevance);

    /// <summary>The same with another threshold.</summary>
    public IndexContents With(double? minimumRelevance) => Copy(Graph, Failures, minimumRelevance);

    /// <summary>Whether the units of each file stand together.</summary>
    public static bool StandTogether(IReadOnlyList<CodeUnit> units)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int unit = 0; unit < units.Count; unit++)
        {
            if ((unit == 0 || units[unit].Path != units[unit - 1].Path) && !seen.Add(units[unit].Path))
            {
                return false;
            }
        }

        return true;
    }

    private IndexContents Copy(CodeGraph graph, IReadOnlyList<FileFailure> failures, double? minimumRelevance) => new()
    {
        Units = Units,
        Graph = graph,
        Vectors = Vectors,
        RowUnits = RowUnits,
        Lexical = Lexical,
        Model = Model,
        Failures = failures,
        Languages = Languages,
        ReadBesides = ReadBesides,
        SourceLength = SourceLength,
        MinimumRelevance = minimumRelevance,
    };

    private static int[] FindFiles(IReadOnlyList<CodeUnit> units)
    {
        if (!StandTogether(units))
        {
            throw new ArgumentException("The units of a file do not stand together.", nameof(units));
        }

        List<int> starts = [];
        for (int unit = 0; unit < units.Count; unit++)
        {
            if (unit == 0 || units[unit].Path != units[unit - 1].Path)
            {
                starts.Add(unit);
            }
        }

        starts.Add(units.Count);
        return [.. starts];
    }
}
