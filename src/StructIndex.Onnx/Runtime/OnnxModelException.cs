namespace StructIndex;

/// <summary>
/// ONNX Runtime cannot load or run a model, or the model does not give what is asked of it. The message names the model's file and the
/// input, output or type at fault; the runtime's own exception, where there is one, is the inner exception.
/// </summary>
public sealed class OnnxModelException : StructIndexException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public OnnxModelException(string path, string message, Exception? innerException = null)
        : base(message, path, innerException)
    {
    }
}
