using System.Buffers;
using System.Globalization;

namespace StructIndex;

/// <summary>Tells symbols, places in files and code from words, by their form alone.</summary>
internal static class QuerySymbols
{
    private const string Around = "\"'`()[]{}<>,;:?!.";
    private const double CodeShare = .8;
    private static readonly SearchValues<char> s_marksOfCode = SearchValues.Create("{}=;");
    private static readonly SearchValues<char> s_endsOfCode = SearchValues.Create("([,:)");
    private static readonly string[] s_joints = ["::", "->", "#", "."];

    /// <summary>The symbol that a piece of a query is, without arguments and quotes; null when it is a word like any other.</summary>
    /// <param name="piece">A run without blanks.</param>
    /// <param name="alone">Whether it is the whole query, so that a plain word is a name too.</param>
    public static string? SymbolIn(string piece, bool alone)
    {
        piece = Plain(piece);
        bool called = piece.Contains("()", StringComparison.Ordinal) || (piece.IndexOf('(', StringComparison.Ordinal) is > 0 and int open && IsName(piece[..open]));
        bool quoted = piece.Length > 2 && piece[0] == '`';
        int arguments = piece.IndexOf('(', StringComparison.Ordinal);
        string symbol = (arguments > 0 ? piece[..arguments] : piece).Trim(Around.ToCharArray());
        if (symbol.Length < 2 || !IsName(symbol))
        {
            return null;
        }

        bool joined = Array.Exists(s_joints, joint => symbol.Contains(joint, StringComparison.Ordinal)) && !IsAbbreviation(symbol);
        return alone || called || quoted || joined || HasInnerCase(symbol) ? symbol : null;
    }

    /// <summary>
    /// The file that a piece of a query names: it has an extension that a language is known by, or a slash between names. Null when there
    /// is none.
    /// </summary>
    public static QueryPlace? PlaceIn(string piece)
    {
        string path = piece.Trim("\"'`()[]{}<>,;?!.".ToCharArray()).Replace('\\', '/');
        int line = 0;
        int colon = path.IndexOf(':', path.Length > 2 && path[1] == ':' ? 2 : 0);
        if (colon > 0)
        {
            string[] numbers = path[(colon + 1)..].Split(':');
            _ = int.TryParse(numbers[0].Replace("line", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out line);
            path = path[..colon];
        }

        if (path.Length < 3 || !path.All(c => char.IsLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+' or '@' or ':'))
        {
            return null;
        }

        string name = path[(path.LastIndexOf('/') + 1)..];
        int dot = name.LastIndexOf('.');
        bool isFile = dot > 0 && IsKnownFile(name) && (line > 0 || path.Contains('/', StringComparison.Ordinal) || char.IsLower(name[dot + 1]));
        bool isFolder = path.Contains('/', StringComparison.Ordinal) && path.Split('/').Count(part => part.Length > 1) > 1 && path.Any(c => c is '_' or '-' or '.');
        return isFile || isFolder ? new QueryPlace(path.TrimStart('.').Trim('/'), line) : null;
    }

    /// <summary>Whether a text reads as code: it has marks that prose has not.</summary>
    public static bool IsCode(string text)
    {
        int marks = text.Count(c => c is '{' or '}' or ';' or '=');
        bool called = text.Contains('(', StringComparison.Ordinal) && text.Contains(')', StringComparison.Ordinal);
        return marks >= 2 || (marks == 1 && called);
    }

    /// <summary>
    /// Whether nearly every line of a text reads as code, from the first one on. An issue has a title, an empty line below it, sentences or fences.
    /// </summary>
    public static bool IsBlockOfCode(string text)
    {
        (int lines, int code) = (0, 0);
        foreach (ReadOnlySpan<char> line in text.AsSpan().Trim().EnumerateLines())
        {
            ReadOnlySpan<char> words = line.Trim();
            if (words.IsEmpty ? lines == 1 : words.StartsWith("```") || (lines == 0 && !OpensCode(words)))
            {
                return false;
            }

            lines += words.IsEmpty ? 0 : 1;
            code += !words.IsEmpty && (lines == 1 || char.IsWhiteSpace(line[0]) || !words.Contains(' ') || OpensCode(words)) ? 1 : 0;
        }

        return lines > 1 && code >= CodeShare * lines;
    }

    private static bool OpensCode(ReadOnlySpan<char> line) =>
        line.ContainsAny(s_marksOfCode) || s_endsOfCode.Contains(line[^1]) || line.EndsWith(" do") || line.EndsWith(" then") || line is "where" || line.EndsWith(" where");

    // Receivers of Go, (*Mux).handle, and arities of Elixir, handle/2.
    private static string Plain(string piece)
    {
        int arity = piece.LastIndexOf('/');
        bool hasArity = arity > 0 && arity + 1 < piece.Length && piece.AsSpan(arity + 1).TrimEnd(":,.)").ContainsAnyExceptInRange('0', '9') is false;
        return (hasArity ? piece[..arity] : piece).Replace("(*", "", StringComparison.Ordinal).Replace(").", ".", StringComparison.Ordinal);
    }

    private static bool IsKnownFile(string name) => LanguageCatalog.Detect(name, "") is not null;

    private static bool IsName(string symbol)
    {
        foreach (string name in symbol.Split(["::", "->", "#", ".", "/"], StringSplitOptions.None))
        {
            string plain = name.TrimEnd('!', '?');
            if (plain.Length == 0 || !(char.IsLetter(plain[0]) || plain[0] is '_' or '$' or '@') || !plain.Skip(1).All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$'))
            {
                return false;
            }
        }

        return true;
    }

    // e.g., i.e.
    private static bool IsAbbreviation(string symbol) => Array.TrueForAll(symbol.Split('.'), part => part.Length <= 1);

    private static bool HasInnerCase(string symbol)
    {
        for (int i = 1; i < symbol.Length; i++)
        {
            if (symbol[i] == '_' || (char.IsUpper(symbol[i]) && char.IsLower(symbol[i - 1])) || (i > 1 && char.IsLower(symbol[i]) && char.IsUpper(symbol[i - 1]) && char.IsUpper(symbol[i - 2])))
            {
                return true;
            }
        }

        return false;
    }
}
