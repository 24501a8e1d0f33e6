namespace StructIndex.Tests;

/// <summary>Small indexes for tests, with vectors that the test chooses.</summary>
internal static class TinyIndex
{
    /// <summary>A unit named <paramref name="name"/> in a file.</summary>
    public static CodeUnit Unit(string path, string name, string body = "", UnitKind kind = UnitKind.Function, string language = "python") => new()
    {
        Id = $"{path}#{name}",
        Kind = kind,
        Name = name,
        Path = path,
        Lines = new LineRange(1, 1),
        Language = language,
        Body = body,
    };

    /// <summary>An index of units; with one vector for each unit where <paramref name="vectors"/> is given.</summary>
    public static IndexContents Of(IReadOnlyList<CodeUnit> units, float[][]? vectors = null)
    {
        VectorStore? store = null;
        if (vectors is not null)
        {
            VectorStoreBuilder builder = new(vectors.Length, vectors[0].Length, VectorPrecision.Float32);
            for (int row = 0; row < vectors.Length; row++)
            {
                builder.Set(row, vectors[row]);
            }

            store = builder.Build();
        }

        return new IndexContents
        {
            Units = units,
            Graph = Graph(units),
            Vectors = store,
            RowUnits = vectors is null ? [] : [.. Enumerable.Range(0, units.Count)],
            Lexical = LexicalIndex.Build(units),
            Model = vectors is null ? null : new ModelIdentity("test", vectors[0].Length, 1),
        };
    }

    /// <summary>A graph of units.</summary>
    public static CodeGraph Graph(IReadOnlyList<CodeUnit> units, params RawEdge[] edges)
    {
        int[] none = [.. Enumerable.Repeat(-1, units.Count)];
        return new CodeGraph(units, EdgeTable.Of([.. edges]), new UnitStructure(none, none));
    }

    /// <summary>A vector in the plane whose cosine with (1, 0) is <paramref name="cosine"/>.</summary>
    public static float[] At(double cosine) => [(float)cosine, (float)Math.Sqrt(1 - (cosine * cosine))];
}
