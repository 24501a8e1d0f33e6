namespace StructIndex;

/// <summary>
/// A declaration as a parser found it: one symbol in one file. Units are made from declarations;
/// a parser says what the syntax says and leaves roles, ids and splitting to the next stage. The types that a type extends or implements
/// are not part of it: a parser reports each as a <see cref="CodeReference"/> of kind <see cref="CodeReferenceKind.Inherit"/> or
/// <see cref="CodeReferenceKind.Implement"/> whose <see cref="CodeReference.From"/> is the declaration.
/// </summary>
public sealed class CodeDeclaration
{
    /// <summary>
    /// UTF-16 units of a <see cref="Container"/> that are kept: each declaration in it has one, so that a long name around many takes the square of
    /// a file.
    /// </summary>
    public const int MaxContainerLength = 1_000;

    /// <summary>What the declaration is.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>The simple name as written, for example <c>ParseHeader</c>; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>The whole declaration with its documentation and attributes, in UTF-16 units of the file's text.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The name where it is declared.</summary>
    public required SourceSpan NameSpan { get; init; }

    /// <summary>The body between the signature and the end, or an empty span where there is none.</summary>
    public SourceSpan Body { get; init; }

    /// <summary>The declaration this one is in, or null at the top of the file.</summary>
    public CodeDeclaration? Parent { get; init; }

    /// <summary>
    /// Dotted name of what holds the symbol (namespace, package and types), for example <c>Polly.Retry.RetryStrategy</c>;
    /// empty when nothing does. It may name what the syntax does not nest: the receiver type of a Go method, the type of a Rust
    /// <c>impl</c>. Of a longer one the first <see cref="MaxContainerLength"/> UTF-16 units are kept.
    /// </summary>
    public string Container { get; init => field = Cut(value); } = "";

    /// <summary>The declaration without documentation, attributes and body, on one line.</summary>
    public required string Signature { get; init; }

    /// <summary>
    /// Documentation without comment marks and markup; empty when there is none. <c>{@inheritDoc}</c> in it stands for the documentation of the
    /// member that is overridden or implemented, or of the base of a type.
    /// </summary>
    public string Documentation { get; init; } = "";

    /// <summary>Attributes, decorators or annotations as written, without their marks, for example <c>Obsolete("use B")</c>.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>
    /// Stable id that the parser knows, for example a C# documentation-comment id; null to derive one from path, name and signature.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Whether the symbol is visible outside its file, module or assembly; null where the syntax does not say.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Whether the code itself says that this is a test (an attribute, a decorator, a test block).</summary>
    public bool IsTest { get; init; }

    /// <summary>
    /// Offsets where a long declaration may be cut: starts of the body's statements or members, ascending. Empty for short ones.
    /// </summary>
    public IReadOnlyList<int> Breaks { get; init; } = [];

    /// <summary>The name of a container in another, for <see cref="Container"/>.</summary>
    /// <param name="container">The outer one, as this method gives it; may be empty.</param>
    /// <param name="name">The inner one; may be empty.</param>
    /// <returns>Both with a dot between them, or as much of that as is kept.</returns>
    public static string JoinContainer(string container, string name)
    {
        ArgumentNullException.ThrowIfNull(container);
        ArgumentNullException.ThrowIfNull(name);
        return container.Length == 0 ? Cut(name) : name.Length == 0 || container.Length >= MaxContainerLength ? container : Cut($"{container}.{name}");
    }

    /// <inheritdoc/>
    public override string ToString() => Container.Length == 0 ? $"{Kind} {Name}" : $"{Kind} {Container}.{Name}";

    private static string Cut(string name) => name.Length <= MaxContainerLength ? name : name[..MaxContainerLength];
}
