namespace StructIndex;

/// <summary>Which of the models of a folder to run.</summary>
public enum OnnxWeights
{
    /// <summary>The one called <c>model.onnx</c>, else the only one there is.</summary>
    Default,

    /// <summary>Full precision: <c>model.onnx</c>.</summary>
    Float32,

    /// <summary>Half precision: <c>model_fp16.onnx</c>, <c>model_float16.onnx</c>, <c>model_O4.onnx</c>.</summary>
    Float16,

    /// <summary>
    /// Eight-bit integers: <c>model_quantized.onnx</c>, <c>model_int8.onnx</c>, <c>model_uint8.onnx</c>, <c>model_qint8_*.onnx</c>,
    /// <c>model_quint8_*.onnx</c>.
    /// </summary>
    Int8,
}
