using System.Text.RegularExpressions;

namespace StructIndex.Benchmarks;

/// <summary>Tells what ctags took for a symbol that the language's own syntax shows to be none. Every rule looks at the line and the text, none at our units.</summary>
internal static class Misreading
{
    private static readonly HashSet<string> s_haskellKeywords = new(StringComparer.Ordinal)
    {
        "case", "class", "data", "default", "deriving", "do", "else", "family", "foreign", "forall", "if", "import", "in", "infix", "infixl", "infixr",
        "instance", "let", "module", "newtype", "of", "pattern", "then", "type", "where",
    };

    /// <summary>Whether a line begins within a text of three quotes.</summary>
    private static bool IsInText(SourceFile file, int line) => Regex.Count(file.Text[..file.OffsetOfLine(Math.Min(line, file.LineCount))], "'''|\"\"\"") % 2 == 1;

    /// <summary>What is there instead of a symbol; null when the tag looks right.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="file">The file.</param>
    /// <param name="line">The line it points at, without white space around.</param>
    public static string? Of(in CtagsTag tag, SourceFile file, string line)
    {
        string name = tag.SimpleName;
        if (!file.Text.AsSpan(file.OffsetOfLine(Math.Min(tag.Line, file.LineCount))).StartsWith('#')
            && IsComment(line, file.Language))
        {
            return "a comment";
        }

        return file.Language switch
        {
            "bash" when name.EndsWith('=') => "an array assignment, name=()",
            "elixir" or "python" when IsInHeredoc(file, tag.Line) => "an example inside documentation",
            "elixir" when name == "unquote" => "a function whose name is computed by a macro",
            "kotlin" when !line.Contains(name, StringComparison.Ordinal) => "a name between backticks that ctags garbles",
            "kotlin" when tag.Kind == "method" && !IsKotlinFunction(line, name) => "a parameter of a lambda or loop",
            "bash" when !Matches(line, $@"(^|[;&|{{(]\s*)(function\s+{Regex.Escape(name)}|{Regex.Escape(name)}\s*\()") => "the word function in a command",
            "make" when Matches(line, @"^[^=]*:\s*((override|export|private)\s+)*[\w.]+\s*(::|[:?+!])?=") => "a variable of a target",
            "elm" when file.Text[file.OffsetOfLine(Math.Min(tag.Line, file.LineCount))] == ' ' => "a local definition",
            "sql" when Matches(line, $@"\[[^\]]*\b{Regex.Escape(name)}\b[^\]]*\]|^@|EXEC\w*\s*\(") => "a word of a name in brackets, a parameter, or code in a string",
            "sql" when tag.Kind == "table" && IsInRoutine(file, tag.Line) => "a table that a routine makes when it runs",
            "haskell" when s_haskellKeywords.Contains(name) || !(char.IsLetter(name[0]) || name[0] == '_') => "a keyword or a bracket",
            "haskell" when IsInfixOperand(line, name) => "the left side of an operator's definition",
            "haskell" when !IsDefined(line, name) => "a word of a type or an expression",
            "c" or "cpp" or "objc" or "objcpp" when IsDeclaredElsewhere(line, name) => "a type that is named only",
            "c" or "cpp" when IsMacroCall(line, name) || IsMacroBefore(line, name) => "a macro around a function, before it or in place of one",
            "dart" or "scala" when IsInText(file, tag.Line) => "code in a text",
            "dart" when name == "Function" => "the type of a function",
            "csharp" when tag.Kind == "method" && Matches(line, $@"(^|\.){Regex.Escape(name)}\s*(<[^<>]*>)?\(.*;$") => "a call",
            "csharp" when line.Contains($"where {name} :", StringComparison.Ordinal) => "a type parameter",
            "java" when IsMacroCall(line, name) => "a constant of an enum with a body",
            "javascript" when Matches(line, $@"(?<![\w$]){Regex.Escape(name)}\s*=\s*\(function") => "a variable that is given what a function returns",
            "javascript" when tag.Kind == "class" && !line.Contains("class", StringComparison.Ordinal) => "an object literal",
            "javascript" when tag.Kind == "function" && !IsScriptFunction(line, name) => "the object that a function is assigned to",
            "typescript" when name is "if" or "as" or "extends" => "a keyword",
            "typescript" when tag.Kind == "method" && (line.StartsWith('>') || Matches(line, $@"(:|=>)\s*{Regex.Escape(name)}<") || Matches(line, $@"^{Regex.Escape(name)}\([^()]*\)$")) => "a type that is used, or a call",
            "objc" or "objcpp" when tag.Kind == "enum" && line.StartsWith(name, StringComparison.Ordinal) => "a constant of an enum",
            "objc" or "objcpp" when IsMacro(name) || name == "__attribute__" => "a macro or an attribute beside a declaration",
            "objc" or "objcpp" when tag.Kind == "function" && IsInitializer(line, name) => "the initialiser of a member",
            "objc" or "objcpp" when tag.Kind == "function" && line.StartsWith("using ", StringComparison.Ordinal) => "the type of a pointer to a function",
            "objc" or "objcpp" when tag.Kind is "method" or "class" && IsReturnType(file, tag.Line, name) => "the type that a function returns",
            "objc" or "objcpp" when tag.Kind == "method" && Matches(line, @"^(static|extern|const)\b") => "a variable",
            "objc" or "objcpp" when tag.Kind == "method" && Matches(line, @"^@(dynamic|synthesize|property)\b") => "a property",
            "objc" or "objcpp" when tag.Kind == "function" && Matches(line, $@"^{Regex.Escape(name)}\(.*\^") => "a call with a block",
            "objc" or "objcpp" when tag.Kind == "function" && Matches(line, $@"\bconst\s+{Regex.Escape(name)}\s*=|std::function<{Regex.Escape(name)}\(") => "a variable, or the type of a function",
            "erlang" when tag.Kind == "function" && !Matches(line, $@"^'?{Regex.Escape(name)}'?\s*\(") => "a word of a text",
            "ocaml" when name is "()" or "_" => "an effect without a name",
            "powershell" when line.Contains($"\"function {name}", StringComparison.Ordinal) => "code in a string",
            "lua" when IsInLongBracket(file, tag.Line) => "an example inside a long comment or string",
            "lua" when IsComputedKey(tag.Name) => "a function under a computed key",
            "lua" when !IsLuaFunction(line, name) => "a variable whose value holds the word function, for example in a callback",
            _ => null,
        };
    }

