namespace StructIndex;

/// <summary>Cuts SQL of any dialect into statements.</summary>
internal static class SqlStatements
{
    /// <summary>How far into a statement the word stands that says what is created, qualifiers included.</summary>
    private const int HeaderWords = 12;

    private static readonly string[] s_routines = ["FUNCTION", "PROCEDURE", "PROC", "TRIGGER", "EVENT"];
    private static readonly string[] s_innerEnds = ["IF", "LOOP", "WHILE", "REPEAT", "FOR"];

    /// <summary>The statements, without their last semicolon. The comments right above one belong to it.</summary>
    /// <param name="text">The text.</param>
    public static List<SourceSpan> Of(ReadOnlySpan<char> text)
    {
        List<SourceSpan> statements = [];
        string delimiter = ";";
        int start = -1, codeStart = -1, words = 0, depth = 0, end = 0;
        bool isRoutine = false;
        for (SqlToken token = SqlToken.Next(text, 0); ; token = SqlToken.Next(text, token.End))
        {
            if (token.Kind == SqlTokenKind.Comment)
            {
                // A blank line parts a comment from what follows.
                bool isApart = codeStart < 0 && start >= 0 && IsBlankLine(text[end..token.Start]);
                start = start < 0 || isApart ? token.Start : start;
                end = codeStart < 0 ? token.End : end;
                continue;
            }

            bool isGo = token.Is(text, "GO") && IsAlone(text, token);
            bool isEnd = token.Kind == SqlTokenKind.End || isGo || (depth == 0 && text[token.Start..].StartsWith(delimiter));
            if (isEnd)
            {
                if (codeStart >= 0)
                {
                    statements.Add(new SourceSpan(start, end));
                }

                (start, codeStart, words, depth, isRoutine) = (-1, -1, 0, 0, false);
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
                continue;
            }

            words++;
            isRoutine |= words <= HeaderWords && IsAny(text, token, s_routines) && StartsDefinition(text, codeStart);
            if (isRoutine && (token.Is(text, "BEGIN") || token.Is(text, "CASE")))
            {
                depth++;
            }
            else if (isRoutine && depth > 0 && token.Is(text, "END"))
            {
                SqlToken next = SqlToken.Next(text, token.End);
                depth -= IsAny(text, next, s_innerEnds) ? 0 : 1;
                token = next.Is(text, "CASE") ? next : token;
                end = token.End;
            }
        }
    }

    private static bool StartsDefinition(ReadOnlySpan<char> text, int at)
    {
        SqlToken first = SqlToken.Next(text, at);
        return first.Is(text, "CREATE") || first.Is(text, "ALTER");
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
