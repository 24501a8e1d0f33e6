namespace StructIndex;

/// <summary>
/// What patterns of Rust give names to (<c>Some(x)</c>, <c>Shape::Circle(c)</c>, <c>Point { x, .. }</c>), and the fields that are declared for
/// them: those of the case <c>Circle</c> of an enum are its fields <c>Circle#0</c> or <c>Circle#radius</c>, those without a name have their number.
/// </summary>
internal static class RustPatterns
{
    /// <summary>Members of the library that give what they are called on, or what is in it.</summary>
    private static readonly string[] s_same =
        ["as_ref", "as_mut", "as_deref", "as_deref_mut", "clone", "cloned", "copied", "take", "borrow", "borrow_mut", "to_owned", "unwrap", "unwrap_or_default", "expect", "lock", "read", "write", "ok"];

    /// <summary>Functions of the library that a type may derive, or has by convention, and that make one of it.</summary>
    private static readonly string[] s_makes = ["new", "default", "from"];

    /// <summary>Functions of the library that wrap what they are given.</summary>
    private static readonly string[] s_wraps = ["Box::new", "Rc::new", "Arc::new", "RefCell::new", "Cell::new", "Mutex::new", "RwLock::new", "Pin::new", "ManuallyDrop::new", "Some", "Ok"];

    /// <summary>Members of the library that give one of the elements of what they are called on.</summary>
    private static readonly string[] s_one = ["next", "next_back", "nth", "first", "last", "first_mut", "last_mut", "pop", "pop_front", "pop_back", "front", "back", "get", "get_mut", "remove"];

    /// <summary>Members of the library that give all elements of what they are called on, one after the other.</summary>
    private static readonly string[] s_all = ["iter", "iter_mut", "into_iter", "drain", "values", "values_mut", "into_values", "rev", "skip", "filter", "peekable", "by_ref", "step_by", "enumerate"];

    /// <summary>The variables of a pattern, each with the expression that it has the type of; an empty one is not known.</summary>
    /// <param name="pattern">The pattern, or the parameter of a closure.</param>
    /// <param name="value">What it takes apart.</param>
    /// <param name="isEach">Whether it takes the elements of the value.</param>
    public static List<(string Name, string Type)> Variables(string pattern, string value, bool isEach)
    {
        List<(string, string)> variables = [];
        value = Plain(value);
        if (isEach && value.EndsWith(".enumerate()", StringComparison.Ordinal) && Brackets.Items(pattern) is [_, var counted])
        {
            pattern = counted;
        }

        Read(pattern, isEach ? EachOf(value) : value, variables);
        return variables;
    }

    /// <summary>
    /// The expression that has the type of what a member of the library gives: of <c>self.parts.iter().next()</c> it is <c>self.parts[]</c>.
    /// Null for other members.
    /// </summary>
    public static string? SameValue(string receiver, string name) =>
        s_same.Contains(name) || (IsType(receiver) && (s_makes.Contains(name) || name.StartsWith("with_", StringComparison.Ordinal))) ? receiver
        : s_one.Contains(name) && Stripped(receiver) is var (of, _, _) && IsPath(of) ? $"{of}[]" : null;

    /// <summary>The fields of the case of an enum, or of a type whose fields have no names.</summary>
    public static List<(string Name, string Type)> Fields(string written)
    {
        int open = written.AsSpan().IndexOfAny('(', '{');
        if (open < 0)
        {
            return [];
        }

        string head = written[..open].Trim();
        string prefix = head.Length == 0 ? "" : $"{head[(head.LastIndexOfAny([' ', '\n', ']']) + 1)..]}#";
        List<(string, string)> fields = [];
        foreach (string item in Parts(written[open..]))
        {
            string field = WithoutAttributes(item);
            int colon = written[open] == '{' ? field.IndexOf(':', StringComparison.Ordinal) : -1;
            string name = colon < 0 ? $"{fields.Count}" : field[..colon].Trim();
            fields.Add(($"{prefix}{name[(name.LastIndexOf(' ') + 1)..]}", field[(colon + 1)..].Trim()));
        }

        return fields;
    }

    private static void Read(string written, string value, List<(string Name, string Type)> variables)
    {
        string pattern = written.Trim();
        for (int at = -1; at != pattern.Length;)
        {
            at = pattern.Length;
            foreach (string mark in (string[])["&", "mut ", "ref ", "box "])
            {
                pattern = pattern.StartsWith(mark, StringComparison.Ordinal) ? pattern[mark.Length..].TrimStart() : pattern;
            }
        }

        if (Parts($"({pattern})", '|') is [_, _, ..] choices)
        {
            choices.ForEach(choice => Read(choice, value, variables));
            return;
        }

        int bound = pattern.IndexOf('@', StringComparison.Ordinal), open = pattern.AsSpan().IndexOfAny('(', '{', '[');
        if (bound > 0 && (open < 0 || bound < open))
        {
            Read(pattern[..bound], value, variables);
            Read(pattern[(bound + 1)..], value, variables);
        }
        else if (open < 0)
        {
            Add(pattern, value, variables);
        }
        else
        {
            TakeApart(pattern[..open].Trim(), pattern[open..], value, variables);
        }
    }

