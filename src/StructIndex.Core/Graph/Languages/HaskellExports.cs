using System.Buffers;

namespace StructIndex;

/// <summary>What the head of a Haskell module hands on of what it imports: whole modules (<c>module A.B</c>), and names one by one.</summary>
internal sealed class HaskellExports
{
    private static readonly SearchValues<char> s_separators = SearchValues.Create(", \t\r\n(){}");

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The module's own name; empty where the file has no head.</summary>
    public string Module { get; private set; } = "";

    /// <summary>Modules, by their names or by what the imports call them, of which everything that is in scope is handed on.</summary>
    public List<string> Modules { get; } = [];

    /// <summary>Whether the list of exports names a symbol.</summary>
    public bool Names(string name) => _names.Contains(name);

    /// <summary>Whether the list names a type with all its members, <c>T (..)</c>.</summary>
    public bool HasMembers { get; private set; }

    /// <summary>Reads the head of a file: <c>module M (a, T (..), module A.B) where</c>. Without a list a module hands on nothing that it imports.</summary>
    public static HaskellExports Of(string text)
    {
        HaskellExports exports = new();
        bool inHead = false, inList = false, wholeModule = false;
        int depth = 0;
        for (int at = 0; at < text.Length;)
        {
            if (SkipComment(text, ref at))
            {
                continue;
            }

            if (s_separators.Contains(text[at]))
            {
                depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
                inList |= inHead && depth > 0;
                if (inList && depth <= 0)
                {
                    break;
                }

                at++;
                continue;
            }

            int end = text.AsSpan(at).IndexOfAny(s_separators) is >= 0 and var length ? at + length : text.Length;
            string word = text[at..end];
            at = end;
            if (!inList)
            {
                if (word is "where" or "import" && inHead)
                {
                    break;
                }

                exports.Module = inHead && exports.Module.Length == 0 ? word : exports.Module;
                inHead |= word == "module";
            }
            else if (wholeModule)
            {
                exports.Modules.Add(word);
                wholeModule = false;
            }
            else if (word == "module")
            {
                wholeModule = true;
            }
            else if (word == "..")
            {
                exports.HasMembers = true;
            }
            else
            {
                // M.name is handed on as name.
                exports._names.Add(word[(word.LastIndexOf('.') + 1)..]);
            }
        }

        return exports;
    }

    private static bool SkipComment(string text, ref int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        if (rest.StartsWith("{-"))
        {
            int depth = 0;
            do
            {
                depth += text.AsSpan(at).StartsWith("{-") ? 1 : text.AsSpan(at).StartsWith("-}") ? -1 : 0;
                at += text.AsSpan(at).StartsWith("{-") || text.AsSpan(at).StartsWith("-}") ? 2 : 1;
            }
            while (depth > 0 && at < text.Length);
            return true;
        }

        // A line of the C preprocessor is none of the module's own either.
        if (rest.StartsWith("--") || (rest[0] == '#' && (at == 0 || text[at - 1] == '\n')))
        {
            int end = rest.IndexOf('\n');
            at = end < 0 ? text.Length : at + end + 1;
            return true;
        }

        return false;
    }
}
