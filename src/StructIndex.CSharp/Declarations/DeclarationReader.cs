using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>Reads the declarations of one tree, types before what they hold.</summary>
/// <param name="text">The text of the file.</param>
/// <param name="semantics">Tells ids and inherited documentation; null for a tree that belongs to no compilation.</param>
/// <param name="takes">
/// Whether a declaration whose name starts here is wanted; another one gives its place to <paramref name="known"/>.
/// </param>
/// <param name="known">Declarations found before, by the start of their names.</param>
/// <param name="cancellationToken">Ends the reading between declarations.</param>
internal sealed class DeclarationReader(
    string text, SemanticModel? semantics, Func<int, bool>? takes, IReadOnlyDictionary<int, CodeDeclaration>? known, CancellationToken cancellationToken)
{
    private readonly List<CodeDeclaration> _found = [];
    private readonly Dictionary<int, CodeDeclaration> _bySyntax = [];
    private TextMarks? _lambdas;

    /// <summary>The declarations found, parents first.</summary>
    public List<CodeDeclaration> Found => _found;

    /// <summary>The declarations by the start of their syntax.</summary>
    public Dictionary<int, CodeDeclaration> BySyntax => _bySyntax;

    /// <summary>The most that the compiler was asked.</summary>
    public SymbolUse Asked { get; private set; }

    /// <summary>Where a member stands.</summary>
    /// <param name="Parent">The declaration around it.</param>
    /// <param name="Container">Dotted name of what holds it.</param>
    /// <param name="Metadata">The same as metadata writes it, with numbers of type parameters; null inside functions.</param>
    /// <param name="IsVisible">Whether all types around it are visible outside the assembly.</param>
    /// <param name="InInterface">Whether an interface holds it, whose members are public unless they say otherwise.</param>
    private readonly record struct Place(CodeDeclaration? Parent, string Container, string? Metadata, bool IsVisible, bool InInterface = false);

    /// <summary>Reads the whole tree.</summary>
    public void Read(CompilationUnitSyntax root) => Members(root.Members, new Place(null, "", "", true));

    private void Members(SyntaxList<MemberDeclarationSyntax> members, Place place)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    string name = SignatureText.Line(text, space.Name.SpanStart, space.Name.Span.End).Replace(" ", "", StringComparison.Ordinal);
                    Members(space.Members, place with { Container = CodeDeclaration.JoinContainer(place.Container, name), Metadata = Metadata(place, name) });
                    break;
                case ExtensionBlockDeclarationSyntax block:
                    Members(block.Members, place with { Metadata = null });
                    break;
                case BaseTypeDeclarationSyntax type:
                    Type(type, place);
                    break;
                case EventFieldDeclarationSyntax fields:
                    foreach (VariableDeclaratorSyntax variable in fields.Declaration.Variables)
                    {
                        Add(variable, fields, UnitKind.Event, variable.Identifier, variable.Identifier.ValueText, place, Head(fields, fields.Span.End), default);
                    }

                    break;
                case BaseFieldDeclarationSyntax or IncompleteMemberSyntax:
                    LocalFunctions(member, place);
                    break;
                case GlobalStatementSyntax statement:
                    LocalFunctions(statement, place with { Metadata = null });
                    break;
                default:
                    Member(member, place);
                    break;
            }
        }
    }

    private void Type(BaseTypeDeclarationSyntax type, Place place)
    {
        UnitKind kind = type.Kind() switch
        {
            SyntaxKind.StructDeclaration => UnitKind.Struct,
            SyntaxKind.InterfaceDeclaration => UnitKind.Interface,
            SyntaxKind.EnumDeclaration => UnitKind.Enum,
            SyntaxKind.RecordDeclaration or SyntaxKind.RecordStructDeclaration => UnitKind.Record,
            _ => UnitKind.Class,
        };
        string name = type.Identifier.ValueText;
        int headEnd = !type.OpenBraceToken.IsKind(SyntaxKind.None) ? type.OpenBraceToken.SpanStart : type.SemicolonToken.IsKind(SyntaxKind.None) ? type.Span.End : type.SemicolonToken.SpanStart;
        SourceSpan body = type.OpenBraceToken.IsKind(SyntaxKind.None) ? default : new SourceSpan(type.OpenBraceToken.SpanStart, type.Span.End);
        CodeDeclaration? added = Add(type, type, kind, type.Identifier, name, place, Head(type, headEnd), body);
        if (type is TypeDeclarationSyntax syntax)
        {
            string? metadata = Metadata(place, SyntaxId.MetadataName(syntax, name));
            Members(syntax.Members, new Place(added, CodeDeclaration.JoinContainer(place.Container, name), metadata, added?.IsPublic ?? false, kind == UnitKind.Interface));
        }
    }

    private void Member(MemberDeclarationSyntax member, Place place)
    {
        (UnitKind Kind, SyntaxToken Token, string Name, CSharpSyntaxNode? Body)? found = member switch
        {
            MethodDeclarationSyntax m => (UnitKind.Method, m.Identifier, m.Identifier.ValueText, (CSharpSyntaxNode?)m.Body ?? m.ExpressionBody),
            ConstructorDeclarationSyntax m => (UnitKind.Constructor, m.Identifier, m.Identifier.ValueText, (CSharpSyntaxNode?)m.Body ?? m.ExpressionBody),
            DestructorDeclarationSyntax m => (UnitKind.Constructor, m.Identifier, "~" + m.Identifier.ValueText, (CSharpSyntaxNode?)m.Body ?? m.ExpressionBody),
            PropertyDeclarationSyntax m => (UnitKind.Property, m.Identifier, m.Identifier.ValueText, (CSharpSyntaxNode?)m.AccessorList ?? m.ExpressionBody),
            IndexerDeclarationSyntax m => (UnitKind.Property, m.ThisKeyword, "this", (CSharpSyntaxNode?)m.AccessorList ?? m.ExpressionBody),
            EventDeclarationSyntax m => (UnitKind.Event, m.Identifier, m.Identifier.ValueText, m.AccessorList),
            OperatorDeclarationSyntax m => (UnitKind.Operator, m.OperatorToken, "operator " + m.OperatorToken.ValueText, (CSharpSyntaxNode?)m.Body ?? m.ExpressionBody),
            ConversionOperatorDeclarationSyntax m => (UnitKind.Operator, m.OperatorKeyword, $"{m.ImplicitOrExplicitKeyword.ValueText} operator {SignatureText.Line(text, m.Type.SpanStart, m.Type.Span.End)}", (CSharpSyntaxNode?)m.Body ?? m.ExpressionBody),
            DelegateDeclarationSyntax m => (UnitKind.Delegate, m.Identifier, m.Identifier.ValueText, null),
            _ => null,
        };
        if (found is not var (kind, token, name, body))
        {
            return;
        }

        string head = Head(member, body?.SpanStart ?? member.Span.End);
        string signature = member is PropertyDeclarationSyntax or IndexerDeclarationSyntax or EventDeclarationSyntax
            ? SignatureText.WithAccessors(head, body as AccessorListSyntax)
            : head;
        SourceSpan bodySpan = body is null ? default : new SourceSpan(body.SpanStart, BodyEnd(member, body));
        if (Add(member, member, kind, token, name, place, signature, bodySpan) is { } added && body is not null)
        {
            LocalFunctions(body, Inside(place, added));
        }
    }

    /// <summary>Local functions at any depth of a body, lambdas included; a nested one has the outer one as its parent.</summary>
    private void LocalFunctions(SyntaxNode body, Place place)
    {
        if (!MayHoldLocalFunction(body))
        {
            return;
        }

        foreach (SyntaxNode node in body.DescendantNodes(node => node is not LocalFunctionStatementSyntax && (node is not ExpressionSyntax || MayHoldLocalFunction(node))))
        {
            if (node is LocalFunctionStatementSyntax function)
            {
                CSharpSyntaxNode? inner = (CSharpSyntaxNode?)function.Body ?? function.ExpressionBody;
                string signature = Head(function, inner?.SpanStart ?? function.Span.End);
                SourceSpan span = inner is null ? default : new SourceSpan(inner.SpanStart, function.Span.End);
                if (Add(function, function, UnitKind.Function, function.Identifier, function.Identifier.ValueText, place with { Metadata = null, IsVisible = false }, signature, span) is { } added && inner is not null)
                {
                    LocalFunctions(inner, Inside(place, added));
                }
            }
        }
    }

    /// <summary>A quick look at the text: a local function has a parameter list that a body follows.</summary>
    private bool MayHoldLocalFunction(SyntaxNode node)
        => node is ExpressionSyntax ? (_lambdas ??= new TextMarks(text, 0, text.Length, "=>", "delegate")).CountIn(node) > 0 : node.Span.Length > 8;

    private static Place Inside(Place place, CodeDeclaration container)
        => new(container, CodeDeclaration.JoinContainer(place.Container, container.Name), null, false);

    private CodeDeclaration? Add(
        CSharpSyntaxNode node, SyntaxNode whole, UnitKind kind, SyntaxToken token, string name, Place place, string signature, SourceSpan body)
    {
        if (name.Length == 0)
        {
            return null;
        }

        if (takes is not null && !takes(token.SpanStart))
        {
            return known!.GetValueOrDefault(token.SpanStart);
        }

        LeadingComments comments = LeadingComments.Of(whole, text);
        DeclarationHeader header = DeclarationHeader.Of(whole);
        (string? id, ISymbol? symbol) = Identify(node, place, name, kind, XmlDocumentation.Inherits(comments.Xml));
        string documentation = XmlDocumentation.Clean(comments.Xml.Length > 0 ? comments.Xml : comments.Plain);
        if (documentation.Length == 0 && symbol is not null)
        {
            documentation = InheritedDocumentation.Of(symbol, comments.Xml, cancellationToken);
        }

        CodeDeclaration declaration = new()
        {
            Kind = kind,
            Name = name,
            Span = new SourceSpan(comments.Start, whole.Span.End),
            NameSpan = new SourceSpan(token.SpanStart, token.Span.End),
            Body = body,
            Parent = place.Parent,
            Container = place.Container,
            Signature = signature,
            Documentation = documentation,
            Attributes = header.Attributes,
            Id = id,
            IsPublic = place.IsVisible && DeclarationHeader.IsPublic(header.Modifiers, place.InInterface),
            IsTest = TestAttributes.IsTest(whole, header.Attributes),
            Breaks = BreakFinder.Find(whole, text),
        };
        _found.Add(declaration);
        _bySyntax.TryAdd(node.SpanStart, declaration);
        return declaration;
    }

    private (string? Id, ISymbol? Symbol) Identify(SyntaxNode node, Place place, string name, UnitKind kind, bool inherits)
    {
        bool exact = false;
        string? id = place.Metadata is null ? null : SyntaxId.Of(node, place.Metadata, name, out exact);
        bool isTooLong = place.Metadata is null && place.Container.Length >= CodeDeclaration.MaxContainerLength;
        if (semantics is null || kind == UnitKind.Function || isTooLong || (exact && !inherits))
        {
            return (id, null);
        }

        Asked = inherits || Asked == SymbolUse.Documentation ? SymbolUse.Documentation : SymbolUse.Ids;
        ISymbol? symbol = semantics.GetDeclaredSymbol(node, cancellationToken);
        return (symbol?.GetDocumentationCommentId() ?? id, inherits ? symbol : null);
    }

    private string Head(SyntaxNode node, int end)
    {
        int start = DeclarationHeader.StartAfterAttributes(node);

        // Between directives only the tokens tell which text counts.
        string head = node.ContainsDirectives && text.AsSpan(start, Math.Max(0, end - start)).Contains('#')
            ? SignatureText.Line(node.DescendantTokens().Where(token => token.SpanStart >= start && token.Span.End <= end))
            : SignatureText.Line(text, start, end);
        return head.EndsWith(';') ? head[..^1].TrimEnd() : head;
    }

    private static int BodyEnd(SyntaxNode member, CSharpSyntaxNode body)
        => body is AccessorListSyntax && member is PropertyDeclarationSyntax { Initializer: not null } ? member.Span.End : body.Span.End;

    /// <summary>The name in metadata of what a place holds; null where it is not known, or longer than is kept.</summary>
    private static string? Metadata(Place place, string name) =>
        place.Metadata is null || place.Metadata.Length + name.Length >= CodeDeclaration.MaxContainerLength ? null : place.Metadata.Length == 0 ? name : $"{place.Metadata}.{name}";
}
