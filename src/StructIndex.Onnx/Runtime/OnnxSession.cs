using System.Runtime.InteropServices;
using System.Text;

namespace StructIndex;

/// <summary>A loaded model: tables of whole numbers in, floating-point numbers out. Shared between threads; disposing waits for nobody, runs under way end first.</summary>
internal sealed unsafe class OnnxSession : IDisposable
{
    private readonly OrtApi _api;
    private readonly OrtSession _session;
    private readonly Dictionary<string, byte[]> _names = [];

    private OnnxSession(OrtApi api, string path, OrtSession session)
    {
        (_api, Path, _session) = (api, path, session);
        Inputs = api.Describe(session.DangerousGetHandle(), inputs: true);
        Outputs = api.Describe(session.DangerousGetHandle(), inputs: false);
        foreach (string name in Inputs.Concat(Outputs).Select(info => info.Name).Distinct())
        {
            _names.Add(name, NativeName(name));
        }
    }

    /// <summary>The model's file.</summary>
    public string Path { get; }

    /// <summary>What the model reads.</summary>
    public IReadOnlyList<OnnxTensorInfo> Inputs { get; }

    /// <summary>What the model can give.</summary>
    public IReadOnlyList<OnnxTensorInfo> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <exception cref="OnnxRuntimeException">There is no runtime, or it refuses the model.</exception>
    public static OnnxSession Load(string path, OnnxRuntimeOptions options)
    {
        options.Validate();
        OrtApi api = OrtApi.Get(options.Library);
        OrtSession session = new(api, api.CreateSession(path, options));
        try
        {
            return new OnnxSession(api, path, session);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs the model.</summary>
    /// <param name="inputs">The inputs, each of <paramref name="rows"/> by <paramref name="columns"/> numbers.</param>
    /// <param name="rows">Texts of the batch.</param>
    /// <param name="columns">Tokens of a text.</param>
    /// <param name="output">The output to compute.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="OnnxRuntimeException">A name or an element type does not fit, or the runtime refuses the run.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    public OnnxOutput Run(IReadOnlyList<OnnxInput> inputs, int rows, int columns, string output, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        OnnxTensorInfo wanted = Info(Outputs, output, "output");
        if (wanted.ElementType is not (OrtApi.Float32 or OrtApi.Float16))
        {
            throw new OnnxRuntimeException($"The output {wanted} of {Path} has an element type that is not supported; float32 and float16 are.");
        }

        if (Inputs.FirstOrDefault(info => !IsPast(info) && !inputs.Any(input => input.Name == info.Name)) is { } missing)
        {
            throw new OnnxRuntimeException($"The model {Path} needs the input {missing}, which it was not given.");
        }

        bool held = false;
        List<OrtValue> values = [];
        List<GCHandle> pins = [];
        try
        {
            _session.DangerousAddRef(ref held);
            List<string> names = [];
            foreach (OnnxInput input in inputs)
            {
                (Array numbers, int type, int size) = Convert(Info(Inputs, input.Name, "input"), input.Values);
                pins.Add(GCHandle.Alloc(numbers, GCHandleType.Pinned));
                values.Add(_api.CreateTensor((void*)pins[^1].AddrOfPinnedObject(), (nuint)(numbers.Length * size), [rows, columns], type));
                names.Add(input.Name);
            }

            // Exports of decoders ask for what they computed before, which is nothing.
            foreach (OnnxTensorInfo past in Inputs.Where(IsPast))
            {
                long[] shape = [rows, .. past.Shape.Skip(1).Select(size => Math.Max(size, 0))];
                pins.Add(GCHandle.Alloc(new long[1], GCHandleType.Pinned));
                values.Add(_api.CreateTensor((void*)pins[^1].AddrOfPinnedObject(), 0, shape, past.ElementType));
                names.Add(past.Name);
            }

            IntPtr[] addresses = [.. names.Select(AddressOf)], handles = [.. values.Select(value => value.DangerousGetHandle())];
            fixed (IntPtr* first = addresses, pointers = handles)
            {
                return OnnxOutput.Of(_api.Run(_session.DangerousGetHandle(), first, pointers, handles.Length, AddressOf(output), cancellationToken));
            }
        }
        finally
        {
            values.ForEach(value => value.Dispose());
            pins.ForEach(pin => pin.Free());
            if (held)
            {
                _session.DangerousRelease();
            }

            GC.KeepAlive(this);
        }
    }

    /// <summary>Whether an input holds keys and values of tokens before the first, which <see cref="Run"/> fills in.</summary>
    public static bool IsPast(OnnxTensorInfo input) =>
        input.Name.StartsWith("past_key_values.", StringComparison.Ordinal) && input.Shape.Length == 4 && input.ElementType is (OrtApi.Float32 or OrtApi.Float16);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private OnnxTensorInfo Info(IReadOnlyList<OnnxTensorInfo> infos, string name, string what) => infos.FirstOrDefault(info => info.Name == name)
        ?? throw new OnnxRuntimeException($"The model {Path} has no {what} named '{name}'; it has {string.Join(", ", infos)}.");

    private (Array Numbers, int Type, int Size) Convert(OnnxTensorInfo info, long[] values) => info.ElementType switch
    {
        OrtApi.Int64 => (values, OrtApi.Int64, sizeof(long)),
        OrtApi.Int32 => (Array.ConvertAll(values, value => checked((int)value)), OrtApi.Int32, sizeof(int)),
        _ => throw new OnnxRuntimeException($"The input {info} of {Path} has an element type that is not supported; int64 and int32 are."),
    };

    // Pinned for as long as the array lives, so that the runtime can be given its address.
    private static byte[] NativeName(string name)
    {
        byte[] bytes = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(name) + 1, pinned: true);
        Encoding.UTF8.GetBytes(name, bytes);
        return bytes;
    }

    private IntPtr AddressOf(string name) => Marshal.UnsafeAddrOfPinnedArrayElement(_names[name], 0);
}
