using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StructIndex.Benchmarks;

/// <summary>A compiled assembly with its portable PDB: the symbols behind its tokens, and the source lines behind its code.</summary>
internal sealed class IlAssembly : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly MetadataReaderProvider _debug;
    private readonly MetadataReader _lines;
    private readonly Dictionary<int, IMethodSymbol> _methods = [];
    private readonly Dictionary<MethodDefinitionHandle, MethodDefinitionHandle> _stateMachines = [];
    private readonly Dictionary<(int Type, string Name), List<MethodDefinitionHandle>> _byName = [];

    /// <summary>Opens an assembly.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="references">What it was compiled against; null takes what lies beside it and what this program runs on.</param>
    public IlAssembly(string path, IEnumerable<string>? references = null)
    {
        _image = new PEReader(File.OpenRead(path));
        _metadata = _image.GetMetadataReader();
        if (!_image.TryOpenAssociatedPortablePdb(path, File.OpenRead, out MetadataReaderProvider? debug, out _) || debug is null)
        {
            throw new InvalidDataException($"{path} has no portable PDB, neither inside nor beside it.");
        }

        _debug = debug;
        _lines = debug.GetMetadataReader();
        ReadSymbols(path, references ?? []);
        foreach (MethodDefinitionHandle handle in _metadata.MethodDefinitions)
        {
            MethodDefinition method = _metadata.GetMethodDefinition(handle);
            var key = (MetadataTokens.GetToken(method.GetDeclaringType()), _metadata.GetString(method.Name));
            if (_lines.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetStateMachineKickoffMethod() is { IsNil: false } kickoff)
            {
                _stateMachines[kickoff] = handle;
            }

            (_byName.TryGetValue(key, out List<MethodDefinitionHandle>? same) ? same : _byName[key] = []).Add(handle);
        }
    }

    /// <summary>Symbols by documentation-comment id.</summary>
    public Dictionary<string, ISymbol> Symbols { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths of the sources that the compiler read, as it saw them.</summary>
    public IEnumerable<string> Documents => _lines.Documents.Select(document => _lines.GetString(_lines.GetDocument(document).Name));

    public IEnumerable<MethodDefinitionHandle> Methods => _metadata.MethodDefinitions;

    public IMethodSymbol? SymbolOf(MethodDefinitionHandle handle) => _methods.GetValueOrDefault(MetadataTokens.GetToken(handle));

    public IEnumerable<IlCall> CallsOf(MethodDefinitionHandle handle)
    {
        int address = _metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
        return address == 0 ? [] : IlCalls.Of(_image.GetMethodBody(address));
    }

    /// <summary>The definition in this assembly that a call reaches; null for one of another assembly.</summary>
    public MethodDefinitionHandle? DefinitionOf(IlCall call) => DefinitionOf(call.Target) ?? ConstrainedDefinition(call);

    // A struct's own ToString is called as object's, constrained to the struct.
    private MethodDefinitionHandle? ConstrainedDefinition(IlCall call) =>
        call is { Constraint.Kind: HandleKind.TypeDefinition, Target.Kind: HandleKind.MemberReference }
            && _byName.GetValueOrDefault((MetadataTokens.GetToken(call.Constraint), _metadata.GetString(_metadata.GetMemberReference((MemberReferenceHandle)call.Target).Name))) is [var only]
            ? only
            : null;

    private MethodDefinitionHandle? DefinitionOf(EntityHandle target) => target.Kind switch
    {
        HandleKind.MethodDefinition => (MethodDefinitionHandle)target,
        HandleKind.MethodSpecification => DefinitionOf(_metadata.GetMethodSpecification((MethodSpecificationHandle)target).Method),
        HandleKind.MemberReference => DefinitionOf(_metadata.GetMemberReference((MemberReferenceHandle)target)),
        _ => null,
    };

    /// <summary>The first source line of a method, or of the state machine that has its code; null where the compiler wrote the code.</summary>
    public (string Document, int Line)? FirstLineOf(MethodDefinitionHandle handle) =>
        LineOf(handle, first: true) ?? (_stateMachines.TryGetValue(handle, out MethodDefinitionHandle machine) ? LineOf(machine, first: true) : null);

    /// <summary>The source line of the code at an offset, or the first of the method; null where the compiler wrote the code.</summary>
    public (string Document, int Line)? LineOf(MethodDefinitionHandle handle, int offset = int.MaxValue, bool first = false)
    {
        (string, int)? found = null;
        foreach (SequencePoint point in _lines.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
        {
            if (point.Offset > offset)
            {
                break;
            }

            if (!point.IsHidden)
            {
                found = (_lines.GetString(_lines.GetDocument(point.Document).Name), point.StartLine);
                if (first)
                {
                    break;
                }
            }
        }

        return found;
    }

    public void Dispose()
    {
        _debug.Dispose();
        _image.Dispose();
    }

    // A member of a generic instance: the parent is a signature that begins with the generic type, and the member's own signature is the definition's.
    private MethodDefinitionHandle? DefinitionOf(MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        BlobReader signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadByte();
        EntityHandle type = signature.ReadTypeHandle();
        byte[] wanted = _metadata.GetBlobBytes(member.Signature);
        List<MethodDefinitionHandle> named = _byName.GetValueOrDefault((MetadataTokens.GetToken(type), _metadata.GetString(member.Name))) ?? [];
        foreach (MethodDefinitionHandle handle in named)
        {
            if (_metadata.GetBlobBytes(_metadata.GetMethodDefinition(handle).Signature).AsSpan().SequenceEqual(wanted))
            {
                return handle;
            }
        }

        return null;
    }

    private void ReadSymbols(string path, IEnumerable<string> references)
    {
        PortableExecutableReference own = MetadataReference.CreateFromFile(path);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase) { Path.GetFileName(path) };
        // A second core library beside the one that it was compiled against would leave delegates and enums without their kind.
        string[] known = [.. references];
        IEnumerable<string> others = known.Concat(Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, "*.dll"))
            .Concat(known.Length > 0 ? [] : ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
            .Where(file => taken.Add(Path.GetFileName(file)));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Witness",
            references: [own, .. others.Select(file => MetadataReference.CreateFromFile(file))],
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
        Stack<INamespaceOrTypeSymbol> open = new([((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!).GlobalNamespace]);
        while (open.TryPop(out INamespaceOrTypeSymbol? outer))
        {
            foreach (ISymbol member in outer.GetMembers())
            {
                if (member.GetDocumentationCommentId() is { } id)
                {
                    Symbols.TryAdd(id, member);
                }

                if (member is IMethodSymbol method)
                {
                    _methods[method.MetadataToken] = method;
                }
                else if (member is INamespaceOrTypeSymbol inner)
                {
                    open.Push(inner);
                }
            }
        }
    }
}
