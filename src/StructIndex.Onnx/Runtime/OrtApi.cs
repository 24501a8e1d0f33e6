using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace StructIndex;

/// <summary>
/// The ONNX Runtime C API: a table of functions at indexes that the runtime promises never to change (it asserts them itself), asked for as
/// version 17. Nothing else in the package knows them.
/// </summary>
internal sealed unsafe partial class OrtApi
{
    public const int Float32 = 1, Int32 = 6, Int64 = 7, Float16 = 10;
    private const uint ApiVersion = 17;
    private const int LogFatalOnly = 4;
    private const int CpuArena = 1, DefaultMemory = 0;
    private static readonly Lock s_lock = new();
    private static OrtApi? s_shared;

    private readonly void** _table;
    private readonly IntPtr _environment;
    private readonly IntPtr _memory;

    private OrtApi(string path, void** table, string version)
    {
        (Path, Version) = (path, version);
        _table = table;
        SilenceTelemetry();
        IntPtr environment, memory;
        fixed (byte* name = "StructIndex"u8)
        {
            Check(((delegate* unmanaged<int, byte*, IntPtr*, IntPtr>)_table[3])(LogFatalOnly, name, &environment), "start the runtime");
        }

        Check(((delegate* unmanaged<IntPtr, IntPtr>)_table[6])(environment), "disable telemetry events");
        Check(((delegate* unmanaged<int, int, IntPtr*, IntPtr>)_table[69])(CpuArena, DefaultMemory, &memory), "describe memory");
        (_environment, _memory) = (environment, memory);
    }

    /// <summary>The library's file.</summary>
    public string Path { get; }

    /// <summary>The library's version, such as 1.27.0.</summary>
    public string Version { get; }

    /// <summary>The runtime of this process.</summary>
    /// <param name="library">The application's own library; null for any.</param>
    /// <exception cref="OnnxRuntimeException">There is none, it is too old, or another one was loaded before.</exception>
    public static OrtApi Get(string? library)
    {
        lock (s_lock)
        {
            if (s_shared is null)
            {
                return s_shared = Open(OrtLibrary.Find(library));
            }

            return library is null || OrtLibrary.Find(library) == s_shared.Path
                ? s_shared
                : throw new OnnxRuntimeException($"The process runs the ONNX Runtime library {s_shared.Path} already; {library} cannot be loaded beside it.");
        }
    }

