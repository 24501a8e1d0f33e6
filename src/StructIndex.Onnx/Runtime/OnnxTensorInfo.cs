namespace StructIndex;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">Number of the element type in the ONNX format; 0 for what is no tensor.</param>
/// <param name="Shape">Its dimensions; -1 where they vary.</param>
internal sealed record OnnxTensorInfo(string Name, int ElementType, long[] Shape)
{
    /// <summary>Names of the element types, by their number in the ONNX format.</summary>
    private static readonly string[] s_names =
    [
        "no tensor", "float32", "uint8", "int8", "uint16", "int16", "int32", "int64", "string", "bool", "float16", "float64", "uint32", "uint64", "complex64", "complex128", "bfloat16",
    ];

    /// <summary>Name of an element type.</summary>
    public static string NameOf(int elementType) => (uint)elementType < (uint)s_names.Length ? s_names[elementType] : $"element type {elementType}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({NameOf(ElementType)}[{string.Join(',', Shape)}])";
}
