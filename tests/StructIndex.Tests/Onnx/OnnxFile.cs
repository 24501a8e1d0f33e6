using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex.Tests;

/// <summary>Writes small models in the ONNX format (field numbers of onnx.proto): a message is its fields one after the other.</summary>
internal static class OnnxFile
{
    private const int Float32 = 1, Int64 = 7;

    // input_ids in, last_hidden_state out, all dimensions open.
    private static readonly byte[] s_signature = [.. Field(11, Value("input_ids", Int64, "b", "s")), .. Field(12, Value("last_hidden_state", Float32, "b", "s", "w"))];

    /// <summary>A model that gives each token id the row of a table: <c>input_ids</c> in, <c>last_hidden_state</c> out.</summary>
    /// <param name="table">The table, an initializer named <c>table</c>.</param>
    public static byte[] Lookup(byte[] table) => Model(
        [.. Field(1, Node("Gather", ["table", "input_ids"], "last_hidden_state")), .. Field(5, table), .. s_signature]);

    /// <summary>A model whose output is the same for every input.</summary>
    /// <param name="table">The output, an initializer named <c>table</c>.</param>
    public static byte[] Constant(byte[] table) => Model(
        [.. Field(1, Node("Identity", ["table"], "last_hidden_state")), .. Field(5, table), .. s_signature]);

    /// <summary>A model whose vectors have as many components as the text has tokens.</summary>
    /// <param name="table">The value of all components, an initializer named <c>table</c> of one number.</param>
    public static byte[] AsWideAsLong(byte[] table) => Model(
    [
        .. Field(1, Node("Shape", ["input_ids"], "rows_columns")), .. Field(1, [.. Node("Shape", ["input_ids"], "columns"), .. Attribute("start", 1)]),
        .. Field(1, [.. Node("Concat", ["rows_columns", "columns"], "shape"), .. Attribute("axis", 0)]), .. Field(1, Node("Expand", ["table", "shape"], "last_hidden_state")),
        .. Field(5, table), .. s_signature,
    ]);

    /// <summary>A table of float32 in the model itself.</summary>
    public static byte[] Table(float[] values, params int[] shape) => [.. TableHead(shape), .. Field(9, MemoryMarshal.AsBytes<float>(values).ToArray())];

    /// <summary>A table of float32 in another file.</summary>
    public static byte[] TableIn(string file, params int[] shape) => [.. TableHead(shape), .. Field(13, Entry("location", file)), .. Number(14, 1)];

    public static byte[] Entry(string key, string value) => [.. Field(1, Text(key)), .. Field(2, Text(value))];

    public static byte[] Model(byte[] graph) => [.. Number(1, 8), .. Field(7, [.. Field(2, Text("g")), .. graph]), .. Field(8, Number(2, 17))];

    /// <summary>A field that holds a message or a text.</summary>
    public static byte[] Field(int number, byte[] content) => [.. Varint((number << 3) | 2), .. Varint(content.Length), .. content];

    /// <summary>A message inside a message inside a message.</summary>
    /// <param name="fields">The fields that hold one another, the innermost first, over and over.</param>
    /// <param name="depth">How often.</param>
    /// <param name="content">The innermost message.</param>
    public static byte[] Nested(int[] fields, int depth, byte[] content)
    {
        List<byte[]> heads = [];
        int length = content.Length;
        foreach (int number in Enumerable.Repeat(fields, depth).SelectMany(all => all))
        {
            heads.Add([.. Varint((number << 3) | 2), .. Varint(length)]);
            length += heads[^1].Length;
        }

        heads.Reverse();
        return [.. heads.SelectMany(head => head), .. content];
    }

    public static byte[] Number(int number, int value) => [.. Varint(number << 3), .. Varint(value)];

    private static byte[] TableHead(int[] shape) => [.. shape.SelectMany(size => Number(1, size)), .. Number(2, Float32), .. Field(8, Text("table"))];

    private static byte[] Node(string operation, string[] inputs, string output) =>
        [.. inputs.SelectMany(input => Field(1, Text(input))), .. Field(2, Text(output)), .. Field(4, Text(operation))];

    private static byte[] Attribute(string name, int value) => Field(5, [.. Field(1, Text(name)), .. Number(3, value), .. Number(20, 2)]);

    private static byte[] Value(string name, int elementType, params string[] dimensions)
    {
        byte[] shape = [.. dimensions.SelectMany(dimension => Field(1, Field(2, Text(dimension))))];
        return [.. Field(1, Text(name)), .. Field(2, Field(1, [.. Number(1, elementType), .. Field(2, shape)]))];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Varint(int value)
    {
        List<byte> bytes = [];
        uint rest = (uint)value;
        for (; rest > 127; rest >>= 7)
        {
            bytes.Add((byte)(rest | 128));
        }

        return [.. bytes, (byte)rest];
    }
}
