using System.Collections.Concurrent;

namespace StructIndex;

/// <summary>
/// What is particular about a language beside its declarations and references: scopes, modules, types of values, tests. A parser gives the
/// rules of its language to each <see cref="ParsedFile"/>; what a rule does not say has a default that fits most languages. Implementations
/// are immutable and used from many threads.
/// </summary>
public abstract class LanguageRules
{
    private static readonly ConcurrentDictionary<string, LanguageRules> s_defaults = new(StringComparer.Ordinal);

    /// <summary>Name of the language, as <see cref="SourceFile.Language"/> has it.</summary>
    public abstract string Name { get; }

    /// <summary>Name that languages share which call one another, for example <c>jvm</c>.</summary>
    /// <value>The default value is <see cref="Name"/>.</value>
    public virtual string Family => Name;

    /// <summary>How names are found.</summary>
    /// <value>The default value is <see cref="ScopeTraits.None"/>.</value>
    public virtual ScopeTraits Traits => ScopeTraits.None;

    /// <summary>How comments are written.</summary>
    /// <value>The default value is what is known of the language by its name, else <see cref="CommentSyntax.C"/>.</value>
    public virtual CommentSyntax Comments => CommentSyntax.Of(Name);

    /// <summary>Receivers that mean the own object or type.</summary>
    /// <value>The default value is <c>this</c> and <c>self</c>.</value>
    public virtual IReadOnlyList<string> SelfReceivers { get; } = ["this", "self"];

    /// <summary>Receivers that mean the base type.</summary>
    /// <value>The default value is <c>super</c> and <c>base</c>.</value>
    public virtual IReadOnlyList<string> BaseReceivers { get; } = ["super", "base"];

    /// <summary>Names that constructors are declared by, beside the name of their type.</summary>
    /// <value>The default value is empty.</value>
    public virtual IReadOnlyList<string> ConstructorNames { get; } = [];

    /// <summary>What the pieces of a long file without declarations are called by.</summary>
    internal virtual SectionNaming Sections => SectionNaming.File;

    /// <summary>
    /// Whether so many types have a member by this name that, with a receiver of unknown type, it does not say which one is called.
    /// </summary>
    /// <param name="name">Name of the member.</param>
    public virtual bool IsWellKnown(string name) => WellKnownNames.Contains(name);

    /// <summary>Whether an attribute, decorator or annotation makes a test.</summary>
    /// <param name="attribute">The attribute as written, without its marks.</param>
    public virtual bool IsTestMark(string attribute) => TestMarks.Contains(attribute);

    /// <summary>Whether a receiver is known to be part of the standard library.</summary>
    /// <param name="receiver">The receiver as written.</param>
    public virtual bool IsLibrary(string receiver) => false;

    /// <summary>Whether a name that stands for nothing known must be a global of a library or of the host.</summary>
    /// <param name="text">The file in which it is used.</param>
    /// <param name="name">The name.</param>
    public virtual bool IsForeignGlobal(string text, string name) => false;

    /// <summary>Whether a declaration of this kind can be what a call or construction means.</summary>
    /// <param name="kind">Kind of the declaration.</param>
    /// <param name="how">How it is used.</param>
    public virtual bool CanBeCalled(UnitKind kind, CodeReferenceKind how) => kind.IsCallable() || kind.IsType();

    /// <summary>Whether calling a name on a type makes a value of it, though the type declares no member of that name.</summary>
    /// <param name="name">Name of what is called.</param>
    /// <param name="type">Kind of the type.</param>
    public virtual bool MakesValue(string name, UnitKind type) => false;

    /// <summary>The member of a type that its name called like a function means, where it is declared: <c>apply</c>. Null for none.</summary>
    public virtual string? FactoryMember => null;

    /// <summary>Whether the members of a type are seen on objects of another, like functions that are declared for that one.</summary>
    /// <param name="type">The type.</param>
    public virtual bool AddsMembersToOthers(CodeDeclaration type) => false;

    /// <summary>
    /// Where a call is one of a member of the standard library, the expression that has the type of what it gives: of <c>x.clone()</c> it is
    /// <c>x</c>. Null for other members.
    /// </summary>
    /// <param name="receiver">What stands before the member, as written.</param>
    /// <param name="name">Name of the member.</param>
    public virtual string? SameValue(string receiver, string name) => null;

    /// <summary>What a use of a declaration is called in the graph.</summary>
    /// <param name="target">Kind of the declaration.</param>
    /// <param name="how">How it is used.</param>
    /// <returns>By default <see cref="EdgeKind.Constructs"/> for types and constructions, <see cref="EdgeKind.Calls"/> otherwise.</returns>
    public virtual EdgeKind UseOf(UnitKind target, CodeReferenceKind how) =>
        target.IsType() || how == CodeReferenceKind.Construct ? EdgeKind.Constructs : EdgeKind.Calls;

    /// <summary>Whether a type or namespace may be one of several parts of the same one: partial, reopened.</summary>
    /// <param name="declaration">The type or namespace.</param>
    public virtual bool IsPart(CodeDeclaration declaration) => false;

    /// <summary>Whether a declaration only describes a function for type checkers, and another by the same name has the code.</summary>
    /// <param name="declaration">The function.</param>
    public virtual bool IsStub(CodeDeclaration declaration) => false;

    /// <summary>
    /// The type that a function or property gives, as its signature writes it, without what wraps it; empty where it does not say.
    /// </summary>
    /// <param name="declaration">The function or property.</param>
    public virtual string ReturnType(CodeDeclaration declaration) => "";

    /// <summary>
    /// What must be equal for a method to implement that of an interface, in a language with <see cref="ScopeTraits.ImplicitInterfaces"/>:
    /// the types of parameters and results.
    /// </summary>
    /// <param name="declaration">The method.</param>
    public virtual string MethodShape(CodeDeclaration declaration) => "";

    /// <summary>The name that an import of a whole module has in its file.</summary>
    /// <param name="module">The module, without quotes.</param>
    /// <returns>By default what follows the last separator.</returns>
    public virtual string LocalName(string module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module[(module.LastIndexOfAny(['.', '/', ':', '\\']) + 1)..];
    }

    /// <summary>What the head of a module hands on of what it imports; null where the language has no such list.</summary>
    /// <param name="text">The file.</param>
    public virtual ModuleExports? ExportsOf(string text) => null;

    /// <summary>
    /// Makes what finds the modules that imports name; once for a code base. It may go by the paths, declarations and imports of files, not
    /// by their texts, except those of JSON.
    /// </summary>
    /// <param name="files">All files of the code base.</param>
    /// <returns>
    /// By default packages by their names in a language with <see cref="ScopeTraits.Packages"/>, files by their paths otherwise.
    /// </returns>
    public virtual ModuleFinder CreateModuleFinder(CodeFiles files) =>
        Has(ScopeTraits.Packages) && !Has(ScopeTraits.Includes) ? ModuleFinder.ByPackage() : ModuleFinder.ByPath(files);

    /// <summary>Whether a trait is one of <see cref="Traits"/>.</summary>
    internal bool Has(ScopeTraits trait) => (Traits & trait) == trait;

    /// <summary>Rules of a language of which nothing is known.</summary>
    internal static LanguageRules Default(string language) => s_defaults.GetOrAdd(language, static name => new DefaultRules(name));

    private sealed class DefaultRules(string name) : LanguageRules
    {
        public override string Name => name;
    }
}
