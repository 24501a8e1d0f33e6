namespace StructIndex;

/// <summary>ONNX Runtime is missing or unfit, or it refused a model or a run. Says which file, name or type is at fault.</summary>
public sealed class OnnxRuntimeException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="code">The runtime's error code; 0 where the runtime was not asked.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public OnnxRuntimeException(string message, int code = 0, Exception? innerException = null)
        : base(message, path: null, innerException) => Code = code;

    /// <summary>
    /// The <c>OrtErrorCode</c> of the runtime's C API: 2 invalid argument, 3 no such file, 6 runtime exception, 7 invalid protobuf,
    /// 9 not implemented, 10 invalid graph. 0 where the runtime was not asked.
    /// </summary>
    public int Code { get; }
}
