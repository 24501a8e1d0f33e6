using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace StructIndex;

/// <summary>
/// A hash of all that the references of other files are resolved by. An edit that keeps it, such as one inside a function, changes no edge
/// of another file.
/// </summary>
internal static class FileSurface
{
    /// <summary>How much of the text around a declared name is looked at: by it quoted names and members of objects are known.</summary>
    private const int Around = 2;

    /// <summary>The hash for a file of some units.</summary>
    public static UInt128 Of(UnitSet set, ParsedFile file)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.Unicode);
        writer.Write(file.Source.Path);
        writer.Write(file.Source.Language);
        Dictionary<CodeDeclaration, int> numbers = new(ReferenceEqualityComparer.Instance);
        foreach (CodeDeclaration declaration in file.Declarations)
        {
            numbers[declaration] = numbers.Count;
            writer.Write(InferredReturns.Expression(file.Rules, declaration, file.Source.Text) ?? "");
            Write(writer, set, file.Source.Text, declaration, declaration.Parent is { } parent ? numbers.GetValueOrDefault(parent, -1) : -1);
        }

        foreach (ImportedName import in file.Imports)
        {
            writer.Write($"\n{import.Module}\n{import.Name}\n{import.Alias}");
        }

        foreach (VariableType variable in file.Variables)
        {
            // Variables of functions are seen in them alone.
            if (variable.Scope is null || UnitBodies.IsContainer(variable.Scope.Kind))
            {
                writer.Write($"\n{variable.Name}\n{variable.TypeName}");
                writer.Write(variable.Scope is null ? -1 : numbers.GetValueOrDefault(variable.Scope, -2));
            }
        }

        WriteValues(writer, file, numbers);

        // What types extend and implement is not always part of their signature.
        foreach (CodeReference reference in file.References)
        {
            if (reference.Kind is not (CodeReferenceKind.Call or CodeReferenceKind.Construct))
            {
                writer.Write($"\n{reference.Kind}\n{reference.Name}\n{reference.Receiver}");
                writer.Write(reference.From is null ? -1 : numbers.GetValueOrDefault(reference.From, -2));
            }
        }

        if (file.Source.Language == "json")
        {
            // Names of packages and paths of modules are written in such files.
            writer.Write(file.Source.Text);
        }

        if (file.Rules.ExportsOf(file.Source.Text) is { } exports)
        {
            writer.Write(exports.Module);
            writer.Write(string.Join('\n', exports.Names.Order(StringComparer.Ordinal)));
            writer.Write(string.Join('\n', exports.Modules));
            writer.Write(exports.HasMembers);
        }

        writer.Flush();
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    /// <summary>What <see cref="FunctionValues"/> looks at from other files, and which names in it are those of variables, which it does not follow there.</summary>
    private static void WriteValues(BinaryWriter writer, ParsedFile file, Dictionary<CodeDeclaration, int> numbers)
    {
        FileValues values = new(file);
        foreach (AssignedValue value in file.Values)
        {
            bool isResult = value.Kind is AssignedValueKind.Returned or AssignedValueKind.Yielded;
            if (value.Scope is not null && !UnitBodies.IsContainer(value.Scope.Kind) && !isResult && FileValues.Field(file.Rules, value.Target.Split('[')[0], value.Scope) is null)
            {
                continue;
            }

            string text = file.Source.Text.Substring(value.Value.Start, value.Value.Length);
            writer.Write($"\n{value.Target}\n{text}\n{value.Kind}");
            writer.Write(value.Scope is null ? -1 : numbers.GetValueOrDefault(value.Scope, -2));
            foreach (Range name in ValueExpression.Names(text))
            {
                writer.Write(values.IsVariable(text[name], value.Scope));
            }
        }
    }

    private static void Write(BinaryWriter writer, UnitSet set, string text, CodeDeclaration declaration, int parent)
    {
        int unit = set.IndexOf(declaration);
        writer.Write($"{declaration.Kind}\n{declaration.Name}\n{declaration.Container}\n{declaration.Signature}\n{declaration.Id}\n{string.Join('\n', declaration.Attributes)}");
        writer.Write(unit < 0 ? "" : $"{set.Units[unit].Kind} {set.Units[unit].Role}");
        writer.Write(parent);
        writer.Write(declaration.IsTest);
        writer.Write(declaration.IsPublic switch { null => 2, true => 1, false => 0 });
        writer.Write(declaration.Body.Length > 0);
        ReadOnlySpan<char> before = text.AsSpan(0, Math.Clamp(declaration.NameSpan.Start, 0, text.Length)), behind = text.AsSpan(Math.Clamp(declaration.NameSpan.End, 0, text.Length));
        Write(writer, before[^Math.Min(Around, before.Length)..]);
        Write(writer, behind[..Math.Min(Around, behind.Length)]);
        before = before.TrimEnd(" \t\r\n'\"");
        behind = behind.TrimStart(" \t\r\n'\"");
        Write(writer, before[^Math.Min(Around, before.Length)..]);
        Write(writer, behind[..Math.Min(Around, behind.Length)]);
        Write(writer, text.AsSpan(Math.Clamp(declaration.NameSpan.Start, 0, text.Length)) is var name ? name[..Math.Min(1, name.Length)] : []);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<char> text)
    {
        writer.Write(text.Length);
        writer.Write(text);
    }
}
