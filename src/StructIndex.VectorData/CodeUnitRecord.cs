using System.Reflection;
using Microsoft.Extensions.VectorData;

namespace StructIndex;

/// <summary>
/// A unit of an index as a record of a vector store. All data are strings and whole numbers, which every store keeps. Made by
/// <see cref="CodeIndexRecordExtensions.ToRecord"/>.
/// </summary>
public sealed class CodeUnitRecord
{
    /// <summary>
    /// Components of the vectors of the package's model, which the attributes of this class state; other models need
    /// <see cref="CreateDefinition"/>.
    /// </summary>
    public const int DefaultDimensions = 320;

    /// <summary>32 hexadecimal digits made of <see cref="Repository"/> and <see cref="Id"/>: a key that every store with string keys takes.</summary>
    [VectorStoreKey]
    public string Key { get; set; } = "";

    /// <summary>Which of several code bases in a collection the unit is of; empty where there is one.</summary>
    [VectorStoreData(IsIndexed = true)]
    public string Repository { get; set; } = "";

    /// <summary>The unit's id, by which <see cref="CodeIndex.Find"/> finds it again.</summary>
    [VectorStoreData]
    public string Id { get; set; } = "";

    /// <summary>Path relative to the root of the index, separated by <c>/</c>.</summary>
    [VectorStoreData(IsIndexed = true)]
    public string Path { get; set; } = "";

    /// <summary>The first line, from 1.</summary>
    [VectorStoreData]
    public int StartLine { get; set; }

    /// <summary>The last line.</summary>
    [VectorStoreData]
    public int EndLine { get; set; }

    /// <summary>Language name, for example <c>csharp</c>.</summary>
    [VectorStoreData(IsIndexed = true)]
    public string Language { get; set; } = "";

    /// <summary>Name of the <see cref="UnitKind"/>, for example <c>Method</c>.</summary>
    [VectorStoreData(IsIndexed = true)]
    public string Kind { get; set; } = "";

    /// <summary>Name of the <see cref="UnitRole"/>, for example <c>Test</c>.</summary>
    [VectorStoreData(IsIndexed = true)]
    public string Role { get; set; } = "";

    /// <summary>Container and name, dotted.</summary>
    [VectorStoreData(IsIndexed = true)]
    public string QualifiedName { get; set; } = "";

    /// <summary>The declaration on one line.</summary>
    [VectorStoreData]
    public string Signature { get; set; } = "";

    /// <summary>Documentation without comment marks and markup.</summary>
    [VectorStoreData]
    public string Documentation { get; set; } = "";

    /// <summary>
    /// Labelled facts, then the code as far as there is room (<see cref="CodeIndex.TextOf"/>): for the full-text leg of a hybrid search, and for a prompt.
    /// </summary>
    [VectorStoreData(IsFullTextIndexed = true)]
    public string Text { get; set; } = "";

    /// <summary>Qualified names of the callers, one a line.</summary>
    [VectorStoreData]
    public string Callers { get; set; } = "";

    /// <summary>Qualified names of the callees, one a line.</summary>
    [VectorStoreData]
    public string Callees { get; set; } = "";

    /// <summary>64 hexadecimal digits: SHA-256 of all other properties. An update leaves a record alone where it is the same.</summary>
    [VectorStoreData]
    public string ContentHash { get; set; } = "";

    /// <summary>
    /// The unit's vector (<see cref="CodeIndex.VectorOf"/>), of length 1, so that every distance function gives the same order; empty in results that were
    /// asked for without vectors.
    /// </summary>
    [VectorStoreVector(DefaultDimensions)]
    public ReadOnlyMemory<float> Vector { get; set; }

    /// <summary>
    /// The definition of a collection for the vectors of an index, with its model as the generator for queries, so that
    /// <c>collection.SearchAsync("a question", 10)</c> embeds the question as a query.
    /// </summary>
    /// <param name="index">An index with vectors.</param>
    /// <exception cref="ArgumentException">The index has no vectors.</exception>
    public static VectorStoreCollectionDefinition CreateDefinition(CodeIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (index.VectorDimensions == 0)
        {
            throw new ArgumentException("The index has no vectors: it was built without an embedding generator.", nameof(index));
        }

        return new VectorStoreCollectionDefinition
        {
            Properties = [.. typeof(CodeUnitRecord).GetProperties().Select(property => Define(property, index.VectorDimensions))],
            EmbeddingGenerator = index.QueryGenerator,
        };
    }

    private static VectorStoreProperty Define(PropertyInfo property, int dimensions) => property switch
    {
        { Name: nameof(Key) } => new VectorStoreKeyProperty(property.Name, property.PropertyType),
        { Name: nameof(Vector) } => new VectorStoreVectorProperty(property.Name, property.PropertyType, dimensions),
        _ => new VectorStoreDataProperty(property.Name, property.PropertyType)
        {
            IsIndexed = property.GetCustomAttribute<VectorStoreDataAttribute>()!.IsIndexed,
            IsFullTextIndexed = property.GetCustomAttribute<VectorStoreDataAttribute>()!.IsFullTextIndexed,
        },
    };
}
