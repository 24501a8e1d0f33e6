using System.Text;

namespace StructIndex;

/// <summary>
/// Ids that stay the same between runs and machines. The parser's own id where it gives one; otherwise
/// <c>path#Container.Name(parameters)</c> for callables, <c>path#Container.Name</c> for types and <c>path</c> for code outside
/// declarations. Where several units would have the same id (parts of a partial type, conditional definitions), the first by path and line
/// keeps it and the others get <c>~2</c>, <c>~3</c> and so on.
/// </summary>
internal sealed class UnitIds
{
    private const int MaxParametersLength = 120;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The id of the next unit; call in the order of units.</summary>
    /// <param name="wanted">What <see cref="Wanted"/> gave for it.</param>
    public string Next(string wanted)
    {
        if (_taken.Add(wanted))
        {
            return wanted;
        }

        string id;
        int count = _counts.GetValueOrDefault(wanted, 1);
        do
        {
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}~{++count}");
        }
        while (!_taken.Add(id));
        _counts[wanted] = count;
        return id;
    }

    /// <summary>The id of a unit where no other has the same.</summary>
    public static string Wanted(UnitDraft draft)
    {
        if (draft.Declaration is not { } declaration)
        {
            return draft.Source.Path;
        }

        if (declaration.Id is { Length: > 0 } known)
        {
            return known;
        }

        StringBuilder id = new(draft.Source.Path);
        id.Append('#');
        if (declaration.Container.Length > 0)
        {
            id.Append(declaration.Container).Append('.');
        }

        id.Append(declaration.Name);
        if (declaration.Kind.IsCallable())
        {
            AppendParameters(id, declaration);
        }

        return id.ToString();
    }

    /// <summary>
    /// The first balanced parentheses after the name, without white space; a long list is cut and closed by a hash of the whole.
    /// </summary>
    private static void AppendParameters(StringBuilder id, CodeDeclaration declaration)
    {
        ReadOnlySpan<char> signature = declaration.Signature;
        int name = signature.IndexOf(declaration.Name, StringComparison.Ordinal);
        ReadOnlySpan<char> rest = name < 0 ? signature : signature[(name + declaration.Name.Length)..];
        int open = rest.IndexOf('(');
        if (open < 0)
        {
            return;
        }

        int written = 0;
        uint hash = 2166136261;
        foreach (char c in rest[open..Brackets.After(rest, open)])
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            hash = unchecked((hash ^ c) * 16777619);
            if (written++ < MaxParametersLength)
            {
                id.Append(c);
            }
        }

        if (written > MaxParametersLength)
        {
            id.Append("..").Append(hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture)).Append(')');
        }
    }
}