    private static void TakeApart(string path, string list, string value, List<(string Name, string Type)> variables)
    {
        List<string> items = Parts(list);
        if (path.Length == 0)
        {
            List<string> values = value is ['(', ..] ? Brackets.Items(value) : [];
            for (int i = 0; i < items.Count; i++)
            {
                Read(items[i], list[0] == '[' && IsPath(value) ? $"{value}[]" : values.Count == items.Count ? Plain(values[i]) : "", variables);
            }

            return;
        }

        if (path is "Some" or "Ok" or "Err")
        {
            items.ForEach(item => Read(item, path == "Err" ? "" : value, variables));
            return;
        }

        string owner = path.LastIndexOf("::", StringComparison.Ordinal) is > 0 and var last && char.IsUpper(path[..last].Split("::")[^1][0]) ? $"{path}#" : $"{path}.";
        bool isCut = false;
        for (int i = 0; i < items.Count; i++)
        {
            int colon = list[0] == '{' ? items[i].IndexOf(':', StringComparison.Ordinal) : -1;
            if (items[i] == "..")
            {
                // What stands behind is counted from the end.
                isCut = true;
            }
            else if (list[0] == '(')
            {
                Read(items[i], isCut ? "" : $"{owner}{i}", variables);
            }
            else if (colon > 0)
            {
                Read(items[i][(colon + 1)..], $"{owner}{items[i][..colon].Trim()}", variables);
            }
            else
            {
                string name = items[i][(items[i].LastIndexOf(' ') + 1)..];
                Add(name, $"{owner}{name}", variables);
            }
        }
    }

    /// <summary>Adds a name; constants and literals are none.</summary>
    private static void Add(string name, string value, List<(string Name, string Type)> variables)
    {
        if (name.Length > 0 && (char.IsLower(name[0]) || (name[0] == '_' && name.Length > 1)) && name is not ("true" or "false") && name.All(c => char.IsLetterOrDigit(c) || c == '_'))
        {
            variables.Add((name, value));
        }
    }

    /// <summary>The elements of a value, or what is in it where that is at most one; empty where it does not say of what.</summary>
    private static string EachOf(string value) =>
        Stripped(value) is var (of, isSame, isAll) && !IsPath(of) ? "" : isSame && !isAll ? of : $"{of}[]";

    /// <summary>What stands before the members of the library at the end of a value, and which there are.</summary>
    private static (string Of, bool IsSame, bool IsAll) Stripped(string value)
    {
        bool isSame = false, isAll = false;
        while (true)
        {
            value = value.TrimEnd('?').TrimEnd();
            int open = value is [.., ')'] ? Brackets.OpenOfLast(value) : -1;
            int dot = open <= 0 ? -1 : value.LastIndexOf('.', open - 1);
            string name = dot <= 0 ? "" : value[(dot + 1)..open].Trim();
            if (!s_same.Contains(name) && !s_all.Contains(name))
            {
                return (value, isSame, isAll);
            }

            isAll |= s_all.Contains(name);
            isSame = true;
            value = value[..dot].TrimEnd();
        }
    }

    /// <summary>A value without marks of references and what wraps it; of one with its fields written out the type, of other blocks nothing.</summary>
    private static string Plain(string written)
    {
        string value = written.Trim().TrimStart('&', '*');
        value = value.StartsWith("mut ", StringComparison.Ordinal) ? value[4..].TrimStart() : value;
        int open = value is [.., ')'] ? Brackets.OpenOfLast(value) : -1;
        if (open > 0 && s_wraps.Any(wrap => value.AsSpan(0, open).EndsWith(wrap, StringComparison.Ordinal) && (open == wrap.Length || value[open - wrap.Length - 1] == ':')))
        {
            return Plain(value[(open + 1)..^1]);
        }

        int brace = value.IndexOf('{', StringComparison.Ordinal);
        return brace < 0 ? value : IsType(value[..brace].TrimEnd()) ? value[..brace].TrimEnd() : "";
    }

    private static bool IsType(string path) => IsPath(path) && char.IsUpper(path[(path.LastIndexOf(':') + 1)..].FirstOrDefault());

    private static bool IsPath(string value) => value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or ':' or '#');

    private static string WithoutAttributes(string item)
    {
        string field = item.Trim();
        while (field.StartsWith("#[", StringComparison.Ordinal) || field.StartsWith("//", StringComparison.Ordinal))
        {
            int end = field.IndexOf(field[0] == '#' ? ']' : '\n', StringComparison.Ordinal);
            field = end < 0 ? "" : field[(end + 1)..].TrimStart();
        }

        return field.StartsWith("pub(", StringComparison.Ordinal) ? field[Brackets.After(field, 3)..].Trim() : field.StartsWith("pub ", StringComparison.Ordinal) ? field[4..].Trim() : field;
    }

    /// <summary>The parts of a list in brackets, by its own separators; those between the angles of type arguments do not count.</summary>
    private static List<string> Parts(string list, char separator = ',')
    {
        List<string> parts = [];
        int depth = 0, start = 1;
        for (int end = 0; end < list.Length; end++)
        {
            char c = list[end];
            depth += c is '(' or '[' or '{' or '<' ? 1 : c is ')' or ']' or '}' || (c == '>' && list[end - 1] is not ('-' or '=')) ? -1 : 0;
            if (depth == 0 || (depth == 1 && c == separator))
            {
                string part = list[start..end].Trim();
                if (part.Length > 0)
                {
                    parts.Add(part);
                }

                start = end + 1;
                if (depth == 0)
                {
                    break;
                }
            }
        }

        return parts;
    }
}
