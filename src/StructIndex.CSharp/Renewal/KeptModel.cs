namespace StructIndex;

/// <summary>Writes what a bound model knows of its files, beside their declarations, and reads it in another process. Files go by their places, declarations by theirs in the file.</summary>
internal static class KeptModel
{
    /// <summary>Writes a model.</summary>
    public static byte[] Write(ModelMemory memory)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        CSharpProject[] projects = [.. memory.Files.Select(file => file.Owner!).Distinct()];
        HashSet<CSharpProject> documented = [.. memory.Files.Where(file => file.Reading!.Asks == SymbolUse.Documentation).Select(file => file.Owner!)];
        writer.Write(projects.Length);
        foreach (CSharpProject project in projects)
        {
            writer.Write(string.Join('\n', project.File.Constants));
            Write(writer, memory.Shapes(project));
            Write(writer, documented.Contains(project) ? memory.DocumentedShapes(project) : 0);
        }

        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (CSharpFile file in memory.Files)
        {
            places[file.Source.Path] = places.Count;
        }

        foreach (CSharpFile file in memory.Files)
        {
            writer.Write(Array.IndexOf(projects, file.Owner));
            writer.Write(file.Text == file.Source.Text ? "" : file.Text);
            writer.Write(file.Shape is not null);
            Write(writer, file.Shape?.Bare ?? 0);
            Write(writer, file.Shape?.Documented ?? 0);
            Write(writer, file.Reading!);
            Write(writer, file.Bound is { IsTimedOut: false } bound ? bound : null, places);
        }

        return stream.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="parsed">The declarations of the files.</param>
    /// <param name="kept">What <see cref="Write(ModelMemory)"/> gave.</param>
    public static ModelMemory Read(IReadOnlyList<ParsedFile> parsed, byte[] kept)
    {
        using BinaryReader reader = new(new MemoryStream(kept));
        Dictionary<CSharpProject, UInt128> shapes = [], documented = [];
        CSharpProject[] projects = new CSharpProject[reader.ReadInt32()];
        for (int i = 0; i < projects.Length; i++)
        {
            projects[i] = new CSharpProject(new ProjectFile { Path = "", AssemblyName = "", Constants = [.. reader.ReadString().Split('\n', StringSplitOptions.RemoveEmptyEntries)] });
            (shapes[projects[i]], documented[projects[i]]) = (ReadHash(reader), ReadHash(reader));
        }

        CSharpFile[] files = new CSharpFile[parsed.Count];
        for (int i = 0; i < files.Length; i++)
        {
            CSharpProject owner = projects[reader.ReadInt32()];
            string text = reader.ReadString();
            bool hasShape = reader.ReadBoolean();
            TreeShape shape = new(ReadHash(reader), ReadHash(reader));
            files[i] = new CSharpFile(parsed[i].Source, null) { Owner = owner, KeptText = text.Length == 0 ? null : text, KeptShape = hasShape ? shape : null, Reading = ReadReading(reader, parsed[i]), Bound = ReadBound(reader, parsed) };
        }

        return new ModelMemory(files, project => shapes[project], project => documented[project], null);
    }

    private static void Write(BinaryWriter writer, FileReading reading)
    {
        writer.Write((byte)reading.Asks);
        writer.Write(reading.Declared?.Count ?? -1);
        Dictionary<CodeDeclaration, int> numbers = new(ReferenceEqualityComparer.Instance);
        foreach (CodeDeclaration declaration in reading.File.Declarations)
        {
            numbers[declaration] = numbers.Count;
        }

        foreach ((int start, CodeDeclaration declaration) in reading.Declared ?? [])
        {
            writer.Write(start);
            writer.Write(numbers[declaration]);
        }
    }

    private static FileReading ReadReading(BinaryReader reader, ParsedFile file)
    {
        SymbolUse asks = (SymbolUse)reader.ReadByte();
        int count = reader.ReadInt32();
        Dictionary<int, CodeDeclaration>? declared = count < 0 ? null : [];
        for (int i = 0; i < count; i++)
        {
            declared!.Add(reader.ReadInt32(), file.Declarations[reader.ReadInt32()]);
        }

        return new FileReading(file, declared, asks);
    }

    private static void Write(BinaryWriter writer, BoundFile? bound, Dictionary<string, int> places)
    {
        writer.Write(bound is not null);
        if (bound is null)
        {
            return;
        }

        writer.Write(bound.Edges.Length);
        foreach (KeptEdge edge in bound.Edges)
        {
            writer.Write(places[edge.FromPath]);
            writer.Write(edge.From);
            writer.Write(places[edge.ToPath]);
            writer.Write(edge.To);
            writer.Write((byte)edge.Kind);
            writer.Write((byte)edge.Certainty);
            writer.Write(edge.Offset);
        }

        writer.Write(bound.Statistics.Source);
        writer.Write(bound.Statistics.Metadata);
        writer.Write(bound.Statistics.Candidate);
        writer.Write(bound.Statistics.Nothing);
        writer.Write(bound.Failure is not null);
        if (bound.Failure is { } failure)
        {
            writer.Write(failure.Path);
            writer.Write((int)failure.Kind);
            writer.Write(failure.Message);
        }
    }

    private static BoundFile? ReadBound(BinaryReader reader, IReadOnlyList<ParsedFile> files)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        List<KeptEdge> edges = [];
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            edges.Add(new KeptEdge(Path(), reader.ReadInt32(), Path(), reader.ReadInt32(), (EdgeKind)reader.ReadByte(), (EdgeCertainty)reader.ReadByte(), reader.ReadInt32()));
        }

        CSharpBindingStatistics statistics = new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return new BoundFile([.. edges], statistics, reader.ReadBoolean() ? new FileFailure(reader.ReadString(), (FileFailureKind)reader.ReadInt32(), reader.ReadString()) : null, IsTimedOut: false);

        string Path() => files[reader.ReadInt32()].Source.Path;
    }

    private static void Write(BinaryWriter writer, UInt128 hash)
    {
        writer.Write((ulong)hash);
        writer.Write((ulong)(hash >> 64));
    }

    private static UInt128 ReadHash(BinaryReader reader)
    {
        ulong low = reader.ReadUInt64();
        return new UInt128(reader.ReadUInt64(), low);
    }
}
