using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace StructIndex;

/// <summary>
/// Types in signatures, as they are read in source (<see cref="Simple"/>) and in documentation-comment ids (<see cref="Id"/>).
/// </summary>
internal readonly record struct TypeText(string Simple, string Id);

/// <summary>Gives types their names.</summary>
internal sealed class TypeNames : ISignatureTypeProvider<TypeText, object?>
{
    public TypeText GetPrimitiveType(PrimitiveTypeCode typeCode) => new(
        typeCode switch
        {
            PrimitiveTypeCode.Boolean => "bool",
            PrimitiveTypeCode.Int32 => "int",
            PrimitiveTypeCode.Int64 => "long",
            PrimitiveTypeCode.Single => "float",
            _ => typeCode.ToString().ToLowerInvariant(),
        },
        $"System.{typeCode}");

    public TypeText GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
        {
            return new TypeText(Plain(name), $"{GetTypeFromDefinition(reader, outer, 0).Id}.{Plain(name)}");
        }

        return Named(reader.GetString(type.Namespace), name);
    }

    public TypeText GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? new TypeText(Plain(name), $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0).Id}.{Plain(name)}")
            : Named(reader.GetString(type.Namespace), name);
    }

    public TypeText GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public TypeText GetGenericInstantiation(TypeText genericType, ImmutableArray<TypeText> typeArguments) => new(
        $"{genericType.Simple}<{string.Join(", ", typeArguments.Select(t => t.Simple))}>",
        $"{genericType.Id}{{{string.Join(',', typeArguments.Select(t => t.Id))}}}");

    public TypeText GetGenericMethodParameter(object? genericContext, int index) => new("T", $"``{index}");

    public TypeText GetGenericTypeParameter(object? genericContext, int index) => new("T", $"`{index}");

    public TypeText GetSZArrayType(TypeText elementType) => new($"{elementType.Simple}[]", $"{elementType.Id}[]");

    public TypeText GetArrayType(TypeText elementType, ArrayShape shape) => new(
        $"{elementType.Simple}[]", $"{elementType.Id}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]");

    public TypeText GetByReferenceType(TypeText elementType) => new($"ref {elementType.Simple}", $"{elementType.Id}@");

    public TypeText GetPointerType(TypeText elementType) => new($"{elementType.Simple}*", $"{elementType.Id}*");

    public TypeText GetPinnedType(TypeText elementType) => elementType;

    public TypeText GetModifiedType(TypeText modifier, TypeText unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeText GetFunctionPointerType(MethodSignature<TypeText> signature) => new("delegate*", "=FUNC");

    /// <summary>A name without the number of its type parameters.</summary>
    public static string Plain(string name)
    {
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick];
    }

    private static TypeText Named(string space, string name) => new(Plain(name), space.Length == 0 ? Plain(name) : $"{space}.{Plain(name)}");
}
