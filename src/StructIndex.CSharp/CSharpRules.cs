namespace StructIndex;

/// <summary>The rules of C#. Its references are bound by the compiler, so these serve what refers to C# otherwise, and its units.</summary>
internal sealed class CSharpRules : LanguageRules
{
    /// <summary>The one instance.</summary>
    public static readonly CSharpRules Instance = new();

    /// <inheritdoc/>
    public override string Name => CSharpParser.Language;

    /// <inheritdoc/>
    public override ScopeTraits Traits => ScopeTraits.Strict | ScopeTraits.ImplicitReceiver | ScopeTraits.Packages | ScopeTraits.Overloads;

    /// <inheritdoc/>
    public override IReadOnlyList<string> SelfReceivers { get; } = ["this"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> BaseReceivers { get; } = ["base"];

    /// <inheritdoc/>
    public override bool IsPart(CodeDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        return $" {declaration.Signature}".Contains(" partial ", StringComparison.Ordinal);
    }
}
