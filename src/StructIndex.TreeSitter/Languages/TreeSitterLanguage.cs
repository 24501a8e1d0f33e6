using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace StructIndex;

/// <summary>
/// A language that tree-sitter parses: what its query cannot say, beside the <see cref="LanguageRules"/>. One folder holds the class, the
/// query (<c>QUERIES.md</c> explains it) and all other code for the language.
/// </summary>
internal abstract class TreeSitterLanguage : LanguageRules
{
    private FrozenSet<string>? _libraryMembers;

    /// <summary>
    /// Native library and its symbol: <c>python</c> is <c>libtree-sitter-python</c> and <c>tree_sitter_python</c>, <c>typescript/tsx</c>
    /// names both.
    /// </summary>
    public virtual string GrammarName => Name;

    /// <summary>Other grammars by extension, each with its dot.</summary>
    public virtual IReadOnlyDictionary<string, string> GrammarsByExtension { get; } = new Dictionary<string, string>();

    /// <summary>The grammar for a file: the one of its extension, else <see cref="GrammarName"/>.</summary>
    public virtual string GrammarOf(SourceFile file) => GrammarsByExtension.GetValueOrDefault(Path.GetExtension(file.Path).ToLowerInvariant(), GrammarName);

    /// <summary>Query files, concatenated; empty for the one of the language's own name.</summary>
    public virtual string[] Queries { get; } = [];

    /// <summary>More query files for one of the grammars.</summary>
    public virtual IReadOnlyDictionary<string, string[]> GrammarQueries { get; } = new Dictionary<string, string[]>();

    /// <summary>Separator in qualified names as written; containers always come out dotted.</summary>
    public virtual string Separator => ".";

    /// <summary>Whether a name may be qualified (<c>A::b</c>) and is to be split at <see cref="Separator"/>.</summary>
    public virtual bool SplitNames => false;

    /// <summary>
    /// Whether functions are declared without a body (C): those inside a function are dropped, being calls or variables more often than
    /// not.
    /// </summary>
    public virtual bool Prototypes => false;

    /// <summary>Whether clauses of one name that follow each other are one function.</summary>
    public virtual bool MergesClauses => false;

    /// <summary>Whether several names before one body are so many declarations (the targets of a rule of Make).</summary>
    public virtual bool SharesBodies => false;

    /// <summary>Words before a name that make it public.</summary>
    public virtual string[] PublicWords { get; } = [];

    /// <summary>Words before a name that make it private.</summary>
    public virtual string[] PrivateWords { get; } = [];

    /// <summary>Visibility where nothing says it; null for unknown.</summary>
    public virtual bool? IsPublicByDefault => null;

    /// <summary>Names by which a method is a constructor or finaliser, where the query does not say that it is one.</summary>
    public virtual string[] ConstructorMethods { get; } = [];

    /// <summary>Whether a constructor has the name of its type.</summary>
    public virtual bool ConstructorIsTypeName => false;

    /// <summary>Regular expression over an attribute's text that makes a test; null for none.</summary>
    public virtual string? TestAttributes => null;

    /// <summary>
    /// Regular expression over the names of functions that are tests, in a type only where its name or a base says <c>Test</c> or
    /// <c>Spec</c>; null for none.
    /// </summary>
    public virtual string? TestNames => null;

    /// <summary>
    /// Regular expression over lines (<c>^</c> begins one) on which a word begins a declaration, with the group <c>name</c>: where a file
    /// has syntax errors, it tells which declarations were lost. The group <c>near</c> in its place counts close to an error alone: what
    /// the line shows may be no declaration. A match without either declares nothing. Null where no word begins one.
    /// </summary>
    public virtual string? DeclarationWords => null;

    /// <summary><see cref="DeclarationWords"/>, compiled.</summary>
    public Regex? DeclarationPattern => field ??= Compile(DeclarationWords, RegexOptions.Multiline | RegexOptions.NonBacktracking);

