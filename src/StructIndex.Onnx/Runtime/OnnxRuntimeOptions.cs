using Microsoft.ML.OnnxRuntime;

namespace StructIndex;

/// <summary>How ONNX Runtime runs a model.</summary>
public sealed record OnnxRuntimeOptions
{
    /// <summary>Batches that run at the same time, each on one thread, which costs less than sharing a batch between threads.</summary>
    /// <value>1 or more. The default value is the number of processors that the process may use.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Changes the session options before the model is loaded, for example to add an execution provider of another build of the runtime.
    /// </summary>
    /// <value>The default value is null: the CPU provider, one thread for a run, no spinning, no log.</value>
    public Action<SessionOptions>? ConfigureSession { get; init; }

    /// <summary>Throws when a value is out of its range.</summary>
    internal void Validate() => ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
}