    private static bool IsComment(string line, string language) => language switch
    {
        "haskell" or "lua" => line.StartsWith("--", StringComparison.Ordinal),
        "python" or "ruby" or "elixir" or "bash" or "julia" or "powershell" => line.StartsWith('#'),
        _ => line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("/*", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal),
    };

    /// <summary>Whether an odd number of triple quotes stands before the line.</summary>
    private static bool IsInHeredoc(SourceFile file, int line)
    {
        ReadOnlySpan<char> before = file.Text.AsSpan(0, file.OffsetOfLine(Math.Min(line, file.LineCount)));
        return before.Count("\"\"\"") % 2 == 1 || before.Count("'''") % 2 == 1;
    }

    /// <summary>Whether the name begins a definition or a record field: at the start of the line or after a mark of layout, or before <c>::</c>.</summary>
    private static bool IsDefined(string line, string name)
    {
        string rest = line.TrimStart(',', '{', '(', ' ', '|');
        return rest.StartsWith(name, StringComparison.Ordinal)
            || Matches(line, $@"(?<![\w'])({Regex.Escape(name)} ::|`{Regex.Escape(name)}`)");
    }

    /// <summary>Whether the line defines an operator and begins with its left operand: <c>a &lt;+&gt; b = ...</c>, <c>Just a `plus` b = ...</c>.</summary>
    private static bool IsInfixOperand(string line, string name)
        => Matches(line, $@"^{Regex.Escape(name)}(\s+[\w']+)*\s+(`[\w']+`|(?!\|+\s|=\s|->|<-|::)[!#$%&*+./<=>?@\\^|~-]{{2,}})\s");

    /// <summary>Whether a <c>[[</c> before the line is still open.</summary>
    private static bool IsInLongBracket(SourceFile file, int line)
    {
        ReadOnlySpan<char> before = file.Text.AsSpan(0, file.OffsetOfLine(Math.Min(line, file.LineCount)));
        return before.LastIndexOf("[[") > before.LastIndexOf("]]");
    }

