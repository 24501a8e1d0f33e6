using System.Buffers.Binary;
using System.Reflection.Emit;

namespace StructIndex;

/// <summary>Walks the instructions of a compiled method (ECMA-335, partition III).</summary>
internal ref struct InstructionReader(ReadOnlySpan<byte> code)
{
    private const byte TwoByteMark = 0xFE;
    private static readonly OpCode[] s_oneByte = new OpCode[256];
    private static readonly OpCode[] s_twoByte = new OpCode[256];

    private readonly ReadOnlySpan<byte> _code = code;
    private int _at;

    static InstructionReader()
    {
        foreach (OpCode code in typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>())
        {
            ushort value = (ushort)code.Value;
            (value >> 8 == TwoByteMark ? s_twoByte : s_oneByte)[value & 0xFF] = code;
        }
    }

    /// <summary>Reads the next instruction; false at the end, or where the code is damaged.</summary>
    /// <param name="code">What is done.</param>
    /// <param name="operand">Its argument where that is a token, a number of a local or an argument; 0 otherwise.</param>
    public bool Read(out OpCode code, out int operand)
    {
        (code, operand) = (default, 0);
        if (_at >= _code.Length)
        {
            return false;
        }

        bool two = _code[_at] == TwoByteMark && _at + 1 < _code.Length;
        code = two ? s_twoByte[_code[_at + 1]] : s_oneByte[_code[_at]];
        _at += two ? 2 : 1;
        int size = code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
        if (code.Size == 0 || _at + size > _code.Length)
        {
            return false;
        }

        operand = size switch
        {
            1 => _code[_at],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(_code[_at..]),
            4 => BinaryPrimitives.ReadInt32LittleEndian(_code[_at..]),
            _ => 0,
        };
        if (code.OperandType == OperandType.InlineSwitch)
        {
            size += operand < 0 || operand > _code.Length ? _code.Length : 4 * operand;
        }

        _at += size;
        return true;
    }
}
