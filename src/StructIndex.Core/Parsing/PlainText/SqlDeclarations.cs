using System.Text;

namespace StructIndex;

/// <summary>
/// What SQL creates: tables, views and types, functions, procedures and triggers, members of packages, and whatever else <c>CREATE</c>
/// names.
/// </summary>
internal static class SqlDeclarations
{
    /// <summary>
    /// Words between CREATE and the name, at most: <c>CREATE OR REPLACE ALGORITHM = MERGE DEFINER = a@b SQL SECURITY INVOKER VIEW IF NOT
    /// EXISTS</c>.
    /// </summary>
    private const int MaxHeaderLength = 24;

    private const int MaxSignatureLength = 240;

    /// <summary>How deep declarations are looked for in others: a routine in a routine of a package.</summary>
    private const int MaxDepth = 4;

    /// <summary>The declarations, by offset.</summary>
    /// <param name="text">The text.</param>
    /// <param name="statements">Its statements.</param>
    public static List<CodeDeclaration> Of(string text, List<SourceSpan> statements)
    {
        List<CodeDeclaration> declarations = [];
        foreach (SourceSpan statement in statements)
        {
            Add(text, statement, null, MaxDepth, declarations);
        }

        return declarations;
    }

    private static void Add(string text, SourceSpan statement, CodeDeclaration? parent, int depth, List<CodeDeclaration> declarations)
    {
        if (Declare(text, statement, parent) is not { } declaration)
        {
            return;
        }

        declarations.Add(declaration);
        bool holds = declaration.Kind == UnitKind.Function || (declaration.Kind == UnitKind.Module && declaration.Signature.Contains("PACKAGE", StringComparison.OrdinalIgnoreCase));
        if (holds && depth > 0 && Members(text, declaration) is >= 0 and var from)
        {
            foreach (SourceSpan member in SqlStatements.Of(text.AsSpan(0, statement.End), from))
            {
                Add(text, member, declaration, depth - 1, declarations);
            }
        }
    }

    /// <summary>Where the members of a package, or the variables of a routine, begin: after <c>AS</c> or <c>IS</c>; -1 where there are none.</summary>
    private static int Members(string text, CodeDeclaration declaration)
    {
        ReadOnlySpan<char> inside = text.AsSpan(0, declaration.Span.End);
        SqlToken token = SqlToken.Next(inside, declaration.NameSpan.End);
        while (token.Kind != SqlTokenKind.End && !token.Is(inside, "AS") && !token.Is(inside, "IS"))
        {
            token = SqlToken.Next(inside, token.End);
        }

        return token.Kind == SqlTokenKind.End ? -1 : token.End;
    }

    private static CodeDeclaration? Declare(string text, SourceSpan statement, CodeDeclaration? package)
    {
        ReadOnlySpan<char> inside = text.AsSpan(0, statement.End);
        SqlToken token = SqlToken.Next(inside, statement.Start);
        while (token.Kind == SqlTokenKind.Comment)
        {
            token = SqlToken.Next(inside, token.End);
        }

        // An anonymous block declares what a package does.
        token = token.Is(inside, "DECLARE") ? SqlToken.Next(inside, token.End) : token;
        int start = token.Start;
        bool isRoutine = token.Is(inside, "PROCEDURE") || token.Is(inside, "FUNCTION");
        bool isAltered = token.Is(inside, "ALTER");
        UnitKind? found = isRoutine ? UnitKind.Function : IsType(inside, token) ? UnitKind.Struct : isAltered || (package is null && token.Is(inside, "CREATE")) ? FindKind(inside, ref token) : null;
        if (found is not { } kind || !ReadName(inside, ref token, out string container, out SourceSpan name))
        {
            return null;
        }

        int signatureEnd = SignatureEnd(inside, token.End, kind);
        if (isAltered && (kind != UnitKind.Function || !IsBody(inside, SqlToken.Next(inside, signatureEnd))))
        {
            // Only a routine that is given a new body.
            return null;
        }

        return new CodeDeclaration
        {
            Kind = kind,
            Name = Unquote(text.AsSpan(name.Start, name.Length)),
            Container = package is null ? container : CodeDeclaration.JoinContainer(package.Container, package.Name),
            Parent = package,
            Span = statement,
            NameSpan = name,
            Body = new SourceSpan(signatureEnd, statement.End),
            Signature = OneLine(text.AsSpan(start, signatureEnd - start)),
            Documentation = Comment(text.AsSpan(statement.Start, start - statement.Start)),
        };
    }

