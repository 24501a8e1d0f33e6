using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace StructIndex;

/// <summary>Mines assemblies that have XML documentation: packages for .NET ship their documentation, but rarely their source.</summary>
internal static class AssemblyMiner
{
    private const string Language = "csharp";

    /// <summary>Adds the pairs of the assemblies in a folder itself; their documentation may stand in any XML file beside them.</summary>
    public static void Mine(string folder, PackagePairs into, CancellationToken cancellationToken)
    {
        string[] assemblies = [.. Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)];
        if (assemblies.Length == 0)
        {
            return;
        }

        Dictionary<string, string> summaries = new(StringComparer.Ordinal);
        foreach (string xml in Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            AssemblyDocumentation.Read(xml, summaries);
        }

        foreach (string assembly in assemblies)
        {
            try
            {
                using PEReader image = new(File.OpenRead(assembly));
                if (image.HasMetadata)
                {
                    new Members(image, summaries, into).Mine(cancellationToken);
                }
            }
            catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
            {
                into.Failures++;
            }
        }
    }

    private sealed class Members(PEReader image, Dictionary<string, string> summaries, PackagePairs into)
    {
        private readonly MetadataReader _metadata = image.GetMetadataReader();
        private readonly TypeNames _names = new();

        public void Mine(CancellationToken cancellationToken)
        {
            foreach (TypeDefinitionHandle handle in _metadata.TypeDefinitions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                TypeDefinition type = _metadata.GetTypeDefinition(handle);
                string name = _metadata.GetString(type.Name);
                if (!name.StartsWith('<'))
                {
                    into.Files.Add([]);
                    MineType(handle, type, TypeNames.Plain(name));
                }
            }
        }

        private void MineType(TypeDefinitionHandle handle, TypeDefinition type, string name)
        {
            string id = IdOf(handle);
            string container = id[..Math.Max(0, id.LastIndexOf('.'))];
            string path = $"{container.Replace('.', '/')}/{name}.cs";
            List<string> members = [];
            CompiledBody bodies = new(image, _metadata);
            foreach (MethodDefinitionHandle methodHandle in type.GetMethods())
            {
                MethodDefinition method = _metadata.GetMethodDefinition(methodHandle);
                string methodName = _metadata.GetString(method.Name);
                if (methodName.StartsWith('<') || methodName.StartsWith('.'))
                {
                    continue;
                }

                (string signature, string methodId) = Signature(id, method, methodName);
                string simple = methodName[(methodName.LastIndexOf('.') + 1)..];
                if (!method.Attributes.HasFlag(MethodAttributes.SpecialName))
                {
                    members.Add(signature);
                    if (summaries.TryGetValue(methodId, out string? documentation))
                    {
                        string body = $"{signature}\n{bodies.Of(methodHandle)}\n{bodies.OfStateMachine(methodHandle)}";
                        Add(PairKind.Function, documentation, new UnitFields(simple, id, path, signature, "", body));
                    }
                }
            }

            foreach (PropertyDefinitionHandle propertyHandle in type.GetProperties())
            {
                PropertyDefinition property = _metadata.GetPropertyDefinition(propertyHandle);
                string propertyName = _metadata.GetString(property.Name);
                string signature = $"{property.DecodeSignature(_names, null).ReturnType.Simple} {propertyName}";
                members.Add(signature);
                if (!property.GetAccessors().Getter.IsNil && summaries.TryGetValue($"P:{IdWithArity(handle)}.{propertyName}", out string? documentation))
                {
                    string body = $"{signature}\n{bodies.Of(property.GetAccessors().Getter)}";
                    Add(PairKind.Function, documentation, new UnitFields(propertyName, id, path, signature, "", body));
                }
            }

            if (summaries.TryGetValue($"T:{IdWithArity(handle)}", out string? ofType))
            {
                string fields = string.Join('\n', type.GetFields().Select(f => _metadata.GetString(_metadata.GetFieldDefinition(f).Name)).Where(f => !f.StartsWith('<')));
                string signature = $"{KindOf(type)} {name}";
                Add(PairKind.Type, ofType, new UnitFields(name, container, path, signature, "", $"{signature}\n{fields}\n{string.Join('\n', members)}"));
            }
        }

        private void Add(PairKind kind, string documentation, UnitFields fields)
        {
            string prose = ProseText.Of(documentation);
            PairRule rule = PairRules.OfTexts(prose, fields.Name, fields.Body);
            if (rule != PairRule.None)
            {
                into.Drop(rule);
                return;
            }

            into.Add(new DocumentedCode(kind, Language, prose, fields, BodyFingerprint.Of(fields.Body)));
        }

        // The documentation-comment id needs the parameters' types; what is read of it is only whether it is documented.
        private (string Signature, string Id) Signature(string type, MethodDefinition method, string name)
        {
            MethodSignature<TypeText> types = method.DecodeSignature(_names, null);
            Dictionary<int, string> parameterNames = method.GetParameters()
                .Select(_metadata.GetParameter).Where(p => p.SequenceNumber > 0).ToDictionary(p => p.SequenceNumber, p => _metadata.GetString(p.Name));
            string parameters = string.Join(", ", types.ParameterTypes.Select((t, i) => $"{t.Simple} {parameterNames.GetValueOrDefault(i + 1, "")}".TrimEnd()));
            string ids = types.ParameterTypes.Length == 0 ? "" : $"({string.Join(',', types.ParameterTypes.Select(t => t.Id))})";
            string arity = types.GenericParameterCount == 0 ? "" : $"``{types.GenericParameterCount}";
            string simple = name[(name.LastIndexOf('.') + 1)..];
            return ($"{types.ReturnType.Simple} {simple}({parameters})", $"M:{IdWithArity(method.GetDeclaringType())}.{name.Replace('.', '#')}{arity}{ids}");
        }

        private string IdOf(TypeDefinitionHandle handle) => _names.GetTypeFromDefinition(_metadata, handle, 0).Id;

        private string IdWithArity(TypeDefinitionHandle handle)
        {
            TypeDefinition type = _metadata.GetTypeDefinition(handle);
            string name = _metadata.GetString(type.Name);
            string space = _metadata.GetString(type.Namespace);
            return type.GetDeclaringType() is { IsNil: false } outer ? $"{IdWithArity(outer)}.{name}" : space.Length == 0 ? name : $"{space}.{name}";
        }

        private static string KindOf(TypeDefinition type) =>
            type.Attributes.HasFlag(TypeAttributes.Interface) ? "interface" : type.Attributes.HasFlag(TypeAttributes.Abstract) ? "abstract class" : "class";
    }
}
