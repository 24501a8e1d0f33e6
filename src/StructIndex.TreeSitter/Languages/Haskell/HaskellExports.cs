using System.Buffers;

namespace StructIndex;

/// <summary>Reads the list of exports at the head of a Haskell module: <c>module M (a, T (..), module A.B) where</c>.</summary>
internal static class HaskellExports
{
    private static readonly SearchValues<char> s_separators = SearchValues.Create(", \t\r\n(){}");

    /// <summary>Reads the head of a file. Without a list a module hands on nothing that it imports.</summary>
    public static ModuleExports Of(string text)
    {
        string name = "";
        HashSet<string> names = new(StringComparer.Ordinal);
        List<string> modules = [];
        bool hasMembers = false;
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

                name = inHead && name.Length == 0 ? word : name;
                inHead |= word == "module";
            }
            else if (wholeModule)
            {
                modules.Add(word);
                wholeModule = false;
            }
            else if (word == "module")
            {
                wholeModule = true;
            }
            else if (word == "..")
            {
                hasMembers = true;
            }
            else
            {
                // M.name is handed on as name.
                names.Add(word[(word.LastIndexOf('.') + 1)..]);
            }
        }

        return new ModuleExports(name, names, modules, hasMembers);
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
