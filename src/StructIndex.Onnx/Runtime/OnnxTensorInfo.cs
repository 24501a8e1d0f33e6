using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace StructIndex;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">Its element type; null where it is not a tensor.</param>
/// <param name="Shape">Its dimensions; -1 where they vary.</param>
internal sealed record OnnxTensorInfo(string Name, TensorElementType? ElementType, int[] Shape)
{
    /// <summary>Whether it holds floating-point numbers that can be read.</summary>
    public bool IsFloat => ElementType is TensorElementType.Float or TensorElementType.Float16;

    /// <summary>Whether it holds keys and values of the tokens before the first, as exports of decoders ask for: always none.</summary>
    public bool IsPast => IsFloat && Name.StartsWith("past_key_values.", StringComparison.Ordinal) && Shape is [_, _, < 0, _];

    public static OnnxTensorInfo Of(string name, NodeMetadata metadata) =>
        metadata.IsTensor ? new(name, metadata.ElementDataType, metadata.Dimensions) : new(name, null, []);

    /// <inheritdoc/>
    public override string ToString() => ElementType is null ? $"{Name} (no tensor)" : $"{Name} ({ElementType}[{string.Join(',', Shape)}])";
}
