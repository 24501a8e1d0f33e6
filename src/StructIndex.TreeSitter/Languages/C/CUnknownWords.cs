namespace StructIndex;

/// <summary>
/// Hides words in the heads of declarations that are no C: qualifiers of other compilers and macros in whatever letters, told by where they
/// stand (<c>forceinline static int f()</c>, <c>void interrupt f(void)</c>, <c>void f(void) iv IVT_TICK {</c>), and assembler.
/// </summary>
internal static class CUnknownWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_types = Lookup(
        "void int char short long float double bool _Bool signed unsigned wchar_t size_t");

    /// <summary>Words that begin a declaration: what stands before one of them is no type.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_starts = Lookup(
        "void int char short long float double bool _Bool signed unsigned static inline extern struct union enum");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_assembler = Lookup("asm __asm __asm__");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = Lookup(
        "void int char short long float double bool _Bool signed unsigned static inline extern struct union enum class typedef const volatile register restrict auto constexpr consteval constinit "
            + "virtual explicit friend mutable template typename using namespace operator public private protected final override noexcept decltype requires concept thread_local export import module "
            + "if else for while do switch case default return goto break continue new delete throw try catch sizeof alignof co_return co_await co_yield and or not asm __asm __asm__ __extension__ "
            + "in out inout id instancetype");

    /// <summary>Whether a word is one of the languages, and no name.</summary>
    public static bool IsKeyword(ReadOnlySpan<char> word) => s_words.Contains(word);

    /// <summary>Blanks what has to be hidden; the array is made at the first of it.</summary>
    public static void Mask(ReadOnlySpan<char> text, ref char[]? masked)
    {
        for (int line = 0; line < text.Length;)
        {
            int length = text[line..].IndexOf('\n');
            int end = length < 0 ? text.Length : line + length;
            int start = line + (end - line - text[line..end].TrimStart(" \t").Length);
            if (text[start..end] is ['#', .. var directive] && directive.Contains("asm", StringComparison.Ordinal))
            {
                directive = directive.TrimStart(" \t");
                HideAssembler(text, directive.StartsWith("pragma", StringComparison.Ordinal) ? directive["pragma".Length..].TrimStart(" \t") : directive, end, ref masked);
            }
            else if (start < end && IsName(text[start]))
            {
                HideWords(text, start, end, ref masked);
                HideAfterParameters(text, line, end, ref masked);
                HideAssembler(text, start, end, ref masked);
            }

            line = end + 1;
        }
    }

    /// <summary>A word before one that begins a declaration, and one of the two words that are a function's type.</summary>
    private static void HideWords(ReadOnlySpan<char> text, int start, int end, ref char[]? masked)
    {
        Word first = default, second = default;
        for (Word third = WordAt(text, start, end); third.Length > 0; third = WordAt(text, third.Next, end))
        {
            ReadOnlySpan<char> word = second.Of(text);
            if (second.Length > 0 && !second.IsPointer && s_starts.Contains(third.Of(text)) && !s_words.Contains(word))
            {
                Hide(text, second, ref masked);
            }

            bool isName = third.Next < end && text[third.Next] == '(' && !s_words.Contains(third.Of(text));
            if (isName && first.Length > 0 && !second.IsPointer && !s_words.Contains(word))
            {
                bool isType = s_types.Contains(first.Of(text));
                if (isType || !s_words.Contains(first.Of(text)))
                {
                    Hide(text, isType || first.IsPointer || !word.ContainsAnyInRange('a', 'z') ? second : first, ref masked);
                }
            }

            (first, second) = (second, third);
        }
    }

    /// <summary>Words between the parameters of a function at the beginning of a line and its body on the next one.</summary>
    private static void HideAfterParameters(ReadOnlySpan<char> text, int line, int end, ref char[]? masked)
    {
        ReadOnlySpan<char> head = text[line..end].TrimEnd();
        int last = head.LastIndexOf(')') + 1;
        if (last == 0 || last == head.Length || !IsName(head[0]) || text[end..].TrimStart() is not ['{', ..])
        {
            return;
        }

        int at = line + last;
        for (; WordAt(text, at, end) is { Length: > 0 } word; at = word.Next)
        {
            if (s_words.Contains(word.Of(text)) || (word.Next < line + head.Length && !IsName(text[word.Next])))
            {
                return;
            }
        }

        if (at > line + last)
        {
            Hide(text, new Word(line + last, head.Length - last, end, IsPointer: false), ref masked);
        }
    }

    /// <summary><c>__asm void f(void) { ... }</c>: the word and the body.</summary>
    private static void HideAssembler(ReadOnlySpan<char> text, int start, int end, ref char[]? masked)
    {
        Word word = WordAt(text, start, end);
        if (!s_assembler.Contains(word.Of(text)) || WordAt(text, word.Next, end) is not { Length: > 0 } next || next.Of(text) is "volatile" or "goto" or "inline")
        {
            return;
        }

        int open = start + text[start..].IndexOfAny('{', ';');
        int close = open > start && text[open] == '{' ? text[open..].IndexOf("\n}", StringComparison.Ordinal) : -1;
        Hide(text, word, ref masked);
        if (close > 0)
        {
            Hide(text, new Word(open + 1, close - 1, end, IsPointer: false), ref masked);
        }
    }

    /// <summary>What stands between <c>#pragma asm</c> and <c>#pragma endasm</c>, or in the function after <c>#pragma inline_asm</c>.</summary>
    private static void HideAssembler(ReadOnlySpan<char> text, ReadOnlySpan<char> directive, int at, ref char[]? masked)
    {
        bool isInline = directive.StartsWith("inline_asm", StringComparison.Ordinal);
        int start = isInline ? at + text[at..].IndexOf('{') + 1 : at;
        int length = text[start..].IndexOf(isInline ? "\n}" : "endasm", StringComparison.Ordinal);
        if (length > 0 && start >= at && (isInline || directive.TrimEnd() is "asm"))
        {
            Hide(text, new Word(start, isInline ? length : text[start..(start + length)].LastIndexOf('\n'), at, IsPointer: false), ref masked);
        }
    }

    /// <summary>The word at a place, past blanks; empty where there is none.</summary>
    private static Word WordAt(ReadOnlySpan<char> text, int at, int end)
    {
        int start = end - text[at..end].TrimStart(" \t").Length, next = start;
        while (next < end && IsName(text[next]))
        {
            next++;
        }

        int after = next, length = next - start;
        bool isPointer = false;
        while (after < end && text[after] is ' ' or '\t' or '*' or '&')
        {
            isPointer |= text[after] is '*' or '&';
            after++;
        }

        return new Word(start, length, after, isPointer);
    }

    private static void Hide(ReadOnlySpan<char> text, Word word, ref char[]? masked)
    {
        masked ??= text.ToArray();
        foreach (ref char c in masked.AsSpan(word.Start, word.Length))
        {
            c = c is '\r' or '\n' ? c : ' ';
        }
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words)
        => new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A word, what comes after it, and whether the sign of a pointer or reference is between.</summary>
    private readonly record struct Word(int Start, int Length, int Next, bool IsPointer)
    {
        public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
    }
}
