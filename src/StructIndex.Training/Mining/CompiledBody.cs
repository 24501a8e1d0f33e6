using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace StructIndex;

/// <summary>
/// Writes down what a compiled method does, one line for each thing it names: calls, objects made, fields, types and texts.
/// That is what remains of a body once a model has thrown its order and punctuation away.
/// </summary>
internal sealed class CompiledBody(PEReader image, MetadataReader metadata)
{
    private const int MaxLines = 200;
    private const int MaxTextLength = 200;
    private const int DeepestHelper = 2;

    /// <summary>The lines of a method's body; empty where it has none.</summary>
    public string Of(MethodDefinitionHandle handle)
    {
        List<string> lines = [];
        Append(handle, lines, 0);
        return string.Join('\n', lines);
    }

    private void Append(MethodDefinitionHandle handle, List<string> lines, int depth)
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0 || depth > DeepestHelper)
        {
            return;
        }

        try
        {
            BlobReader il = image.GetMethodBody(method.RelativeVirtualAddress).GetILReader();
            InstructionReader reader = new(il.ReadBytes(il.Length));
            while (lines.Count < MaxLines && reader.Read(out OpCode code, out int operand))
            {
                Append(code, operand, lines, depth);
            }
        }
        catch (BadImageFormatException)
        {
            // A damaged body counts with what could be read of it.
        }
    }

    private void Append(OpCode code, int operand, List<string> lines, int depth)
    {
        if (code.OperandType == OperandType.InlineString)
        {
            string text = metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(operand));
            lines.Add('"' + (text.Length <= MaxTextLength ? text : text[..MaxTextLength]) + '"');
            return;
        }

        if (code.OperandType is not (OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok))
        {
            return;
        }

        EntityHandle named = MetadataTokens.EntityHandle(operand);
        if (named.Kind == HandleKind.MethodDefinition && IsCompilersOwn((MethodDefinitionHandle)named))
        {
            // The code of a lambda, a local function or a state machine stands elsewhere under a name that the compiler made.
            Append((MethodDefinitionHandle)named, lines, depth + 1);
        }
        else if (named.Kind == HandleKind.MethodDefinition && depth < DeepestHelper && StateMachineOf((MethodDefinitionHandle)named) is { IsNil: false } moveNext)
        {
            Append(moveNext, lines, depth + 1);
        }
        else if (NameOf(named) is { Length: > 0 } name)
        {
            lines.Add(code == OpCodes.Newobj ? $"new {name}" : name);
        }
    }

    /// <summary>
    /// The method that runs an asynchronous method or an iterator, when <paramref name="handle"/> makes its state machine.
    /// </summary>
    private MethodDefinitionHandle StateMachineOf(MethodDefinitionHandle handle)
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        TypeDefinition type = metadata.GetTypeDefinition(method.GetDeclaringType());
        return metadata.GetString(method.Name) == ".ctor" && metadata.GetString(type.Name).StartsWith('<') ? MoveNext(type) : default;
    }

    private MethodDefinitionHandle MoveNext(TypeDefinition type) =>
        type.GetMethods().FirstOrDefault(m => metadata.GetString(metadata.GetMethodDefinition(m).Name) == "MoveNext");

    /// <summary>Adds the code of the state machine of a method, which an asynchronous method only starts.</summary>
    public string OfStateMachine(MethodDefinitionHandle handle)
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        string prefix = $"<{metadata.GetString(method.Name)}>d__";
        List<string> lines = [];
        foreach (TypeDefinitionHandle nested in metadata.GetTypeDefinition(method.GetDeclaringType()).GetNestedTypes())
        {
            TypeDefinition type = metadata.GetTypeDefinition(nested);
            if (metadata.GetString(type.Name).StartsWith(prefix, StringComparison.Ordinal) && MoveNext(type) is { IsNil: false } moveNext)
            {
                Append(moveNext, lines, 1);
                break;
            }
        }

        return string.Join('\n', lines);
    }

    private bool IsCompilersOwn(MethodDefinitionHandle handle)
    {
        string name = metadata.GetString(metadata.GetMethodDefinition(handle).Name);
        return name.StartsWith('<') && !name.StartsWith("<Clone>", StringComparison.Ordinal);
    }

    private string NameOf(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                MethodDefinition method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Member(TypeName(method.GetDeclaringType()), metadata.GetString(method.Name));
            case HandleKind.MemberReference:
                MemberReference member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                return Member(TypeName(member.Parent), metadata.GetString(member.Name));
            case HandleKind.MethodSpecification:
                return NameOf(metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.FieldDefinition:
                return Field(metadata.GetString(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).Name));
            default:
                return TypeName(handle);
        }
    }

    private string TypeName(EntityHandle handle)
    {
        string name = handle.Kind switch
        {
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)handle).Name),
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)handle).Name),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new TypeNames(), null).Simple,
            _ => "",
        };
        return name.StartsWith('<') ? "" : TypeNames.Plain(name);
    }

    private static string Member(string type, string member)
    {
        StringBuilder text = new(type);
        if (member is not ".ctor" and not ".cctor")
        {
            string name = member.StartsWith("get_", StringComparison.Ordinal) || member.StartsWith("set_", StringComparison.Ordinal) ? member[4..] : member;
            text.Append(type.Length > 0 ? "." : "").Append(name[(name.LastIndexOf('.') + 1)..]);
        }

        return text.ToString();
    }

    // <Count>k__BackingField is Count.
    private static string Field(string name) =>
        name.StartsWith('<') ? name[1..Math.Max(1, name.IndexOf('>', StringComparison.Ordinal))] : name;
}