    /// <summary>Whether a type is declared as a member: <c>TYPE name IS ...</c>.</summary>
    private static bool IsType(ReadOnlySpan<char> text, SqlToken token) =>
        (token.Is(text, "TYPE") || token.Is(text, "SUBTYPE")) && SqlToken.Next(text, token.End) is { Kind: SqlTokenKind.Word or SqlTokenKind.QuotedName } name
        && SqlToken.Next(text, name.End).Is(text, "IS");

    /// <summary>Goes to the word that says what is created.</summary>
    private static UnitKind? FindKind(ReadOnlySpan<char> text, ref SqlToken token)
    {
        for (int i = 0; i < MaxHeaderLength && token.Kind != SqlTokenKind.End; i++)
        {
            token = SqlToken.Next(text, token.End);
            if (token.Kind == SqlTokenKind.Word && KindOf(token.Of(text)) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    private static UnitKind? KindOf(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[16];
        return word.Length > upper.Length || word.ToUpperInvariant(upper) < 0 ? null : upper[..word.Length] switch
        {
            "TABLE" or "VIEW" or "TYPE" or "DOMAIN" => UnitKind.Struct,
            "FUNCTION" or "PROCEDURE" or "PROC" or "TRIGGER" or "AGGREGATE" or "EVENT" => UnitKind.Function,
            "SCHEMA" or "DATABASE" or "PACKAGE" or "INDEX" or "SEQUENCE" or "POLICY" or "RULE" or "EXTENSION" or "SYNONYM" => UnitKind.Module,
            _ => null,
        };
    }

    /// <summary>Reads <c>schema.name</c>, past <c>IF NOT EXISTS</c> and the like.</summary>
    private static bool ReadName(ReadOnlySpan<char> text, ref SqlToken token, out string container, out SourceSpan name)
    {
        (container, name) = ("", default);
        do
        {
            token = SqlToken.Next(text, token.End);
        }
        while (token.Is(text, "IF") || token.Is(text, "NOT") || token.Is(text, "EXISTS") || token.Is(text, "CONCURRENTLY") || token.Is(text, "BODY") || token.Kind == SqlTokenKind.Comment);

        List<string> parts = [];
        while (token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && !token.Is(text, "ON"))
        {
            name = new SourceSpan(token.Start, token.End);
            parts.Add(Unquote(token.Of(text)));
            if (token.End >= text.Length || text[token.End] != '.')
            {
                container = string.Join('.', parts.SkipLast(1));
                return parts[^1].Length > 0;
            }

            token = SqlToken.Next(text, token.End + 1);
        }

        return false;
    }

    /// <summary>Where the body begins: a table's columns, a routine's or view's definition.</summary>
    private static int SignatureEnd(ReadOnlySpan<char> text, int at, UnitKind kind)
    {
        int depth = 0, end = at;
        for (SqlToken token = SqlToken.Next(text, at); token.Kind != SqlTokenKind.End && token.End - at < MaxSignatureLength; token = SqlToken.Next(text, token.End))
        {
            char first = text[token.Start];
            bool isBody = first == '(' ? kind == UnitKind.Struct : depth == 0 && IsBody(text, token);
            if (isBody || token.Kind == SqlTokenKind.Comment)
            {
                break;
            }

            depth += first switch { '(' => 1, ')' => -1, _ => 0 };
            end = token.End;
        }

        return end;
    }

    private static bool IsBody(ReadOnlySpan<char> text, SqlToken token) =>
        token.Kind != SqlTokenKind.End && (token.Is(text, "AS") || token.Is(text, "IS") || token.Is(text, "BEGIN") || token.Is(text, "LANGUAGE") || text[token.Start] == '$');

    private static string Unquote(ReadOnlySpan<char> name) => name.Trim("\"`[]").ToString();

    private static string OneLine(ReadOnlySpan<char> text) => string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Comment(ReadOnlySpan<char> comments)
    {
        StringBuilder text = new();
        foreach (ReadOnlySpan<char> line in comments.EnumerateLines())
        {
            ReadOnlySpan<char> words = line.Trim().TrimStart("-/*").TrimEnd("*/").Trim();
            if (!words.IsEmpty)
            {
                text.Append(text.Length > 0 ? "\n" : "").Append(words);
            }
        }

        return text.ToString();
    }
}
