namespace StructIndex;

/// <summary>Which ONNX Runtime runs a model, and on how many threads.</summary>
public sealed record OnnxRuntimeOptions
{
    /// <summary>
    /// The application's own onnxruntime library (1.17 or newer), such as a GPU build: a file, or the folder that holds it. A process loads one;
    /// the first model decides.
    /// </summary>
    /// <value>The default value is null: what STRUCTINDEX_ONNXRUNTIME names, else the library of the package.</value>
    public string? Library { get; init; }

    /// <summary>Batches that run at the same time, each on one thread, which costs less than sharing a batch between threads.</summary>
    /// <value>1 or more. The default value is the number of processors that the process may use.</value>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Throws when a value is out of its range.</summary>
    internal void Validate() => ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
}
