namespace StructIndex;

/// <summary>Writes what a parser found in a file, but for the file itself and the rules of its language, and reads it again.</summary>
internal static class ParsedFileFacts
{
    private const int None = -1;

    private static readonly SourceSpan s_whole = new(None, None);

    /// <summary>Writes a parsed file.</summary>
    public static void Write(FactWriter writer, ParsedFile file)
    {
        Dictionary<CodeDeclaration, int> numbers = Number(file);
        writer.WriteList(numbers.Keys, declaration => Write(writer, declaration, NumberOf(declaration.Parent)));
        writer.WriteList(file.Declarations, declaration => writer.Write(numbers[declaration]));
        writer.WriteList(file.References, reference =>
        {
            writer.Write((byte)reference.Kind);
            writer.WriteText(reference.Name);
            writer.WriteText(reference.Receiver);
            writer.Write(NumberOf(reference.From));
            writer.Write(reference.Offset);
        });
        writer.WriteList(file.Imports, import =>
        {
            writer.WriteText(import.Module);
            writer.WriteText(import.Name);
            writer.WriteText(import.Alias);
        });
        writer.WriteList(file.Variables, variable =>
        {
            writer.WriteText(variable.Name);
            writer.WriteText(variable.TypeName);
            writer.Write(NumberOf(variable.Scope));
            writer.Write(variable.Part ?? s_whole);
        });
        writer.WriteList(file.Values, value =>
        {
            writer.WriteText(value.Target);
            writer.Write(value.Value);
            writer.Write(NumberOf(value.Scope));
            writer.Write((byte)value.Kind);
        });
        writer.WriteText(file.Documentation);
        writer.WriteArray([.. file.Breaks]);
        writer.WriteList(file.Failures, writer.Write);

        int NumberOf(CodeDeclaration? declaration) => declaration is null ? None : numbers[declaration];
    }

    /// <summary>Reads a parsed file.</summary>
    /// <param name="reader">Stands where <see cref="Write(FactWriter, ParsedFile)"/> began.</param>
    /// <param name="source">The file.</param>
    /// <param name="rules">The rules of its language.</param>
    public static ParsedFile Read(FactReader reader, SourceFile source, LanguageRules rules)
    {
        List<CodeDeclaration> all = [];
        reader.ReadList(() =>
        {
            all.Add(ReadDeclaration(reader, all));
            return true;
        });
        return new ParsedFile
        {
            Source = source,
            Rules = rules,
            Declarations = reader.ReadList(() => all[reader.ReadInt32()]),
            References = reader.ReadList(() => new CodeReference((CodeReferenceKind)reader.ReadByte(), reader.ReadNamed(), reader.ReadText(), At(reader.ReadInt32()), reader.ReadInt32())),
            Imports = reader.ReadList(() => new ImportedName(reader.ReadNamed(), reader.ReadText(), reader.ReadText())),
            Variables = reader.ReadList(() => new VariableType(reader.ReadNamed(), reader.ReadNamed(), At(reader.ReadInt32())) { Part = reader.ReadSpan() is var part && part == s_whole ? null : part }),
            Values = reader.ReadList(() => new AssignedValue(reader.ReadNamed(), reader.ReadSpan(), At(reader.ReadInt32()), (AssignedValueKind)reader.ReadByte())),
            Documentation = reader.ReadNamed(),
            Breaks = reader.ReadArray<int>(),
            Failures = reader.ReadList(reader.ReadFailure),
        };

        CodeDeclaration? At(int number) => number == None ? null : all[number];
    }

    /// <summary>Numbers for the declarations of the file and those that hold them, which come before what they hold.</summary>
    private static Dictionary<CodeDeclaration, int> Number(ParsedFile file)
    {
        Dictionary<CodeDeclaration, int> numbers = new(ReferenceEqualityComparer.Instance);
        Stack<CodeDeclaration> above = new();
        IEnumerable<CodeDeclaration?> used = [.. file.Declarations, .. file.References.Select(reference => reference.From), .. file.Variables.Select(variable => variable.Scope), .. file.Values.Select(value => value.Scope)];
        foreach (CodeDeclaration? one in used)
        {
            for (CodeDeclaration? declaration = one; declaration is not null && !numbers.ContainsKey(declaration); declaration = declaration.Parent)
            {
                above.Push(declaration);
            }

            while (above.TryPop(out CodeDeclaration? declaration))
            {
                numbers.Add(declaration, numbers.Count);
            }
        }

        return numbers;
    }

    private static void Write(FactWriter writer, CodeDeclaration declaration, int parent)
    {
        writer.Write((byte)declaration.Kind);
        writer.WriteText(declaration.Name);
        writer.Write(declaration.Span);
        writer.Write(declaration.NameSpan);
        writer.Write(declaration.Body);
        writer.Write(parent);
        writer.WriteText(declaration.Container);
        writer.WriteText(declaration.Signature);
        writer.WriteText(declaration.Documentation);
        writer.WriteList(declaration.Attributes, writer.WriteText);
        writer.WriteText(declaration.Id);
        writer.Write(declaration.IsPublic switch { null => (byte)2, true => (byte)1, false => (byte)0 });
        writer.Write(declaration.IsTest);
        writer.WriteArray([.. declaration.Breaks]);
    }

    private static CodeDeclaration ReadDeclaration(FactReader reader, List<CodeDeclaration> before) => new()
    {
        Kind = (UnitKind)reader.ReadByte(),
        Name = reader.ReadNamed(),
        Span = reader.ReadSpan(),
        NameSpan = reader.ReadSpan(),
        Body = reader.ReadSpan(),
        Parent = reader.ReadInt32() is var parent && parent == None ? null : before[parent],
        Container = reader.ReadNamed(),
        Signature = reader.ReadNamed(),
        Documentation = reader.ReadNamed(),
        Attributes = reader.ReadList(reader.ReadNamed),
        Id = reader.ReadText(),
        IsPublic = reader.ReadByte() switch { 2 => null, var isPublic => isPublic == 1 },
        IsTest = reader.ReadBoolean(),
        Breaks = reader.ReadArray<int>(),
    };
}
