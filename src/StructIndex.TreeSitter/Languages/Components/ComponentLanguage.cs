using System.Text;

namespace StructIndex;

/// <summary>
/// A language of which a file is a component of a user interface: scripts, and markup that uses what they declare. The component is a type
/// with the functions of the scripts as its members, exported as default.
/// </summary>
internal abstract class ComponentLanguage : TypeScriptLanguage
{
    public override string GrammarName => "typescript/typescript";
    public override ScopeTraits Traits => base.Traits | ScopeTraits.ImplicitReceiver;
    public override CommentSyntax Comments { get; } = new() { Lines = ["//"], Blocks = [("/*", "*/"), ("<!--", "-->")] };
    public override string[] Queries { get; } = ["ecmascript", "typescript", "component"];

    public override string GrammarOf(SourceFile file) =>
        file.Text.Contains("lang=\"tsx\"", StringComparison.Ordinal) || file.Text.Contains("lang=\"jsx\"", StringComparison.Ordinal) ? "typescript/tsx" : GrammarName;

    /// <summary>A name as markup writes it: <c>price-tag</c> is the component <c>PriceTag</c>.</summary>
    public override string UsedName(string written) => written.Contains('-', StringComparison.Ordinal) ? Joined(written) : written;

    public override string? ComponentName(SourceFile file)
    {
        string stem = CodeFiles.Stem(file.Path);
        string folder = CodeFiles.Folder(file.Path);
        string name = Joined(stem == "index" && folder.Length > 0 ? folder[(folder.LastIndexOf('/') + 1)..] : stem);
        return name.Length > 0 && !string.IsNullOrWhiteSpace(file.Text) ? name : null;
    }

    /// <summary>The words of a name, each with a capital, as one.</summary>
    private static string Joined(string name)
    {
        StringBuilder joined = new(name.Length);
        bool begins = true;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c) || c is '_' or '$')
            {
                joined.Append(begins ? char.ToUpperInvariant(c) : c);
            }

            begins = !(char.IsLetterOrDigit(c) || c is '_' or '$');
        }

        return joined.ToString();
    }
}
