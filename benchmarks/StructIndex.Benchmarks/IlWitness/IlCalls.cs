using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace StructIndex.Benchmarks;

/// <summary>A call in compiled code: where it is, what it calls, by which instruction, and the type that a <c>constrained.</c> prefix names (nil for none).</summary>
internal readonly record struct IlCall(int Offset, EntityHandle Target, ILOpCode Instruction, EntityHandle Constraint);

/// <summary>Reads the calls of a method body: <c>call</c>, <c>callvirt</c>, <c>newobj</c>, <c>ldftn</c>, <c>ldvirtftn</c> and <c>jmp</c>.</summary>
internal static class IlCalls
{
    private static readonly Dictionary<ILOpCode, OperandType> s_operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ILOpCode)(ushort)code.Value, code => code.OperandType);

    public static IEnumerable<IlCall> Of(MethodBodyBlock body)
    {
        List<IlCall> calls = [];
        BlobReader code = body.GetILReader();
        EntityHandle constraint = default;
        while (code.RemainingBytes > 0)
        {
            int offset = code.Offset;
            ILOpCode instruction = code.ReadByte() is var first && first == 0xFE ? (ILOpCode)(0xFE00 | code.ReadByte()) : (ILOpCode)first;
            switch (s_operands[instruction])
            {
                case OperandType.InlineMethod:
                    calls.Add(new IlCall(offset, MetadataTokens.EntityHandle(code.ReadInt32()), instruction, constraint));
                    constraint = default;
                    break;
                case OperandType.InlineType when instruction == ILOpCode.Constrained:
                    constraint = MetadataTokens.EntityHandle(code.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return calls;
    }
}
