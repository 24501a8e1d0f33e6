namespace StructIndex;

/// <summary>Cuts SQL of any dialect into statements.</summary>
internal static class SqlStatements
{
    /// <summary>How far into a statement the word stands that says what is created, qualifiers included.</summary>
    private const int HeaderWords = 12;

    private static readonly string[] s_routines = ["FUNCTION", "PROCEDURE", "PROC", "TRIGGER", "EVENT"];
    private static readonly string[] s_queries = ["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "CALL"];
    private static readonly string[] s_innerEnds = ["IF", "LOOP", "WHILE", "REPEAT", "FOR"];

    /// <summary>The statements, without their last semicolon. The comments right above one belong to it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin: in a package, its members are statements.</param>
    public static List<SourceSpan> Of(ReadOnlySpan<char> text, int from = 0)
    {
        List<SourceSpan> statements = [];
        string delimiter = ";";
        int start = -1, codeStart = -1, words = 0, depth = 0, bodies = 0, end = from;
        bool isRoutine = false, isPackage = false, isQuery = false, isHead = false;
        SourceSpan comments = default;
        for (SqlToken token = SqlToken.Next(text, from); ; token = SqlToken.Next(text, token.End))
        {
            if (token.Kind == SqlTokenKind.Comment)
            {
                // A blank line parts a comment from what follows.
                bool isApart = codeStart < 0 && start >= 0 && IsBlankLine(text[end..token.Start]);
                start = start < 0 || isApart ? token.Start : start;
                end = codeStart < 0 ? token.End : end;
                comments = new SourceSpan(comments.Length == 0 ? token.Start : comments.Start, token.End);
                continue;
            }

            // Oracle's client runs what stands before a slash, and its commands, as statements of T-SQL, end where the next statement begins.
            bool declares = bodies > 0;
            bool isGo = (token.Is(text, "GO") || token.Of(text) is "/") && IsAlone(text, token);
            bool isNext = codeStart >= 0 && (declares || !isRoutine) && depth == 0 && token.Is(text, "CREATE") && text[..token.Start].TrimEnd(" \t") is [.., '\n'];
            bool isEnd = token.Kind == SqlTokenKind.End || isGo || (depth == 0 && !declares && text[token.Start..].StartsWith(delimiter));
            if (isEnd || isNext)
            {
                if (codeStart >= 0)
                {
                    statements.Add(new SourceSpan(start, end));
                }

                (start, codeStart, words, depth, bodies, isRoutine, isPackage, isQuery, isHead) = (-1, -1, 0, 0, 0, false, false, false, false);
                (start, end) = isNext && comments.Length > 0 ? (comments.Start, comments.End) : (-1, end);
            }

            comments = default;

            if (isEnd)
            {
                if (token.Kind == SqlTokenKind.End)
                {
                    return statements;
                }

                token = isGo ? token : token with { End = Math.Min(text.Length, token.Start + delimiter.Length) };
                continue;
            }

            if (codeStart < 0 && token.Is(text, "DELIMITER"))
            {
                // MySQL's client changes what ends a statement, so that bodies may hold semicolons.
                int lineEnd = text[token.End..].IndexOfAny('\r', '\n');
                lineEnd = lineEnd < 0 ? text.Length : token.End + lineEnd;
                delimiter = text[token.End..lineEnd].Trim() is { IsEmpty: false } given ? given.ToString() : ";";
                token = token with { End = lineEnd };
                start = -1;
                continue;
            }

            if (codeStart < 0)
            {
                start = start < 0 || IsBlankLine(text[end..token.Start]) ? token.Start : start;
                codeStart = token.Start;
            }

            end = token.End;
            if (token.Kind != SqlTokenKind.Word)
            {
                isHead &= text[token.Start] != ';';
                continue;
            }

            words++;
            isPackage |= words <= HeaderWords && token.Is(text, "PACKAGE") && StartsDefinition(text, codeStart);
            isRoutine |= isPackage || (words <= HeaderWords && IsAny(text, token, s_routines) && StartsDefinition(text, codeStart));
            isQuery |= isRoutine && depth == 0 && !declares && IsAny(text, token, s_queries);
            isHead |= declares && depth == 0 && (token.Is(text, "PROCEDURE") || token.Is(text, "FUNCTION"));
            if (isRoutine && !isQuery && depth == 0 && (isHead || !declares) && (token.Is(text, "AS") || token.Is(text, "IS")))
            {
                // Variables and routines are declared before the first BEGIN, each with a semicolon; a package is a list of declarations.
                depth = isPackage ? 1 : 0;
                bool hasVariables = !isPackage && SqlToken.Next(text, token.End) is { Kind: SqlTokenKind.Word } next && !next.Is(text, "BEGIN") && !next.Is(text, "LANGUAGE");
                bodies += declares || hasVariables ? 1 : 0;
                isHead = false;
            }
            else if (isRoutine && (token.Is(text, "BEGIN") || token.Is(text, "CASE")))
            {
                depth++;
            }
            else if (isRoutine && depth > 0 && token.Is(text, "END"))
            {
                SqlToken after = SqlToken.Next(text, token.End);
                depth -= IsAny(text, after, s_innerEnds) ? 0 : 1;
                bodies -= depth == 0 && bodies > 0 ? 1 : 0;
                token = after.Is(text, "CASE") ? after : token;
                end = token.End;
            }
        }
    }

    private static bool StartsDefinition(ReadOnlySpan<char> text, int at)
    {
        SqlToken first = SqlToken.Next(text, at);
        first = first.Is(text, "DECLARE") ? SqlToken.Next(text, first.End) : first;
        return first.Is(text, "CREATE") || first.Is(text, "ALTER") || first.Is(text, "PROCEDURE") || first.Is(text, "FUNCTION");
    }

    private static bool IsAny(ReadOnlySpan<char> text, SqlToken token, string[] words)
    {
        foreach (string word in words)
        {
            if (token.Is(text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBlankLine(ReadOnlySpan<char> gap) => gap.Count('\n') > 1;

    /// <summary>Whether the word has its line for itself, but for a semicolon.</summary>
    private static bool IsAlone(ReadOnlySpan<char> text, SqlToken token)
    {
        int before = token.Start - 1, after = token.End;
        while (before >= 0 && text[before] is ' ' or '\t')
        {
            before--;
        }

        while (after < text.Length && text[after] is ' ' or '\t' or ';')
        {
            after++;
        }

        return (before < 0 || text[before] is '\r' or '\n') && (after == text.Length || text[after] is '\r' or '\n');
    }
}
