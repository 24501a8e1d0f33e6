namespace StructIndex;

/// <summary>
/// What a type parameter is bound to in a signature: <c>&lt;V: Visitor&gt;</c>, <c>&lt;T extends Shape&gt;</c>, <c>where V: Visitor</c>.
/// </summary>
internal static class GenericBound
{
    /// <summary>The bound's name; null when the signatures around a declaration give none.</summary>
    public static string? Of(string parameter, CodeDeclaration? from)
    {
        for (CodeDeclaration? at = from; at is not null; at = at.Parent)
        {
            if (In(at.Signature, parameter) is { } bound)
            {
                return bound;
            }
        }

        return null;
    }

    private static string? In(string signature, string parameter)
    {
        for (int at = signature.IndexOf(parameter, StringComparison.Ordinal); at >= 0; at = signature.IndexOf(parameter, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || signature[at - 1] is not ('<' or ',' or ' ' or '\t'))
            {
                continue;
            }

            ReadOnlySpan<char> rest = signature.AsSpan(at + parameter.Length).TrimStart();
            int skip = rest.StartsWith("extends ", StringComparison.Ordinal) ? 8 : rest.StartsWith("<: ", StringComparison.Ordinal) ? 3
                : rest.Length > 0 && rest[0] == ':' ? 1 : 0;
            rest = rest[skip..].TrimStart();
            int end = 0;
            while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] is '_' or '.' or ':'))
            {
                end++;
            }

            if (skip > 0 && end > 0)
            {
                return rest[..end].ToString();
            }
        }

        return null;
    }
}
