using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StructIndex;

/// <summary>
/// Hashes of what other files can see of a tree: all tokens outside the bodies of members and the values of fields that are no constants.
/// An edit that keeps the shape changes the meaning of no other file. Worked out when first asked for, and kept as long as the tree.
/// </summary>
internal sealed class TreeShape
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeShape> s_shapes = [];

    private readonly Lazy<UInt128> _bare;
    private readonly Lazy<UInt128> _documented;

    private TreeShape(SyntaxTree tree)
    {
        _bare = new(() => Hash(tree, withComments: false));
        _documented = new(() => Hash(tree, withComments: true));
    }

    /// <summary>A shape that was worked out before.</summary>
    public TreeShape(UInt128 bare, UInt128 documented) => (_bare, _documented) = (new(bare), new(documented));

    /// <summary>The shape without comments.</summary>
    public UInt128 Bare => _bare.Value;

    /// <summary>The shape with the comments outside bodies, which others may inherit.</summary>
    public UInt128 Documented => _documented.Value;

    /// <summary>The shape of a tree.</summary>
    public static TreeShape Of(SyntaxTree tree) => s_shapes.GetValue(tree, static tree => new TreeShape(tree));

    private static UInt128 Hash(SyntaxTree tree, bool withComments)
    {
        SyntaxNode root = tree.GetRoot();
        ArrayBufferWriter<char> text = new();
        foreach (SyntaxNodeOrToken part in root.DescendantNodesAndTokens(static node => !IsHidden(node)))
        {
            if (part.AsNode() is { } node)
            {
                text.Write(IsHidden(node) ? "\u0001" : "");
                continue;
            }

            SyntaxToken token = part.AsToken();
            text.Write(withComments ? token.ToFullString() : token.Text);
            text.Write("\0");
        }

        // Whether a type may be null is part of what it says.
        for (DirectiveTriviaSyntax? directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            text.Write(directive.IsKind(SyntaxKind.NullableDirectiveTrivia) ? directive.ToString() : "");
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.WrittenSpan), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    /// <summary>Whether a node holds nothing that others see but that it is there.</summary>
    private static bool IsHidden(SyntaxNode node) => node switch
    {
        BlockSyntax => node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax,
        ArrowExpressionClauseSyntax or GlobalStatementSyntax => true,
        EqualsValueClauseSyntax => node.Parent is PropertyDeclarationSyntax
            || (node.Parent is VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } && !field.Modifiers.Any(SyntaxKind.ConstKeyword)),
        _ => false,
    };
}
