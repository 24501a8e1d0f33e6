using System.Text;
using System.Text.Json;

namespace StructIndex.Benchmarks;

/// <summary>The units that models are judged on, parsed once and kept in a folder, so that a new model costs seconds.</summary>
internal static class ProbeUnits
{
    /// <summary>The units of a folder of sources, in the order of their files.</summary>
    public static async Task<ProbeUnit[]> OfFolderAsync(string directory, string name, string? cache)
    {
        if (cache is not null && Cached(cache, name) is { } known)
        {
            return known;
        }

        DirectorySource source = new(directory);
        List<SourceFile> files = [];
        await foreach (SourceFile file in source.ReadAsync(_ => { }))
        {
            files.Add(file);
        }

        List<ParsedFile> parsed = [];
        foreach (var group in files.GroupBy(f => CodeIndexer.DefaultParsers.FirstOrDefault(p => p.CanParse(f))))
        {
            if (group.Key is not null)
            {
                parsed.AddRange(group.Key.Parse([.. group.OrderBy(f => f.Path, StringComparer.Ordinal)], source.RootDirectory, null).Files);
            }
        }

        return Keep(cache, name, [.. UnitAssembler.Assemble(parsed).Units.OrderBy(u => u.Path, StringComparer.Ordinal).Select(Of)]);
    }

    /// <summary>One unit for each text of a BEIR corpus of Python functions, without a path: it is made up.</summary>
    public static ProbeUnit[] OfBeir(string folder, string? cache)
    {
        if (cache is not null && Cached(cache, "beir") is { } known)
        {
            return known;
        }

        SourceFile[] files = [.. File.ReadLines(Path.Combine(folder, "corpus.jsonl")).Select((line, i) =>
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return new SourceFile($"f{i:D7}.py", document.RootElement.GetProperty("text").GetString()!, "python");
        })];
        ILookup<string, CodeUnit> units = UnitAssembler.Assemble(new TreeSitterParser().Parse(files, null, null).Files).Units.ToLookup(u => u.Path, StringComparer.Ordinal);
        return Keep(cache, "beir", [.. files.Select(file =>
        {
            CodeUnit? function = units[file.Path].FirstOrDefault(u => u.Kind.IsCallable()) ?? units[file.Path].FirstOrDefault();
            UnitFields fields = function is null ? default(UnitFields) with { Body = file.Text } : UnitFields.Of(function) with { Path = "", Container = "" };
            return new ProbeUnit(default, fields, []);
        })]);
    }

    private static ProbeUnit Of(CodeUnit unit) => new(unit.Lines, UnitFields.Of(unit), [.. unit.Pieces.Select(p => (p.Start, p.Length))]);

    private static ProbeUnit[]? Cached(string folder, string name)
    {
        string path = Path.Combine(folder, name + ".units");
        if (!File.Exists(path))
        {
            return null;
        }

        using BinaryReader reader = new(File.OpenRead(path), Encoding.UTF8);
        ProbeUnit[] units = new ProbeUnit[reader.ReadInt32()];
        for (int i = 0; i < units.Length; i++)
        {
            LineRange lines = new(reader.ReadInt32(), reader.ReadInt32());
            UnitFields fields = new(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
            var pieces = new (int, int)[reader.ReadInt32()];
            for (int p = 0; p < pieces.Length; p++)
            {
                pieces[p] = (reader.ReadInt32(), reader.ReadInt32());
            }

            units[i] = new ProbeUnit(lines, fields, pieces);
        }

        return units;
    }

    private static ProbeUnit[] Keep(string? folder, string name, ProbeUnit[] units)
    {
        if (folder is null)
        {
            return units;
        }

        Directory.CreateDirectory(folder);
        using BinaryWriter writer = new(File.Create(Path.Combine(folder, name + ".units")), Encoding.UTF8);
        writer.Write(units.Length);
        foreach (ProbeUnit unit in units)
        {
            writer.Write(unit.Lines.Start);
            writer.Write(unit.Lines.End);
            foreach (string? text in (ReadOnlySpan<string?>)[unit.Fields.Name, unit.Fields.Container, unit.Fields.Path, unit.Fields.Signature, unit.Fields.Documentation, unit.Fields.Body])
            {
                writer.Write(text ?? "");
            }

            writer.Write(unit.Pieces.Length);
            foreach ((int start, int length) in unit.Pieces)
            {
                writer.Write(start);
                writer.Write(length);
            }
        }

        return units;
    }
}
