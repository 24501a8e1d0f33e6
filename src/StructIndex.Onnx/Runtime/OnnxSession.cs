using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace StructIndex;

/// <summary>
/// A loaded model: tables of token ids in, floating-point numbers out. Safe to share between threads; disposed when the last run under way
/// has ended.
/// </summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly Lock _lock = new();
    private int _runs;
    private bool _disposed;

    private OnnxSession(string path, InferenceSession session)
    {
        (Path, _session) = (path, session);
        Inputs = [.. session.InputNames.Select(name => OnnxTensorInfo.Of(name, session.InputMetadata[name]))];
        Outputs = [.. session.OutputNames.Select(name => OnnxTensorInfo.Of(name, session.OutputMetadata[name]))];
    }

    /// <summary>The model's file.</summary>
    public string Path { get; }

    /// <summary>The inputs of the model.</summary>
    public IReadOnlyList<OnnxTensorInfo> Inputs { get; }

    /// <summary>The outputs of the model.</summary>
    public IReadOnlyList<OnnxTensorInfo> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <exception cref="OnnxModelException">The runtime is missing, or it refuses the model.</exception>
    public static OnnxSession Load(string path, OnnxRuntimeOptions options)
    {
        options.Validate();
        try
        {
            OnnxEnvironment.EnsureStarted();
            using SessionOptions session = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

            // Threads that spin while they wait take a third of the speed of a busy machine.
            session.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            options.ConfigureSession?.Invoke(session);
            return new OnnxSession(path, new InferenceSession(path, session));
        }
        catch (OnnxRuntimeException e)
        {
            throw new OnnxModelException(path, $"ONNX Runtime cannot load the model {path}: {e.Message}", e);
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw new OnnxModelException(
                path, $"The model {path} cannot be loaded: the native library of ONNX Runtime for {RuntimeInformation.RuntimeIdentifier} is missing or too old. {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">The inputs, each of <paramref name="rows"/> by <paramref name="columns"/> numbers.</param>
    /// <param name="rows">Texts of the batch.</param>
    /// <param name="columns">Tokens of a text.</param>
    /// <param name="output">The output to compute.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The output: rows by components, or rows by columns by components.</returns>
    /// <exception cref="OnnxModelException">A name, an element type or a shape does not fit, or the runtime refuses the run.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    public OnnxOutput Run(IReadOnlyList<OnnxInput> inputs, int rows, int columns, string output, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnnxTensorInfo wanted = Find(Outputs, output, "output");
        if (!wanted.IsFloat)
        {
            throw new OnnxModelException(Path, $"The output {wanted} of the model {Path} has an element type that is not supported; float32 and float16 are.");
        }

        OnnxTensorInfo[] past = [.. Inputs.Where(input => input.IsPast)];
        if (Inputs.Except(past).FirstOrDefault(info => !inputs.Any(input => input.Name == info.Name)) is { } missing)
        {
            throw new OnnxModelException(Path, $"The model {Path} needs the input {missing}, which it was not given.");
        }

        List<OrtValue> values = [];
        Enter();
        try
        {
            foreach (OnnxInput input in inputs)
            {
                values.Add(Tensor(Find(Inputs, input.Name, "input"), input.Values, [rows, columns]));
            }

            foreach (OnnxTensorInfo info in past)
            {
                long[] empty = [rows, .. info.Shape.Skip(1).Select(size => Math.Max(size, 0L))];
                values.Add(OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, info.ElementType!.Value, empty));
            }

            using RunOptions options = new();

            // Disposed before the options: it waits for a callback under way.
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static options => ((RunOptions)options!).Terminate = true, options);
            using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(options, [.. inputs.Select(input => input.Name), .. past.Select(info => info.Name)], values, [output]);
            return Checked(OnnxOutput.Of(results[0]), wanted, rows, columns);
        }
        catch (OnnxRuntimeException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new OnnxModelException(Path, $"ONNX Runtime cannot run the model {Path}: {e.Message}", e);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
            Leave();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (!_disposed && _runs == 0)
            {
                _session.Dispose();
            }

            _disposed = true;
        }
    }

    private void Enter()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _runs++;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_runs == 0 && _disposed)
            {
                _session.Dispose();
            }
        }
    }

    private OnnxTensorInfo Find(IReadOnlyList<OnnxTensorInfo> infos, string name, string kind) => infos.FirstOrDefault(info => info.Name == name)
        ?? throw new OnnxModelException(Path, $"The model {Path} has no {kind} named '{name}'; it has {string.Join(", ", infos)}.");

    private OrtValue Tensor(OnnxTensorInfo info, long[] values, long[] shape) => info.ElementType switch
    {
        TensorElementType.Int64 => OrtValue.CreateTensorValueFromMemory(values, shape),
        TensorElementType.Int32 => OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(values, value => checked((int)value)), shape),
        _ => throw new OnnxModelException(Path, $"The input {info} of the model {Path} has an element type that is not supported; int64 and int32 are."),
    };

    // The runtime does not hold a model to the shapes that it declares.
    private OnnxOutput Checked(OnnxOutput output, OnnxTensorInfo declared, int rows, int columns)
    {
        int[] expected = [.. declared.Shape.Select((size, i) => i == 0 ? rows : i == 1 && declared.Shape.Length == 3 ? columns : size)];
        return expected.Length == output.Shape.Length && expected.Zip(output.Shape).All(pair => pair.First < 0 || pair.First == pair.Second)
            ? output
            : throw new OnnxModelException(Path, $"The model {Path} gave {declared.Name} with the shape [{string.Join(',', output.Shape)}] for {rows} texts of {columns} tokens; [{string.Join(',', expected)}] is expected.");
    }
}