    /// <summary>Loads a library.</summary>
    public static OrtApi Open(string path)
    {
        IntPtr library;
        try
        {
            library = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new OnnxRuntimeException($"The ONNX Runtime library {path} cannot be loaded: {e.Message}", 0, e);
        }

        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out IntPtr getBase))
        {
            throw new OnnxRuntimeException($"{path} is no ONNX Runtime library: it has no OrtGetApiBase.");
        }

        void** start = ((delegate* unmanaged<void**>)getBase)();
        string version = Marshal.PtrToStringUTF8((IntPtr)((delegate* unmanaged<byte*>)start[1])()) ?? "";
        void** table = ((delegate* unmanaged<uint, void**>)start[0])(ApiVersion);
        return table != null
            ? new OrtApi(path, table, version)
            : throw new OnnxRuntimeException($"The ONNX Runtime library {path} has version {version}; 1.{ApiVersion} or newer is needed.");
    }

    public IntPtr CreateSession(string path, OnnxRuntimeOptions options)
    {
        IntPtr made, session;
        Check(((delegate* unmanaged<IntPtr*, IntPtr>)_table[10])(&made), "create session options");
        try
        {
            Check(((delegate* unmanaged<IntPtr, int, IntPtr>)_table[24])(made, 1), "set the threads of a run");
            Check(((delegate* unmanaged<IntPtr, int, IntPtr>)_table[25])(made, 1), "set the threads of a session");

            // Waiting threads that spin take a third of the speed of a busy machine.
            fixed (byte* key = "session.intra_op.allow_spinning"u8, value = "0"u8)
            {
                Check(((delegate* unmanaged<IntPtr, byte*, byte*, IntPtr>)_table[130])(made, key, value), "keep threads from spinning");
            }

            IntPtr native = OperatingSystem.IsWindows() ? Marshal.StringToCoTaskMemUni(path) : Marshal.StringToCoTaskMemUTF8(path);
            try
            {
                Check(((delegate* unmanaged<IntPtr, IntPtr, IntPtr, IntPtr*, IntPtr>)_table[7])(_environment, native, made, &session), $"load the model {path}");
            }
            finally
            {
                Marshal.FreeCoTaskMem(native);
            }

            return session;
        }
        finally
        {
            ((delegate* unmanaged<IntPtr, void>)_table[100])(made);
        }
    }

    public void ReleaseSession(IntPtr session) => ((delegate* unmanaged<IntPtr, void>)_table[95])(session);

    /// <summary>The inputs, or the outputs, of a session.</summary>
    public OnnxTensorInfo[] Describe(IntPtr session, bool inputs)
    {
        nuint count;
        Check(((delegate* unmanaged<IntPtr, nuint*, IntPtr>)_table[inputs ? 30 : 31])(session, &count), "count inputs and outputs");
        IntPtr allocator;
        Check(((delegate* unmanaged<IntPtr*, IntPtr>)_table[78])(&allocator), "get the allocator");
        OnnxTensorInfo[] infos = new OnnxTensorInfo[count];
        for (nuint i = 0; i < count; i++)
        {
            byte* name;
            IntPtr type, tensor;
            Check(((delegate* unmanaged<IntPtr, nuint, IntPtr, byte**, IntPtr>)_table[inputs ? 36 : 37])(session, i, allocator, &name), "name an input or output");
            string text = Marshal.PtrToStringUTF8((IntPtr)name) ?? "";
            Check(((delegate* unmanaged<IntPtr, void*, IntPtr>)_table[76])(allocator, name), "free a name");
            Check(((delegate* unmanaged<IntPtr, nuint, IntPtr*, IntPtr>)_table[inputs ? 33 : 34])(session, i, &type), $"describe {text}");
            try
            {
                // What comes back belongs to the type. It is null for what is no tensor.
                Check(((delegate* unmanaged<IntPtr, IntPtr*, IntPtr>)_table[55])(type, &tensor), $"describe {text}");
                infos[i] = tensor == IntPtr.Zero ? new OnnxTensorInfo(text, 0, []) : new OnnxTensorInfo(text, ElementType(tensor), Shape(tensor));
            }
            finally
            {
                ((delegate* unmanaged<IntPtr, void>)_table[98])(type);
            }
        }

        return infos;
    }

    /// <summary>A tensor over memory that the caller keeps pinned for as long as the tensor lives.</summary>
    public OrtValue CreateTensor(void* data, nuint bytes, ReadOnlySpan<long> shape, int elementType)
    {
        IntPtr value;
        fixed (long* dimensions = shape)
        {
            Check(((delegate* unmanaged<IntPtr, void*, nuint, long*, nuint, int, IntPtr*, IntPtr>)_table[49])(_memory, data, bytes, dimensions, (nuint)shape.Length, elementType, &value), "create a tensor");
        }

        return new OrtValue(this, value);
    }

    public OrtValue Run(IntPtr session, IntPtr* inputNames, IntPtr* inputs, int inputCount, IntPtr outputName, CancellationToken cancellationToken)
    {
        using OrtRunOptions options = CreateRunOptions();
        // Disposed before the options: it waits for a callback that is under way.
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static options => ((OrtRunOptions)options!).Terminate(), options);
        IntPtr output = IntPtr.Zero;
        IntPtr status = ((delegate* unmanaged<IntPtr, IntPtr, IntPtr*, IntPtr*, nuint, IntPtr*, nuint, IntPtr*, IntPtr>)_table[9])(
            session, options.DangerousGetHandle(), inputNames, inputs, (nuint)inputCount, &outputName, 1, &output);
        if (status != IntPtr.Zero && cancellationToken.IsCancellationRequested)
        {
            ((delegate* unmanaged<IntPtr, void>)_table[93])(status);
            throw new OperationCanceledException(cancellationToken);
        }

        Check(status, "run the model");
        return new OrtValue(this, output);
    }

    public void* Data(IntPtr value)
    {
        void* data;
        Check(((delegate* unmanaged<IntPtr, void**, IntPtr>)_table[51])(value, &data), "read a tensor");
        return data;
    }

    /// <summary>Element type and shape of a tensor.</summary>
    public (int ElementType, long[] Shape) TypeOf(IntPtr value)
    {
        IntPtr info;
        Check(((delegate* unmanaged<IntPtr, IntPtr*, IntPtr>)_table[65])(value, &info), "describe a tensor");
        try
        {
            return (ElementType(info), Shape(info));
        }
        finally
        {
            ((delegate* unmanaged<IntPtr, void>)_table[99])(info);
        }
    }

    public void ReleaseValue(IntPtr value) => ((delegate* unmanaged<IntPtr, void>)_table[96])(value);

    public void ReleaseRunOptions(IntPtr options) => ((delegate* unmanaged<IntPtr, void>)_table[97])(options);

    public void SetTerminate(IntPtr options)
    {
        // The status of a run that is over is of no interest.
        IntPtr status = ((delegate* unmanaged<IntPtr, IntPtr>)_table[46])(options);
        if (status != IntPtr.Zero)
        {
            ((delegate* unmanaged<IntPtr, void>)_table[93])(status);
        }
    }

    // Builds from 1.29 on report to their maker unless the native environment says otherwise before they start; the package's own does not hold
    // that code, an application's may. .NET keeps its own copy of the environment on Unix, so the C library is asked.
    private static void SilenceTelemetry()
    {
        if (OperatingSystem.IsWindows())
        {
            Environment.SetEnvironmentVariable("ORT_DISABLE_TELEMETRY", "1");
        }
        else if (SetEnvironment("ORT_DISABLE_TELEMETRY", "1", 1) != 0)
        {
            throw new OnnxRuntimeException("ORT_DISABLE_TELEMETRY could not be set.");
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    private OrtRunOptions CreateRunOptions()
    {
        IntPtr options;
        Check(((delegate* unmanaged<IntPtr*, IntPtr>)_table[39])(&options), "create run options");
        return new OrtRunOptions(this, options);
    }

    private int ElementType(IntPtr info)
    {
        int type;
        Check(((delegate* unmanaged<IntPtr, int*, IntPtr>)_table[60])(info, &type), "read an element type");
        return type;
    }

    private long[] Shape(IntPtr info)
    {
        nuint rank;
        Check(((delegate* unmanaged<IntPtr, nuint*, IntPtr>)_table[61])(info, &rank), "read a shape");
        long[] shape = new long[rank];
        fixed (long* dimensions = shape)
        {
            Check(((delegate* unmanaged<IntPtr, long*, nuint, IntPtr>)_table[62])(info, dimensions, rank), "read a shape");
        }

        return shape;
    }

    private void Check(IntPtr status, string what)
    {
        if (status == IntPtr.Zero)
        {
            return;
        }

        int code = ((delegate* unmanaged<IntPtr, int>)_table[1])(status);
        string message = Marshal.PtrToStringUTF8((IntPtr)((delegate* unmanaged<IntPtr, byte*>)_table[2])(status)) ?? "";
        ((delegate* unmanaged<IntPtr, void>)_table[93])(status);
        throw new OnnxRuntimeException($"ONNX Runtime {Version} could not {what}: {message}", code);
    }
}

/// <summary>A tensor of the runtime.</summary>
internal sealed unsafe class OrtValue : SafeHandle
{
    private readonly OrtApi _api;

    public OrtValue(OrtApi api, IntPtr value)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        _api = api;
        SetHandle(value);
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    public void* Data => _api.Data(handle);

    public (int ElementType, long[] Shape) Type => _api.TypeOf(handle);

    protected override bool ReleaseHandle()
    {
        _api.ReleaseValue(handle);
        return true;
    }
}

/// <summary>What a run is told while it runs.</summary>
internal sealed class OrtRunOptions : SafeHandle
{
    private readonly OrtApi _api;

    public OrtRunOptions(OrtApi api, IntPtr options)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        _api = api;
        SetHandle(options);
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    public void Terminate() => _api.SetTerminate(handle);

    protected override bool ReleaseHandle()
    {
        _api.ReleaseRunOptions(handle);
        return true;
    }
}

/// <summary>A loaded model.</summary>
internal sealed class OrtSession : SafeHandle
{
    private readonly OrtApi _api;

    public OrtSession(OrtApi api, IntPtr session)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        _api = api;
        SetHandle(session);
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        _api.ReleaseSession(handle);
        return true;
    }
}
