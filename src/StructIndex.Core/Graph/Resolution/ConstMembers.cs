namespace StructIndex;

/// <summary>
/// Tells apart members of C++ that differ by <c>const</c> alone: the one of objects that may not be changed, and the other. Functions whose
/// parameters are the same, of which one or the other is compiled, are one.
/// </summary>
internal static class ConstMembers
{
    /// <summary>Leaves of functions with the same parameters the one that a call means.</summary>
    public static void Choose(SymbolFinder symbols, FileScope scope, CodeReference reference, List<int> found)
    {
        if (found.Count < 2 || !scope.Rules.Has(ScopeTraits.Includes) || Parts(symbols.Unit(found[0])) is not var (parameters, _) || !found.TrueForAll(unit => Parts(symbols.Unit(unit))?.Parameters == parameters))
        {
            return;
        }

        bool isConst = IsConst(scope, reference);
        int meant = found.FindIndex(unit => Parts(symbols.Unit(unit))?.IsConst == isConst);
        int chosen = found[Math.Max(0, meant)];
        if (found.TrueForAll(unit => symbols.Names.Set.FileOf(unit) == symbols.Names.Set.FileOf(chosen)))
        {
            found.Clear();
            found.Add(chosen);
        }
        else
        {
            found.RemoveAll(unit => Parts(symbols.Unit(unit))?.IsConst != Parts(symbols.Unit(chosen))?.IsConst);
        }
    }

    /// <summary>Whether the object that a member is called on may not be changed, as far as the function around the call says.</summary>
    private static bool IsConst(FileScope scope, CodeReference reference)
    {
        if (reference.From is not { } from)
        {
            return false;
        }

        string name = reference.Receiver ?? "this";
        ReadOnlySpan<char> before = scope.Parsed.Source.Text.AsSpan(from.Span.Start, Math.Max(0, reference.Offset - from.Span.Start));
        for (int at = before.IndexOf(name, StringComparison.Ordinal); name != "this" && at >= 0;)
        {
            // The first place where it stands behind a type is its declaration.
            ReadOnlySpan<char> head = before[..at];
            ReadOnlySpan<char> declared = head[(head.LastIndexOfAny("(,;{}") + 1)..].Trim();
            bool isName = (at == 0 || !IsLetter(before[at - 1])) && (at + name.Length == before.Length || !IsLetter(before[at + name.Length]));
            if (isName && declared is [.., '&' or '*' or '>' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9')] && !declared.StartsWith("return", StringComparison.Ordinal))
            {
                return declared.StartsWith("const ", StringComparison.Ordinal) || declared.Contains(" const ", StringComparison.Ordinal) || declared.Contains(" const&", StringComparison.Ordinal) || declared.Contains(" const*", StringComparison.Ordinal);
            }

            int next = before[(at + 1)..].IndexOf(name, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 1 + next;
        }

        // A field, or the object itself.
        return IsConst(from.Signature, from.Name);
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static (string Parameters, bool IsConst)? Parts(CodeUnit unit)
    {
        int open = Open(unit.Signature, unit.Name);
        return open < 0 || !unit.Kind.IsCallable() ? null : (string.Concat(unit.Signature[open..Brackets.After(unit.Signature, open)].Where(c => !char.IsWhiteSpace(c))), IsConst(unit.Signature, unit.Name));
    }

    private static bool IsConst(string signature, string name) =>
        Open(signature, name) is >= 0 and var open && signature.AsSpan(Brackets.After(signature, open)).TrimStart().StartsWith("const", StringComparison.Ordinal);

    private static int Open(string signature, string name)
    {
        int at = signature.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? -1 : signature.IndexOf('(', at + name.Length);
    }
}
