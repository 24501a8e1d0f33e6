namespace StructIndex;

/// <summary>
/// Documentation that is written elsewhere: where a comment says <see cref="Mark"/>, that of the member that is overridden or implemented, or
/// of the base of a type; and for a type of several parts that of its first part, with that of the others after it.
/// </summary>
internal sealed class SharedDocumentation
{
    /// <summary>What stands in <see cref="CodeDeclaration.Documentation"/> for that of the member that is overridden.</summary>
    public const string Mark = "{@inheritDoc}";

    /// <summary>Types that extend one another are followed so far.</summary>
    private const int MaxDepth = 16;

    private readonly Lazy<ILookup<string, (ParsedFile File, CodeDeclaration Type)>> _types;

    private SharedDocumentation(IReadOnlyList<ParsedFile> files) => _types = new(() => files
        .SelectMany(file => file.Declarations.Where(declaration => declaration.Kind.IsType()).Select(type => (file, type)))
        .ToLookup(one => one.type.Name, one => (one.file, one.type), StringComparer.Ordinal));

    /// <summary>The documentation of each declaration that may have another than its own.</summary>
    /// <param name="files">All files, by path.</param>
    public static Dictionary<CodeDeclaration, string> Of(IReadOnlyList<ParsedFile> files)
    {
        SharedDocumentation shared = new(files);
        Dictionary<CodeDeclaration, string> found = new(ReferenceEqualityComparer.Instance);
        Dictionary<(string Family, string Name), List<CodeDeclaration>> parts = [];
        foreach (ParsedFile file in files)
        {
            foreach (CodeDeclaration declaration in file.Declarations)
            {
                if (HasMark(declaration))
                {
                    found[declaration] = shared.Filled(file, declaration, 0);
                }
                else if (declaration.Kind.IsType() && file.Rules.IsPart(declaration))
                {
                    (string, string) key = (file.Rules.Family, declaration.Id ?? $"{declaration.Container}.{declaration.Name}");
                    (parts.TryGetValue(key, out List<CodeDeclaration>? same) ? same : parts[key] = []).Add(declaration);
                }
            }
        }

        foreach (List<CodeDeclaration> type in parts.Values)
        {
            found[type[0]] = string.Join("\n\n", type.Select(part => part.Documentation).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
        }

        return found;
    }

    private static bool HasMark(CodeDeclaration declaration) => declaration.Documentation.Contains(Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>The documentation of a declaration, with that of its bases in the place of the mark.</summary>
    private string Filled(ParsedFile file, CodeDeclaration declaration, int depth) => HasMark(declaration)
        ? declaration.Documentation.Replace(Mark, (declaration.Kind.IsType() ? declaration : declaration.Parent) is { } type ? InBases(file, type, declaration, depth) : "", StringComparison.OrdinalIgnoreCase).Trim()
        : declaration.Documentation;

    /// <summary>The documentation that the nearest base has of a member, or of itself where the member is the type.</summary>
    private string InBases(ParsedFile file, CodeDeclaration type, CodeDeclaration member, int depth)
    {
        foreach (CodeReference reference in depth < MaxDepth ? file.References : [])
        {
            if (ReferenceEquals(reference.From, type) && reference.Kind is CodeReferenceKind.Inherit or CodeReferenceKind.Implement && Base(file, type, reference.Name) is var (baseFile, ofBase))
            {
                CodeDeclaration? source = ReferenceEquals(member, type) ? ofBase : Overridden(baseFile, ofBase, member);
                string text = source is null ? "" : Filled(baseFile, source, depth + 1);
                text = text.Length > 0 ? text : InBases(baseFile, ofBase, ReferenceEquals(member, type) ? ofBase : member, depth + 1);
                if (text.Length > 0)
                {
                    return text;
                }
            }
        }

        return "";
    }

    /// <summary>The type that a name means: the only one of that name, or the one in the same file or package, or that is imported.</summary>
    private (ParsedFile File, CodeDeclaration Type)? Base(ParsedFile file, CodeDeclaration type, string name)
    {
        List<(ParsedFile File, CodeDeclaration Type)> named = [.. _types.Value[name].Where(one => one.File.Rules.Family == file.Rules.Family && !ReferenceEquals(one.Type, type))];
        if (named.Count > 1)
        {
            int meant = named.FindIndex(one => ReferenceEquals(one.File, file));
            meant = meant >= 0 ? meant : named.FindIndex(one => file.Imports.Any(import => import.Name == name && Dotted(import.Module) == one.Type.Container));
            meant = meant >= 0 ? meant : named.FindIndex(one => one.Type.Container == type.Container);
            return meant >= 0 ? named[meant] : null;
        }

        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>The member of a base with the name, and among several the one with as many parameters.</summary>
    private static CodeDeclaration? Overridden(ParsedFile file, CodeDeclaration type, CodeDeclaration member)
    {
        List<CodeDeclaration> named = [.. file.Declarations.Where(other => ReferenceEquals(other.Parent, type) && other.Name == member.Name && other.Kind == member.Kind)];
        int parameters = Parameters(member);
        return named.Count == 1 ? named[0] : named.Find(other => Parameters(other) == parameters);
    }

    private static int Parameters(CodeDeclaration member) =>
        member.Signature.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open ? Brackets.Items(member.Signature.AsSpan(open)).Count : 0;

    private static string Dotted(string module) => module.Trim('\\').Replace('\\', '.').Replace("::", ".", StringComparison.Ordinal);
}