    /// <summary><see cref="TestAttributes"/>, compiled.</summary>
    public Regex? TestAttributePattern => field ??= Compile(TestAttributes);

    /// <summary><see cref="TestNames"/>, compiled.</summary>
    public Regex? TestNamePattern => field ??= Compile(TestNames);

    /// <summary>Receivers that name no container: the type, the module or the file itself.</summary>
    public virtual string[] NamelessReceivers { get; } = [];

    /// <summary>Types whose argument is the type meant: <c>Optional[T]</c>, <c>Box&lt;T&gt;</c>.</summary>
    public virtual string[] TypeWrappers { get; } = [];

    /// <summary>Whether signatures are read from what <see cref="TextToParse"/> gives, without what it hides.</summary>
    public virtual bool HidesFromSignatures => false;

    /// <summary>Members that the standard library of the language has on common objects, beside those that most languages have.</summary>
    public virtual string[] LibraryMembers { get; } = [];

    /// <inheritdoc/>
    public override bool IsWellKnown(string name) =>
        base.IsWellKnown(name) || (_libraryMembers ??= LibraryMembers.ToFrozenSet(StringComparer.OrdinalIgnoreCase)).Contains(name.TrimEnd('?', '!'));

    /// <summary>
    /// The text to parse: that of the file, or one of the same length. Where a grammar does not know a construct of its language and would
    /// lose the code around it, the construct is overwritten in place, so that every offset holds.
    /// </summary>
    public virtual string TextToParse(SourceFile file, CancellationToken cancellationToken) => file.Text;

    /// <summary>
    /// The parses of a file, of which the first is by this language: more than one where no grammar knows all of the syntax. What two of
    /// them find in one place is what the later pattern of a query says.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="text">What <see cref="TextToParse"/> gave.</param>
    public virtual IReadOnlyList<Reading> Readings(SourceFile file, string text) => [new Reading(this, text)];

    /// <summary>Name of the type that a file is as a whole; null where it declares what its text says and nothing else.</summary>
    public virtual string? ComponentName(SourceFile file) => null;

    /// <summary>The name that a use means, where it may be written otherwise than declared.</summary>
    public virtual string UsedName(string written) => written;

    /// <summary>The names that an import brings in which the query captures as a whole (<c>@import.path</c>).</summary>
    public virtual List<ImportedName> SplitImport(ReadOnlySpan<char> written, NamePool names) => ImportPath.Split(written, names);

    /// <summary>
    /// The variables that a pattern (<c>@taken</c>, <c>@each</c>) gives names to, each with the expression whose value it has; an empty one is
    /// not known.
    /// </summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="value">The expression that it takes apart.</param>
    /// <param name="isEach">Whether it takes the elements of the value.</param>
    public virtual List<(string Name, string Value)> Taken(string pattern, string value, bool isEach) => [];

    /// <summary>
    /// What a type has by a text that no other capture reads (<c>@members</c>): names, each with its type, or <c>=</c> and what it is another
    /// name for.
    /// </summary>
    public virtual List<(string Name, string Type)> MembersIn(string written) => [];

    /// <summary>Corrects what the query found where <see cref="TextToParse"/> overwrote something.</summary>
    public virtual void Correct(SourceFile file, FileFacts facts)
    {
    }

    /// <summary>Visibility of a member by the kind of its type, before anything else says it; null for unknown.</summary>
    public virtual bool? IsMemberPublicByDefault(UnitKind type) => null;

    /// <summary>Visibility that a name says; null where it says nothing.</summary>
    public virtual bool? IsPublicByName(string name) => null;

    /// <summary>Documentation, without comment marks, as plain text.</summary>
    public virtual string PlainDocumentation(string text) => text;

    /// <summary>Whether a name begins with an underscore or number sign and is no <c>__dunder__</c>.</summary>
    protected static bool IsUnderscored(string name) =>
        name[0] is '_' or '#' && !(name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal));

    private static Regex? Compile(string? pattern, RegexOptions options = RegexOptions.None) =>
        pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | options, Regex.InfiniteMatchTimeout);
}