    private static bool Matches(string line, string pattern)
        => Regex.IsMatch(line, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Whether the line says <c>fun name</c>, with type parameters and a receiver or without, or declares a constructor.</summary>
    private static bool IsKotlinFunction(string line, string name) =>
        line.Contains("constructor", StringComparison.Ordinal) || Matches(line, $@"\bfun\s+(<[^(]*>\s*)?([\w.<>?*, ]+\.)?`?{Regex.Escape(name)}\b");

    /// <summary>Whether a routine begins before the line, and no batch ends between.</summary>
    private static bool IsInRoutine(SourceFile file, int line)
    {
        string before = file.Text[..file.OffsetOfLine(Math.Min(line, file.LineCount))];
        int routine = before.LastIndexOf("CREATE PROC", StringComparison.OrdinalIgnoreCase);
        return routine >= 0 && !Matches(before[routine..], @"(?im)^\s*GO\s*$");
    }

    private static bool IsMacro(string name) => name.Contains('_', StringComparison.Ordinal) && name.Equals(name.ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>Whether the line begins with the name in capitals and an opening parenthesis.</summary>
    private static bool IsMacroCall(string line, string name)
        => line.StartsWith(name + "(", StringComparison.Ordinal) && name.Equals(name.ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>Whether a macro with arguments stands before the type of a declaration.</summary>
    private static bool IsMacroBefore(string line, string name) => Matches(line, $@"^{Regex.Escape(name)}\s*\([^()]*\)\s*\w+[\s*]+\w+\s*\(");

    /// <summary><c>@protocol A;</c>, <c>struct A;</c>, <c>struct A a = ...</c>, <c>struct a::B&lt;C&gt;</c>.</summary>
    private static bool IsDeclaredElsewhere(string line, string name) =>
        Matches(line, $@"^(@protocol|@class|struct|class|union|enum)\b[^{{<(]*\b{Regex.Escape(name)}\b[^{{<(]*;$|\b(struct|class|union|enum) ({Regex.Escape(name)}::|{Regex.Escape(name)} \w+\s*=)");

    /// <summary>Whether the name begins one of the initialisers of a constructor.</summary>
    private static bool IsInitializer(string line, string name) =>
        Matches(line, $@"(^|[^:]):\s*{Regex.Escape(name)}\s*[({{]|,\s*{Regex.Escape(name)}\s*[({{]") ||
        (Matches(line, $@"^{Regex.Escape(name)}\(.*(,|\{{\s*\}};?)$") && line.Count(c => c == '(') == line.Count(c => c == ')'));

    /// <summary>Whether the name stands behind an arrow on the line or the one before.</summary>
    private static bool IsReturnType(SourceFile file, int line, string name)
    {
        int start = file.OffsetOfLine(Math.Max(1, Math.Min(line, file.LineCount) - 1)), end = file.Text.IndexOf('\n', file.OffsetOfLine(Math.Min(line, file.LineCount)));
        return Matches(file.Text[start..(end < 0 ? file.Text.Length : end)], $@"->\s*(const\s+)?([\w:]+<)?([\w:]+::)?{Regex.Escape(name)}\b");
    }

    /// <summary>Whether the name is that of a function, method or property that is given one.</summary>
    private static bool IsScriptFunction(string line, string name)
        => Matches(line, $@"(?<![\w$]){Regex.Escape(name)}\s*[=:(]");

    /// <summary>Whether the line says <c>function name</c>, <c>name = function</c> or <c>name = other or function</c>.</summary>
    private static bool IsLuaFunction(string line, string name)
    {
        string escaped = Regex.Escape(name);
        return Matches(line, $@"function\s+([\w.]+[.:])?{escaped}\b|(^|[\s.,{{;]|\[[""'])({escaped})([""']\])?\s*=\s*([\w.]+\s+or\s+)?function\b");
    }

    private static bool IsComputedKey(string name)
    {
        int open = name.LastIndexOf('[');
        return name.EndsWith(']') && (open < 0 || name[open + 1] is not ('"' or '\''));
    }
}
