namespace StructIndex;

/// <summary>Writes a <see cref="BuildState"/> and reads it again. Units are cut anew from the parsed files, which gives the same.</summary>
internal static class BuildStateFacts
{
    /// <summary>Whether it is of an index with edges whose parsers can take their outputs again, and the fields of the units say what each row of the vectors was made of.</summary>
    public static bool CanBeKept(BuildState state) =>
        state is { RowKeys.Count: 0, Resolved: not null } && state.Outputs.All(output => output.Value.Files.Select(file => file.Source.Language).Distinct().All(language => output.Key.RulesOf(language) is not null));

    /// <summary>Writes a state that can be kept.</summary>
    public static void Write(FactWriter writer, BuildState state)
    {
        Dictionary<SourceFile, int> numbers = new(ReferenceEqualityComparer.Instance);
        writer.WriteList(state.Files, file =>
        {
            numbers.Add(file, numbers.Count);
            Write(writer, file);
        });
        writer.WriteList(state.Failures, writer.Write);
        IReadOnlyList<ICodeParser> parsers = ParserSet.All(state.Options.Parsers);
        writer.WriteList(state.Outputs, entry =>
        {
            (ICodeParser parser, ParserOutput output) = entry;
            writer.Write(Enumerable.Range(0, parsers.Count).First(i => ReferenceEquals(parsers[i], parser)));
            writer.WriteList(output.Files, file =>
            {
                writer.Write(numbers[file.Source]);
                ParsedFileFacts.Write(writer, file);
            });
            writer.WriteList(output.Failures, writer.Write);
            writer.WriteList(output.ReadBesides, writer.WriteText);
            writer.WriteArray(output.Binder?.Keep() ?? []);
        });
        writer.WriteList(state.Resolved!.Bases, writer.WriteArray);
        writer.WriteList(state.Resolved.Calls, writer.WriteArray);
        writer.Write(state.Words is not null);
        writer.WriteList(state.Words?.Table.InOrder().Terms ?? [], writer.WriteChars);
        writer.WriteList(state.Words?.Files ?? [], writer.WriteArray);
        writer.Flush();
    }

    /// <summary>Reads a state.</summary>
    /// <param name="reader">The facts.</param>
    /// <param name="folder">The folder that the files are in now; null where they were read from.</param>
    /// <param name="options">How the builder builds that goes on with it; its parsers are those of before.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BuildState Read(FactReader reader, string? folder, CodeIndexOptions options, CancellationToken cancellationToken)
    {
        SourceFile[] files = reader.ReadList(() => ReadFile(reader, folder));
        FileFailure[] failures = reader.ReadList(reader.ReadFailure);
        IReadOnlyList<ICodeParser> parsers = ParserSet.All(options.Parsers);
        OrderedDictionary<ICodeParser, ParserOutput> outputs = new(ReferenceEqualityComparer.Instance);
        reader.ReadList(() =>
        {
            ICodeParser parser = parsers[reader.ReadInt32()];
            ParsedFile[] parsed = reader.ReadList(() =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                SourceFile file = files[reader.ReadInt32()];
                return ParsedFileFacts.Read(reader, file, parser.RulesOf(file.Language) ?? throw new InvalidDataException($"No rules for {file.Language}."));
            });
            ParserOutput output = new(parsed) { Failures = reader.ReadList(reader.ReadFailure), ReadBesides = reader.ReadList(reader.ReadNamed) };
            outputs.Add(parser, parser.Restore(output, reader.ReadArray<byte>()));
            return true;
        });
        UnitSet units = UnitAssembler.Assemble([.. outputs.Values.SelectMany(output => output.Files)], cancellationToken);
        RawEdge[][] bases = reader.ReadList(reader.ReadArray<RawEdge>), calls = reader.ReadList(reader.ReadArray<RawEdge>);
        bool hasWords = reader.ReadBoolean();
        LexicalTermTable terms = LexicalTermTable.Of(reader.ReadList(reader.ReadCharacters));
        byte[][] words = reader.ReadList(reader.ReadArray<byte>);
        return new BuildState(options, files, failures, outputs, units, new ResolvedFiles(units, bases, calls), hasWords ? new LexicalMemory(terms, units, words) : null, []);
    }

    private static void Write(FactWriter writer, SourceFile file)
    {
        writer.WriteText(file.Path);
        writer.WriteChars(file.Text);
        writer.WriteText(file.Language);
        writer.WriteText(file.FullPath);
        writer.WriteText(file.RootDirectory);
        writer.Write(file.IsGenerated);
        writer.WriteArray(file.Stamp is { } stamp ? new[] { stamp } : []);
    }

    // A file of another folder has never been looked at: its text will say whether it is the same.
    private static SourceFile ReadFile(FactReader reader, string? folder)
    {
        (string path, string text, string language) = (reader.ReadNamed(), reader.ReadCharacters(), reader.ReadNamed());
        (string? fullPath, string? root, bool isGenerated) = (reader.ReadText(), reader.ReadText(), reader.ReadBoolean());
        FileStamp? stamp = reader.ReadArray<FileStamp>() is [var read] ? read : null;
        string? now = folder is null ? fullPath : Path.Combine(folder, path);
        return new SourceFile(path, text, language) { FullPath = now, RootDirectory = root, IsGenerated = isGenerated, Stamp = now == fullPath ? stamp : null };
    }
}
