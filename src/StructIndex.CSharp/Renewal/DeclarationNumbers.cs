namespace StructIndex;

/// <summary>
/// Numbers for the declarations of a file that stay when only its bodies change: those outside bodies count from 0 in the order of the
/// text, local functions, which no other file can name, downwards from -2.
/// </summary>
internal sealed class DeclarationNumbers
{
    /// <summary>The number of no declaration.</summary>
    public const int None = -1;

    private readonly CodeDeclaration[] _members;
    private readonly CodeDeclaration[] _locals;

    /// <summary>Numbers the declarations.</summary>
    /// <param name="declared">The declarations by the start of their syntax.</param>
    public DeclarationNumbers(IReadOnlyDictionary<int, CodeDeclaration> declared)
    {
        CodeDeclaration[] ordered = [.. declared.OrderBy(entry => entry.Key).Select(entry => entry.Value)];
        _members = Array.FindAll(ordered, declaration => declaration.Kind != UnitKind.Function);
        _locals = Array.FindAll(ordered, declaration => declaration.Kind == UnitKind.Function);
    }

    /// <summary>All declarations with their numbers.</summary>
    public IEnumerable<(CodeDeclaration Declaration, int Number)> All =>
        [.. _members.Select((declaration, i) => (declaration, i)), .. _locals.Select((declaration, i) => (declaration, -2 - i))];

    /// <summary>The declaration of a number; null for <see cref="None"/>.</summary>
    public CodeDeclaration? this[int number] => number >= 0 ? _members[number] : number == None ? null : _locals[-2 - number];
}
